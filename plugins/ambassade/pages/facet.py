"""A facet of an item: some of its reviews, or all in another order. Not for search engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ambassade.facets import Facet, facets_of
from ambassade.frozen import Frozen
from ambassade.locale import language_name, translations
from ambassade.page import Alternate, Crumb, Page, Paging, number_title, paginate
from ambassade.problem import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
                yield from _plan_page(site, first, content)


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


def _plan_page(site: PublicSite, first: Sequence[Page], content: FacetContent) -> Iterator[Page]:
    """Yield one page in every language."""
    of_facet, number = site.settings.addresses.of_facet, content.paging.number
    item, slug = content.item.slug, content.facet.slug
    alternates = tuple(
        Alternate(one.language, of_facet(one.language, item, slug, number)) for one in first
    )
    for one, here in zip(first, alternates, strict=True):
        yield replace(
            one,
            address=here.address,
            title=number_title(one.title, number, one.language),
            content=content,
            alternates=alternates,
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
