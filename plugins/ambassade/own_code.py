"""Whether settings bring code of the site's own, which may make other pages tomorrow.

In: the settings' values. Out: yes or no. Of data, what it is can be put into words, and tells whether it
changed; a function or a class is the same in words whatever it does.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import PosixPath, PurePosixPath, PureWindowsPath, WindowsPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_DATA = frozenset(
    {
        *(bool, bytes, complex, Decimal, float, int, str, type(None)),
        *(date, datetime, time, timedelta),
        *(PosixPath, PurePosixPath, PureWindowsPath, WindowsPath),
    }
)
_COLLECTIONS = frozenset({list, tuple, set, frozenset})
# What Python-Markdown brings, which has no names but these and those of its package.
_PACKAGE = "markdown.extensions."
_OF_MARKDOWN = frozenset(
    (
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code"),
        *("footnotes", "legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists"),
        *("smarty", "tables", "toc", "wikilinks"),
    )
)


def brings_code(values: Mapping[str, object]) -> bool:
    """Tell whether settings hold anything but data, or name extensions of Markdown that others made."""
    return not _is_data(values) or not all(map(_is_of_markdown, _list_extensions(values)))


def _is_data(value: object) -> bool:
    left, seen = [value], set[int]()
    while left:
        each = left.pop()
        if type(each) in _DATA:
            continue
        # One may hold itself.
        if id(each) in seen:
            continue
        seen.add(id(each))
        if isinstance(each, dict) and type(each) is dict:
            left += [*each.keys(), *each.values()]
        elif isinstance(each, list | tuple | set | frozenset) and type(each) in _COLLECTIONS:
            left += each
        else:
            return False
    return True


def _list_extensions(values: Mapping[str, object]) -> Iterable[object]:
    """Yield what Pelican hands to Markdown by MARKDOWN: names, and options by name."""
    given = values.get("MARKDOWN")
    options = given if isinstance(given, dict) else {}
    for key in ("extensions", "extension_configs"):
        named = options.get(key, ())
        yield from named if isinstance(named, dict | list | tuple | set) else (named,)


def _is_of_markdown(name: object) -> bool:
    return isinstance(name, str) and (name in _OF_MARKDOWN or name.startswith(_PACKAGE))
