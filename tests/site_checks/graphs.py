"""Reading JSON-LD.

In: a page. Out: its one `@graph`, or what is wrong with it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from tests.site_checks.page import Element, is_redirect, read_elements
from tests.site_checks.site import Site

_SCRIPT_TYPE = "application/ld+json"
Node = dict[str, Any]


@dataclass(frozen=True)
class Graph:
    """What one page says: `place` for faults, `data` the whole object, `nodes` its top level."""

    place: str
    data: Node
    nodes: list[Node]


def read_graphs(site: Site) -> tuple[list[Graph], list[str]]:
    """The graph of every page but redirects, and the faults of pages that have none or more."""
    graphs: list[Graph] = []
    faults: list[str] = []
    pages = site.pages()
    if not pages:
        faults.append(f"{site.output}: no HTML page at all")
    for file in pages:
        elements = read_elements(file)
        if is_redirect(elements):
            continue
        try:
            graphs.append(_read_graph(site.place(file), elements))
        except ValueError as error:
            faults.append(f"{site.place(file)}: {error}")
    return graphs, faults


def walk_nodes(value: object, path: str = "") -> Iterator[tuple[str, Node]]:
    """Every object inside a value, outer before inner, each with the path that leads to it."""
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from walk_nodes(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk_nodes(inner, f"{path}[{index}]")


def is_reference(node: Node) -> bool:
    """Whether a node is a bare `{"@id": …}`, naming a node described elsewhere."""
    return set(node) == {"@id"}


def _read_graph(place: str, elements: list[Element]) -> Graph:
    """The page's one graph; a ValueError says what is wrong."""
    scripts = [e for e in elements if e.tag == "script" and e.get("type").lower() == _SCRIPT_TYPE]
    if len(scripts) != 1:
        raise ValueError(f"{len(scripts)} JSON-LD scripts, not one")
    data = _parse_strictly(scripts[0].text)
    if not isinstance(data, dict) or set(data) != {"@context", "@graph"}:
        raise ValueError("the JSON-LD is not one object of @context and @graph")
    nodes = data["@graph"]
    if not isinstance(nodes, list) or not nodes or not all(isinstance(n, dict) for n in nodes):
        raise ValueError("@graph is not a list of objects")
    return Graph(place, data, nodes)


def _parse_strictly(text: str) -> object:
    """The JSON, refusing what JSON has not: NaN, a key twice, a `<` that could end the script."""
    if "<" in text:
        raise ValueError("the JSON-LD holds a bare “<”, which can end the script: write \\u003c")
    try:
        return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_refuse_twins)
    except json.JSONDecodeError as error:
        raise ValueError(f"the JSON-LD does not parse: {error}") from error


def _refuse_constant(name: str) -> NoReturn:
    """NaN and Infinity are JavaScript, not JSON."""
    raise ValueError(f"the JSON-LD holds {name}, which JSON has not")


def _refuse_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object with the same key twice keeps only the last: somebody's value is lost."""
    keys = [key for key, _ in pairs]
    for key in keys:
        if keys.count(key) > 1:
            raise ValueError(f"the JSON-LD holds the key {key!r} twice in one object")
    return dict(pairs)
