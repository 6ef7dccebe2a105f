"""The wall: all reviews, featured ones first, then the newest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.frozen import Frozen
from ambassade.locale import translations
from ambassade.page import Alternate, Crumb, Page, Paging, number_title, paginate
from ambassade.public import last_modified_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ambassade.public import PublicItem, PublicReview
    from ambassade.public_site import PublicSite


class WallContent(Frozen, frozen=True):
    """One page of the wall, and the items one may choose from."""

    reviews: tuple[PublicReview, ...]
    paging: Paging
    items: tuple[PublicItem, ...]


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield the pages of the wall in every language."""
    featured = [review for review in site.reviews if review.featured]
    rest = [review for review in site.reviews if not review.featured] if featured else site.reviews
    ordered = [*featured, *rest]
    for paging, reviews in paginate(ordered, site.settings.reviews_per_page):
        content = WallContent(tuple(reviews), paging, site.items)
        modified = last_modified_of(reviews)
        for language in site.settings.languages:
            yield _plan_one(site, language, content, modified)


def _plan_one(site: PublicSite, language: str, content: WallContent, modified: date | None) -> Page:
    paging = content.paging
    _ = translations(language).gettext
    addresses, company = site.settings.addresses, site.settings.company.name
    title = _("Customer reviews of {company}").format(company=company)
    return Page(
        kind="wall",
        language=language,
        address=addresses.of_wall(language, paging.number),
        title=number_title(title, paging.number, language),
        description=_describe(paging.total, company, language),
        content=content,
        crumbs=(
            Crumb(_("Home"), addresses.home(language)),
            Crumb(_("Reviews"), addresses.of_wall(language)),
        ),
        alternates=tuple(
            Alternate(each, addresses.of_wall(each, paging.number))
            for each in site.settings.languages
        ),
        modified=modified,
        image=site.settings.company.image,
        feed=addresses.of_feed(language),
    )


def _describe(count: int, company: str, language: str) -> str:
    """Return what one finds there: not that it is all, for some may be held back, others not chosen."""
    words = translations(language)
    if not count:
        return words.gettext("What customers say of {name}.").format(name=company)
    told = words.ngettext(
        "{count} customer review of {company}.",
        "{count} customer reviews of {company}: those that we feature first, then the newest.",
        count,
    )
    return told.format(count=count, company=company)
