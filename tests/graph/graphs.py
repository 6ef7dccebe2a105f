"""The graph of one page of a small site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.graph.assemble import build_graph
from ambassade.pages import plan_pages

if TYPE_CHECKING:
    from ambassade.json_ld import Node
    from ambassade.public_site import PublicSite


def graph_at(site: PublicSite, address: str) -> list[Node]:
    """Return the nodes of the page at `address`."""
    (page,) = (page for page in plan_pages(site) if page.address == address)
    graph = build_graph(page, site)
    assert graph is not None
    assert list(graph) == ["@context", "@graph"]
    assert graph["@context"] == "https://schema.org"
    nodes: list[Node] = graph["@graph"]
    return nodes


def node_of(nodes: list[Node], kind: str) -> Node:
    """Return the one node of a type."""
    (node,) = (node for node in nodes if node["@type"] == kind)
    return node


def ids_described(site: PublicSite) -> set[str]:
    """Return the ids that some page of the site describes."""
    found: set[str] = set()
    for node in _walk([build_graph(page, site) for page in plan_pages(site)]):
        if "@type" in node and "@id" in node:
            found.add(node["@id"])
    return found


def ids_named(site: PublicSite) -> set[str]:
    """Return the ids that some page of the site names without describing them."""
    nodes = _walk([build_graph(page, site) for page in plan_pages(site)])
    return {node["@id"] for node in nodes if set(node) == {"@id"}}


def _walk(value: object) -> list[Node]:
    if isinstance(value, dict):
        return [value, *(node for inner in value.values() for node in _walk(inner))]
    if isinstance(value, list):
        return [node for inner in value for node in _walk(inner)]
    return []
