"""Does a value fit what schema.org expects of a property?

In: a value and the expected types. Out: yes or no.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from urllib.parse import urlsplit

from schema_org import registry

_SITE = "https://schema.org/"
_DURATION = re.compile(
    r"P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?"
)
_MEASURE = re.compile(r"-?\d+(\.\d+)? \S.*")


def types_above(name: str) -> set[str]:
    """A type and everything that it is a kind of: Product is a Thing."""
    return {name, *registry.ancestry(name)}


def fits(value: object, expected: tuple[str, ...], types: Mapping[str, str]) -> bool:
    """Whether one value (not a list) fits one of the expected types.

    `types` tells the type of each described `@id`, so that a bare reference is judged by what it
    names. A reference that names nothing described is json_ld's to report, and passes here.
    """
    if isinstance(value, dict):
        name = value.get("@type", types.get(str(value.get("@id"))))
        return name is None or bool(types_above(str(name)) & set(expected))
    if isinstance(value, bool):
        return "Boolean" in expected
    if isinstance(value, int):
        return bool({"Integer", "Number"} & set(expected))
    if isinstance(value, float):
        return bool({"Float", "Number"} & set(expected))
    if isinstance(value, str):
        return any(_fits_as_text(value, name) for name in expected)
    return False


def _fits_as_text(value: str, name: str) -> bool:
    """Whether a string is a value of a data type or a member of an enumeration."""
    if name in _TEXT_FORMS:
        return bool(value.strip()) and _TEXT_FORMS[name](value)
    return any(
        value == _SITE + member
        for kind, members in registry.ENUM_MEMBERS.items()
        if name in types_above(kind)
        for member in members
    )


def _is_url(value: str) -> bool:
    parts = urlsplit(value)
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and not re.search(r"\s", value)


def _parses(parse: Callable[[str], object], shape: str) -> Callable[[str], bool]:
    """A test: does the text have this shape, and does the parser take it?"""

    def test(value: str) -> bool:
        try:
            parse(value)
        except ValueError:
            return False
        return re.fullmatch(shape, value) is not None

    return test


def _is_anything(_value: str) -> bool:
    return True


_CLOCK = r"\d\d:\d\d(:\d\d(\.\d+)?)?"
_ZONE = r"(Z|[+-]\d\d:\d\d)"

_TEXT_FORMS: dict[str, Callable[[str], bool]] = {
    "CssSelectorType": _is_anything,
    "Date": _parses(date.fromisoformat, r"\d{4}-\d\d-\d\d"),
    "DateTime": _parses(datetime.fromisoformat, rf"\d{{4}}-\d\d-\d\dT{_CLOCK}{_ZONE}?"),
    "Distance": lambda value: _MEASURE.fullmatch(value) is not None,
    "Duration": lambda value: _DURATION.fullmatch(value) is not None,
    "Energy": lambda value: _MEASURE.fullmatch(value) is not None,
    "Mass": lambda value: _MEASURE.fullmatch(value) is not None,
    "Text": _is_anything,
    "Time": _parses(time.fromisoformat, rf"{_CLOCK}{_ZONE}?"),
    "URL": _is_url,
    "XPathType": _is_anything,
}
