"""Pages put together for a reader: an item's pages, and within them those of one verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ambassade.eligibility.assess import Assessment
    from ambassade.public import PublicItem

KINDS = {
    "item": N_("Pages of the item"),
    "review": N_("Pages of reviews"),
    "facet": N_("Facets"),
    "home": N_("Home"),
    "wall": N_("All reviews"),
    "topics": N_("List of topics"),
    "topic": N_("Topics"),
    "stories": N_("List of stories"),
    "story": N_("Stories"),
    "review_policy": N_("Review policy"),
    "page": N_("Static pages"),
    "redirect": N_("Former addresses"),
    "styleguide": N_("Style guide"),
    "not_found": N_("Page not found"),
}
_ORDER = list(KINDS)


def group_by_item(
    assessments: Iterable[Assessment],
) -> list[tuple[PublicItem | None, list[list[Assessment]]]]:
    """Return the items, last None for the rest; with each, its pages in blocks of one verdict.

    The pages of a block are of one kind and may be shown alike, for the same reasons.
    """
    items: dict[str, PublicItem] = {}
    blocks: dict[str, dict[object, list[Assessment]]] = {}
    for one in assessments:
        item = item_of(one)
        slug = item.slug if item else ""
        if item:
            items[slug] = item
        alike = (one.page.kind, one.verdicts)
        blocks.setdefault(slug, {}).setdefault(alike, []).append(one)
    ordered = sorted(blocks, key=lambda slug: (not slug, slug))
    return [(items.get(slug), _sort(blocks[slug].values())) for slug in ordered]


def item_of(assessment: Assessment) -> PublicItem | None:
    """Return the item that a page is about: not that of a story, which stands among stories."""
    if assessment.page.kind == "story":
        return None
    found: PublicItem | None = getattr(assessment.page.content, "item", None)
    return found


def _sort(blocks: Iterable[list[Assessment]]) -> list[list[Assessment]]:
    """Return the blocks by kind; those that may be shown with most come first."""
    return sorted(
        blocks,
        key=lambda block: (
            _ORDER.index(block[0].page.kind),
            -sum(verdict.eligible for verdict in block[0].verdicts),
        ),
    )
