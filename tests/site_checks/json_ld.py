"""Is the JSON-LD of every page whole?

In: a built site. Out: faults of its scripts, its ids and its nesting.
"""

from collections import defaultdict
from pathlib import Path

import extruct

from tests.site_checks.graphs import Graph, Node, is_reference, read_graphs, walk_nodes
from tests.site_checks.site import Site

# What makes sense only inside the thing that it speaks of: alone, a search engine drops it.
_INNER_TYPES = {"AggregateRating", "Comment", "Offer", "Rating", "Review"}
# What must be written out where it stands: a bare reference here reads as an incomplete thing.
_WRITTEN_OUT = {
    "aggregateRating",
    "author",
    "comment",
    "itemReviewed",
    "offers",
    "review",
    "reviewRating",
}


def check(output: Path, site_url: str) -> list[str]:
    """One graph a page, read alike by another reader, with ids that lead somewhere, and nested."""
    site = Site(output, site_url)
    graphs, faults = read_graphs(site)
    faults += [fault for graph in graphs for fault in _check_reading(site, graph)]
    faults += [fault for graph in graphs for fault in _check_nesting(graph)]
    return faults + _check_references(graphs) + _check_identities(graphs)


def _check_reading(site: Site, graph: Graph) -> list[str]:
    """Does extruct, which search engines' testers resemble, read the same data?"""
    file = site.output / graph.place
    found = extruct.extract(
        file.read_text(encoding="utf-8"), base_url=site.address(file), syntaxes=["json-ld"]
    )["json-ld"]
    return [] if found == [graph.data] else [f"{graph.place}: extruct reads other JSON-LD"]


def _check_nesting(graph: Graph) -> list[str]:
    """Is what belongs inside another node there, and is every node typed?"""
    faults = [
        f"{graph.place}: {node['@type']} stands at the top level, not inside what it is about"
        for node in graph.nodes
        if node.get("@type") in _INNER_TYPES
    ]
    for path, node in walk_nodes(graph.nodes):
        if "@type" not in node and not is_reference(node):
            faults.append(f"{graph.place}: {path} has neither a @type nor is it a bare @id")
        faults += [
            f"{graph.place}: {path}.{key} is a bare @id, not written out"
            for key in sorted(_WRITTEN_OUT & node.keys())
            if any(is_reference(value) for value in _objects(node[key]))
        ]
    return faults


def _objects(value: object) -> list[Node]:
    """The objects among a property's values."""
    values = value if isinstance(value, list) else [value]
    return [item for item in values if isinstance(item, dict)]


def _check_references(graphs: list[Graph]) -> list[str]:
    """Does every bare `@id` name a node that some page describes?"""
    described = {
        node["@id"]
        for graph in graphs
        for _, node in walk_nodes(graph.nodes)
        if "@id" in node and "@type" in node
    }
    return [
        f"{graph.place}: {path} names {node['@id']}, which no page describes"
        for graph in graphs
        for path, node in walk_nodes(graph.nodes)
        if is_reference(node) and node["@id"] not in described
    ]


def _check_identities(graphs: list[Graph]) -> list[str]:
    """Has every `@id` one type and one name over the whole site?"""
    seen: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for graph in graphs:
        for _, node in walk_nodes(graph.nodes):
            for key in ("@type", "name"):
                if "@id" in node and key in node:
                    seen[str(node["@id"]), key].setdefault(str(node[key]), graph.place)
    return [
        f"{identity} has {len(places)} {key}s: "
        + ", ".join(f"{value!r} in {place}" for value, place in sorted(places.items()))
        for (identity, key), places in sorted(seen.items())
        if len(places) > 1
    ]
