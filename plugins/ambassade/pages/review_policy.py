"""The review policy: how reviews come to be here, from the settings, with counts.

What laws ask of it: `eu-checked`, `fr-beside`, `fr-procedure` in rules/law.toml.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.locale import translations
from ambassade.page import Alternate, Crumb, Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.public import Ledger, PublicItem
    from ambassade.public_site import PublicSite
    from ambassade.settings import ReviewPolicy


@dataclass(frozen=True, slots=True)
class ReviewPolicyContent:
    """The company's own words, and how many reviews are on record by status and item."""

    policy: ReviewPolicy
    retention_months: int | None
    ledger: Ledger
    shown: int
    items: tuple[PublicItem, ...]


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield the policy in every language."""
    settings, addresses = site.settings, site.settings.addresses
    content = ReviewPolicyContent(
        settings.review_policy,
        settings.retention_months,
        site.ledger,
        len(site.reviews),
        site.items,
    )
    for language in settings.languages:
        _ = translations(language).gettext
        yield Page(
            kind="review_policy",
            language=language,
            address=addresses.of_review_policy(language),
            title=_("Review policy"),
            description=_(
                "How {company} collects, checks, publishes and answers customer reviews."
            ).format(company=settings.company.name),
            content=content,
            crumbs=(
                Crumb(_("Home"), addresses.home(language)),
                Crumb(_("Review policy"), addresses.of_review_policy(language)),
            ),
            alternates=tuple(
                Alternate(each, addresses.of_review_policy(each)) for each in settings.languages
            ),
        )
