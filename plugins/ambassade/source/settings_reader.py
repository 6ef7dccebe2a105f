"""The values of a settings file to `Settings`, each problem told where the value was typed."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ambassade.addresses import Addresses
from ambassade.fields.node import Entries, Items, Node, Scalar
from ambassade.fields.reading import Reading
from ambassade.fields.settings import FIELDS
from ambassade.fields.shapes import cast_entries
from ambassade.problem import Place
from ambassade.settings import Company, Settings

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
    cast = cast_entries(Entries(pairs, Place(file)), FIELDS, "", reading)
    return _make(cast, file, reading), reading.problems


def _make(cast: dict[str, Any], file: str, reading: Reading) -> Settings:
    values = {_RENAMED.get(key, key): value for key, value in cast.items()}
    default = values.pop("default_lang", "en")
    others = [each for each in values.pop("languages", ()) if each != default]
    values["languages"] = tuple(dict.fromkeys([default, *others]))
    addresses = values.pop("addresses", {})
    values["addresses"] = replace(Addresses(default_language=default), **addresses)
    for key in _TOGETHER:
        values.setdefault(key, Company("") if key == "company" else "")
    return Settings(**values, file=file, places=reading.places)


_RENAMED = {"siteurl": "site_url", "sitename": "site_name"}


def _to_node(value: object, key: str, places: Mapping[str, Place], outer: Place) -> Node:
    place = places.get(key, outer)
    if isinstance(value, Mapping):
        pairs = [
            (
                Scalar(str(name), places.get(f"{key}.{name}", place)),
                _to_node(inner, f"{key}.{name}", places, place),
            )
            for name, inner in value.items()
            if inner is not None
        ]
        return Entries(tuple(pairs), place)
    if isinstance(value, list | tuple | set):
        return Items(tuple(_to_node(each, key, places, place) for each in value), place)
    if isinstance(value, bool):
        return Scalar("true" if value else "false", place)
    return Scalar(str(value), place)


def find_places(paths: list[Path], site: Path) -> dict[str, Place]:
    """Return where the names, and the keys of dictionaries, stand in the Python files `paths`.

    Later files win, as they do when one settings file imports the other.
    """
    places: dict[str, Place] = {}
    for path in paths:
        try:
            tree = ast.parse(path.read_bytes())
        except (OSError, SyntaxError, ValueError):
            continue
        file = path.relative_to(site).as_posix() if path.is_relative_to(site) else str(path)
        for statement in tree.body:
            if isinstance(statement, ast.Assign):
                for target in statement.targets:
                    if isinstance(target, ast.Name):
                        _note(statement.value, target.id, file, places)
    return places


def _note(value: ast.expr, key: str, file: str, places: dict[str, Place]) -> None:
    places[key] = Place(file, value.lineno, value.col_offset + 1)
    if isinstance(value, ast.Dict):
        for name, inner in zip(value.keys, value.values, strict=True):
            if isinstance(name, ast.Constant):
                _note(inner, f"{key}.{name.value!s}", file, places)
