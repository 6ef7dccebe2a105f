"""Looking into a page's structured data."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ambassade.json_ld import Node

_LONGEST_NAME = 99


def find_nodes(value: object, kinds: Collection[str]) -> Iterator[Node]:
    """Yield the nodes of these types within `value`, at any depth."""
    if isinstance(value, dict):
        if value.get("@type") in kinds:
            yield value
        for inner in value.values():
            yield from find_nodes(inner, kinds)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from find_nodes(inner, kinds)


def first_node(value: object, *kinds: str) -> Node | None:
    """Return the first node of these types; None if there is none."""
    return next(find_nodes(value, kinds), None)


def has_price(node: Node) -> bool:
    """Tell whether an item's node has an offer with a price, be it 0."""
    return "price" in node.get("offers", {})


def is_rated(node: Node) -> bool:
    """Tell whether an item's node has ratings with all that a review snippet requires."""
    average, reviews = node.get("aggregateRating"), node.get("review", ())
    if average is not None:
        return "ratingValue" in average and not {"ratingCount", "reviewCount"}.isdisjoint(average)
    return any(_is_whole(review) for review in reviews)


def _is_whole(review: Node) -> bool:
    named = 0 < len(review.get("author", {}).get("name", "")) <= _LONGEST_NAME
    return named and "ratingValue" in review.get("reviewRating", {})


def missing_of(wanted: Iterable[tuple[str, object]]) -> str:
    """Return the names of what is not there, for a sentence."""
    return ", ".join(name for name, there in wanted if not there)
