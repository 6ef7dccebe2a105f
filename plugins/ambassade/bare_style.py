"""A style sheet without its comments and needless white space.

In: CSS. Out: fewer bytes that say the same to a browser.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from tinycss2 import parse_component_value_list, serialize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tinycss2.ast import Node


def bare_style(css: str) -> str:
    """Return the style sheet without comments; a faulty one as it is, for browsers to mend.

    Names, numbers and the order of all things stay: nothing is understood beyond CSS's own tokens,
    so nothing that is newer than the parser can be lost.
    """
    nodes = parse_component_value_list(css, skip_comments=True)
    return css.strip() if _is_faulty(nodes) else serialize(_spare(nodes))


def _is_faulty(nodes: Sequence[Node]) -> bool:
    return any(node.type == "error" or _is_faulty(_inside(node)) for node in nodes)


def _inside(node: Node) -> list[Node]:
    """Return what stands between a node's brackets."""
    found: list[Node] = getattr(node, "content", None) or getattr(node, "arguments", [])
    return found


def _spare(nodes: Sequence[Node]) -> list[Node]:
    """Return the nodes without needless white space, in their brackets too."""
    kept: list[Node] = []
    for node, after in zip_longest(nodes, nodes[1:]):
        inside = _inside(node)
        inside[:] = _spare(inside)
        if node.type == "whitespace":
            if _is_needless(kept[-1] if kept else None, after):
                continue
            node.value = " "
        kept.append(node)
    return kept


def _is_needless(before: Node | None, after: Node | None) -> bool:
    """Tell whether white space between two nodes says nothing; `a :hover` is not `a:hover`."""
    if before is not None and before == ":":
        return False  # `--empty: ;` is a value, which `--empty:;` is not everywhere
    return any(each is None or _parts(each) for each in (before, after)) or (
        after is not None and after.type == "whitespace"
    )


def _parts(node: Node) -> bool:
    """Tell whether a node is a block or a sign that parts what is before it from what is after."""
    return node.type == "{} block" or (node.type == "literal" and node.value in {";", ","})
