"""A facet of an item: some of its reviews, or all in another order. Not for search engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.facets import Facet, facets_of
from ambassade.frozen import Frozen
from ambassade.locale import language_name, translations
from ambassade.page import Crumb, Page, Paging, continue_list, paginate
from ambassade.problem import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.public import PublicItem, PublicReview
    from ambassade.public_site import PublicSite

BY_ITEM = True


class FacetContent(Frozen, frozen=True):
    """One page of a facet, and all facets of the item."""

    item: PublicItem
    facet: Facet
    facets: tuple[Facet, ...]
    reviews: tuple[PublicReview, ...]
    paging: Paging


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield the pages of every facet of every item, in every language."""
    size = site.settings.reviews_per_page
    for item in site.items:
        facets = facets_of(item.reviews)
        for facet in facets:
            first = [_plan_first(site, each, item, facet) for each in site.settings.languages]
            for paging, reviews in paginate(facet.reviews, size):
                content = FacetContent(item, facet, facets, tuple(reviews), paging)
                yield from continue_list(first, paging.number, content)


def _plan_first(site: PublicSite, language: str, item: PublicItem, facet: Facet) -> Page:
    """Return the first page without its reviews: what all pages of a facet have in common."""
    _ = translations(language).gettext
    at, name, label = site.settings.addresses, item.name(language), label_facet(facet, language)
    address = at.of_facet(language, item.slug, facet.slug)
    return Page(
        kind="facet",
        language=language,
        address=address,
        title=_("{name}: {facet}").format(name=name, facet=label),
        description=_("Customer reviews of {name}: {facet}.").format(name=name, facet=label),
        content=None,
        crumbs=(
            Crumb(_("Home"), at.home(language)),
            Crumb(_("Reviews"), at.of_wall(language)),
            Crumb(name, at.of_item(language, item.slug)),
            Crumb(label, address),
        ),
        indexable=False,
        place=Place(item.item.file),
    )


def label_facet(facet: Facet, language: str) -> str:
    """Return what a facet is called in `language`."""
    translate = translations(language)
    _ = translate.gettext
    if facet.kind == "rating":
        stars = int(facet.value)
        return translate.ngettext("{stars} star", "{stars} stars", stars).format(stars=stars)
    if facet.kind == "lang":
        return _("in {language}").format(language=language_name(facet.value, language))
    if facet.kind == "verified":
        return _("verified reviews")
    orders = {
        "oldest": _("oldest first"),
        "highest": _("highest ratings first"),
        "lowest": _("lowest ratings first"),
    }
    return orders[facet.value]
