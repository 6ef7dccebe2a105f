"""What was read, as plain values and as places, for short expectations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ambassade.fields.node import Entries, Items, Scalar
from ambassade.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.fields.node import Node
    from ambassade.problem import Place, Problem

FILE = "reviews/kettle/2026-05-14-warm.yaml"


def read(text: str | bytes) -> dict[str, Any] | None:
    """Return the mapping that a sound YAML text holds, None if it cannot be read."""
    data = text if isinstance(text, bytes) else text.encode()
    entries, problems = read_yaml(data, FILE)
    assert not problems, [problem.sentences() for problem in problems]
    return None if entries is None else to_dict(entries)


def find(text: str | bytes) -> tuple[Entries | None, list[str]]:
    """Return what was read of a faulty text, and its problems as `line:column code`."""
    data = text if isinstance(text, bytes) else text.encode()
    entries, problems = read_yaml(data, FILE)
    return entries, [show(problem) for problem in problems]


def show(problem: Problem) -> str:
    """Return a problem as `line:column code`."""
    assert problem.place.file == FILE
    return f"{problem.place.line}:{problem.place.column} {problem.code}"


def to_dict(entries: Entries) -> dict[str, Any]:
    """Return a mapping without its places."""
    return {key.text: _plain(node) for key, node in entries.pairs}


def _plain(node: Node) -> Any:  # noqa: ANN401 - text, list or mapping
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [_plain(each) for each in node.nodes]
    return to_dict(node)


def walk(node: Node) -> Iterator[tuple[str, Place]]:
    """Yield the text (empty for a list or mapping) and place of everything in `node`."""
    yield (node.text if isinstance(node, Scalar) else ""), node.place
    if isinstance(node, Items):
        for each in node.nodes:
            yield from walk(each)
    if isinstance(node, Entries):
        for key, each in node.pairs:
            yield from walk(key)
            yield from walk(each)
