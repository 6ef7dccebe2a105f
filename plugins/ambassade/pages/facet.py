"""A facet of an item: some of its reviews, or all in another order. Not for search engines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.facets import Facet, facets_of
from ambassade.frozen import Frozen
from ambassade.locale import language_name, translations
from ambassade.page import Alternate, Crumb, Page, Paging, number_title, paginate
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
            for paging, reviews in paginate(facet.reviews, size):
                content = FacetContent(item, facet, facets, tuple(reviews), paging)
                for language in site.settings.languages:
                    yield _plan_one(site, language, content)


def _plan_one(site: PublicSite, language: str, content: FacetContent) -> Page:
    _ = translations(language).gettext
    at, item, slug = site.settings.addresses, content.item, content.facet.slug
    number = content.paging.number
    name, label = item.name(language), label_facet(content.facet, language)
    title = _("{name}: {facet}").format(name=name, facet=label)
    return Page(
        kind="facet",
        language=language,
        address=at.of_facet(language, item.slug, slug, number),
        title=number_title(title, number, language),
        description=_("Customer reviews of {name}: {facet}.").format(name=name, facet=label),
        content=content,
        crumbs=(
            Crumb(_("Home"), at.home(language)),
            Crumb(_("Reviews"), at.of_wall(language)),
            Crumb(name, at.of_item(language, item.slug)),
            Crumb(label, at.of_facet(language, item.slug, slug)),
        ),
        alternates=tuple(
            Alternate(each, at.of_facet(each, item.slug, slug, number))
            for each in site.settings.languages
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
