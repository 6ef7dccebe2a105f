"""A read value that knows its place: text, list or mapping, before anybody typed it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from ambassade.frozen import Frozen

if TYPE_CHECKING:
    from ambassade.problem import Place


class Scalar(Frozen, frozen=True):
    """A text, whatever it looks like: `no`, `4.5` and `null` are texts."""

    text: str
    place: Place


class Items(Frozen, frozen=True):
    """A list."""

    nodes: tuple[Node, ...]
    place: Place


class Entries(Frozen, frozen=True):
    """A mapping, in the order in which it was typed."""

    pairs: tuple[tuple[Scalar, Node], ...]
    place: Place


Node = Scalar | Items | Entries


def is_empty(node: Node) -> bool:
    """Tell whether `node` holds nothing: an empty value is as left out."""
    if isinstance(node, Scalar):
        text = node.text.strip()
        # What has only marks that nobody sees, such as zero-width spaces, says nothing.
        if not text or text.isascii():
            return not text
        return all(unicodedata.category(char) in {"Cf", "Zs"} for char in text)
    return not (node.nodes if isinstance(node, Items) else node.pairs)
