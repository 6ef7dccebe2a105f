"""The review policy: how reviews come to be here, from the settings, with counts.

What laws ask of it: `eu-checked`, `fr-beside`, `fr-procedure` in rules/law.toml.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ambassade.frozen import Frozen
from ambassade.locale import translations
from ambassade.page import Alternate, Crumb, Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ambassade.public import Ledger, PublicItem, PublicReview
    from ambassade.public_site import PublicSite
    from ambassade.settings import ReviewPolicy, RuleSetting


class YearCounts(Frozen, frozen=True):
    """How many reviews of all items were received in a year, and what became of them."""

    received: int
    by_status: Mapping[str, int]
    answered: int


class SetAside(Frozen, frozen=True):
    """A rule that the site lowers, and where: everywhere if nothing is named.

    Only what is shown is named: the file of a withheld review may tell what it says.
    """

    rule: RuleSetting
    items: tuple[PublicItem, ...]
    reviews: tuple[PublicReview, ...]
    others: int

    @property
    def is_everywhere(self) -> bool:
        """Whether it holds for the whole site."""
        return not self.rule.only


class ReviewPolicyContent(Frozen, frozen=True):
    """The company's own words, the rules that are on, and what is on record, counted."""

    policy: ReviewPolicy
    says_delay: bool
    retention_months: int | None
    profiles: tuple[str, ...]
    set_aside: tuple[SetAside, ...]
    ledger: Ledger
    by_year: Mapping[int, YearCounts]
    shown: int
    items: tuple[PublicItem, ...]

    @property
    def percent_answered(self) -> int:
        """How many of a hundred published reviews are answered; 0 and 100 are none and all."""
        return self.ledger.percent_answered

    @property
    def days_to_publish(self) -> int | None:
        """The median in whole days, never shorter than it is."""
        return self.ledger.whole_days_to_publish

    @property
    def days_to_reply(self) -> int | None:
        """The median in whole days, never shorter than it is."""
        return self.ledger.whole_days_to_reply


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield the policy in every language."""
    settings, addresses = site.settings, site.settings.addresses
    content = _collect(site)
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


def _collect(site: PublicSite) -> ReviewPolicyContent:
    settings = site.settings
    return ReviewPolicyContent(
        policy=settings.review_policy,
        says_delay="REVIEW_POLICY.publicationDays" in settings.places,
        retention_months=settings.retention_months,
        profiles=settings.review_profiles,
        set_aside=tuple(
            _find_where(rule, site)
            for _, rule in sorted(settings.review_rules.items())
            if rule.lowers
        ),
        ledger=site.ledger,
        by_year=_add_years(site),
        shown=len(site.reviews),
        items=site.items,
    )


def _find_where(rule: RuleSetting, site: PublicSite) -> SetAside:
    named = {one.strip("/").removeprefix("reviews/").removesuffix(".yaml") for one in rule.only}
    items = tuple(item for item in site.items if item.slug in named)
    reviews = tuple(review for review in site.reviews if review.key in named)
    return SetAside(rule, items, reviews, len(named) - len(items) - len(reviews))


def _add_years(site: PublicSite) -> dict[int, YearCounts]:
    """Return what became of the reviews of each year, the newest year first."""
    counts: dict[int, Counter[str]] = {}
    for item in site.items:
        for year, ledger in item.by_year.items():
            known = counts.setdefault(year, Counter())
            known.update(ledger.by_status)
            known.update({"received": ledger.received, "answered": ledger.answered})
    return {
        year: YearCounts(found["received"], found, found["answered"])
        for year, found in sorted(counts.items(), reverse=True)
    }
