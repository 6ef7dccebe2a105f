"""The values of a settings file to `Settings`, each problem told where the value was typed."""

from __future__ import annotations

import ast
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ambassade.addresses import Addresses
from ambassade.fields.mappings import cast_entries
from ambassade.fields.node import Entries, Items, Node, Scalar
from ambassade.fields.reading import Reading
from ambassade.fields.settings import FIELDS
from ambassade.problem import Place
from ambassade.rules.reading import control_character, wrong_setting
from ambassade.settings import Company, Settings
from ambassade.source.decode import find_hidden
from ambassade.source.settings_slips import UNSET, find_misspelt, find_unfilled, find_unfit
from ambassade.source.yaml_reader import DEPTH

if TYPE_CHECKING:
    from pathlib import Path

    from ambassade.fields.reading import PictureFinder
    from ambassade.problem import Problem

_TOGETHER = ("site_url", "site_name", "company")


def read_settings(
    values: Mapping[str, Any], file: str, places: Mapping[str, Place], find_picture: PictureFinder
) -> tuple[Settings, list[Problem]]:
    """Return the settings that the upper-case `values` of a settings file make, and their problems.

    `places` says where each name, and each key of a dictionary (`COMPANY.name`), was typed.
    """
    reading = Reading(file, find_picture)
    known = {field.key for field in FIELDS}
    pairs = tuple(
        (Scalar(key, places.get(key, Place(file))), _to_node(value, key, places, Place(file)))
        for key, value in values.items()
        if key in known and value is not None
    )
    entries = Entries(pairs, Place(file))
    for place, character in _hidden_in(entries):
        reading.tell(control_character.about(place, character))
    reading.problems += find_misspelt(values, places, file)
    reading.problems += find_unfit(values, places, file)
    cast = cast_entries(entries, FIELDS, "", reading)
    told = {problem.place for problem in reading.problems}
    reading.problems += [one for one in find_unfilled(entries) if one.place not in told]
    # What is empty is as left out, but a fault may be that it is: told where it stands.
    reading.places |= {
        key.text: node.place for key, node in pairs if isinstance(node, Entries) and not node.pairs
    }
    return _make(cast, file, reading), reading.problems


def _make(cast: dict[str, Any], file: str, reading: Reading) -> Settings:
    values = {_RENAMED.get(key, key): value for key, value in cast.items()}
    listed = values.pop("languages", ())
    default = values.pop("default_lang", None) or next(iter(listed), "en")
    if listed and default not in listed:
        place = reading.places.get("LANGUAGES", Place(file))
        reading.tell(
            wrong_setting.RULE.at(
                place, fact=wrong_setting.NOT_AMONG, remedy=wrong_setting.ADD_IT, language=default
            )
        )
    others = [each for each in listed if each != default]
    values["languages"] = tuple(dict.fromkeys([default, *others]))
    addresses = values.pop("addresses", {})
    values["addresses"] = replace(Addresses(default_language=default), **addresses)
    for key in _TOGETHER:
        values.setdefault(key, Company("") if key == "company" else "")
    return Settings(**values, file=file, places=reading.places)


_RENAMED = {"siteurl": "site_url", "sitename": "site_name"}


def _hidden_in(node: Node) -> Iterator[tuple[Place, str]]:
    """Yield what cannot be written: control characters, and halves of surrogate pairs."""
    if isinstance(node, Scalar):
        half = next((char for char in node.text if "\ud800" <= char <= "\udfff"), None)
        hidden = find_hidden(node.text) or half
        if hidden:
            yield node.place, hidden
    elif isinstance(node, Items):
        for each in node.nodes:
            yield from _hidden_in(each)
    else:
        for key, each in node.pairs:
            yield from _hidden_in(key)
            yield from _hidden_in(each)


def _to_node(
    value: object, key: str, places: Mapping[str, Place], outer: Place, depth: int = 1
) -> Node:
    place = places.get(key, outer)
    if depth > DEPTH:
        return Scalar("…", place)  # no setting nests so deep: whatever it is will be told
    if isinstance(value, Mapping):
        pairs = [
            (
                Scalar(str(name), places.get(f"{key}.{name}", place)),
                _to_node(inner, f"{key}.{name}", places, place, depth + 1),
            )
            for name, inner in value.items()
            if inner is not None
        ]
        return Entries(tuple(pairs), place)
    if isinstance(value, set | frozenset):
        value = sorted(value, key=str)
    if isinstance(value, list | tuple):
        nodes = (_to_node(each, key, places, place, depth + 1) for each in value)
        return Items(tuple(nodes), place)
    if isinstance(value, bool):
        return Scalar("true" if value else "false", place)
    try:
        return Scalar(str(value), place)
    except ValueError:  # a number with more digits than Python writes
        return Scalar("…", place)


def find_places(paths: list[Path], site: Path) -> dict[str, Place]:
    """Return where the names, and the keys of dictionaries, stand in the Python files `paths`.

    Later files win, as they do when one settings file imports the other. A name that only a colon
    follows has no value; it is noted with the colon.
    """
    places: dict[str, Place] = {}
    for path in paths:
        try:
            data = path.read_bytes()
            tree = ast.parse(data)
        except (OSError, SyntaxError, ValueError):
            continue
        name = path.relative_to(site).as_posix() if path.is_relative_to(site) else str(path)
        file = _PythonFile(name, data.removeprefix(BOM_UTF8).splitlines(), places)
        for statement in tree.body:
            if isinstance(statement, ast.Assign):
                for target in statement.targets:
                    file.note_target(target, statement.value)
            elif isinstance(statement, ast.AnnAssign) and statement.value:
                file.note_target(statement.target, statement.value)
            elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                places[f"{statement.target.id}{UNSET}"] = Place(name, statement.lineno)
    return places


@dataclass(frozen=True, slots=True)
class _PythonFile:
    """One file whose names are noted in `places`."""

    name: str
    lines: list[bytes]
    places: dict[str, Place]

    def note_target(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Name):
            self._note(value, target.id)

    def _note(self, value: ast.expr, key: str) -> None:
        before = self.lines[value.lineno - 1][: value.col_offset]  # Python counts bytes
        self.places[key] = Place(self.name, value.lineno, len(before.decode(errors="replace")) + 1)
        if isinstance(value, ast.Dict):
            for name, inner in zip(value.keys, value.values, strict=True):
                if isinstance(name, ast.Constant):
                    self._note(inner, f"{key}.{name.value!s}")
