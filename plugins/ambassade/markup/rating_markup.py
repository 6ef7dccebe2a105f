"""Markup of ratings that somebody wrote by hand: JSON-LD, microdata or RDFa in a text of HTML."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = (
    "AggregateRating|Rating|Review|Review-aggregate|bestRating|ratingCount|ratingValue|reviewCount"
    "|reviewRating|reviews|worstRating"
)
# A name alone, after a prefix as in `schema:Review`, or at the end of an address.
_NAME = re.compile(rf"(?:\S*[/#:])?(?P<name>{_NAMES})", re.IGNORECASE)
_JSON_NAME = rf'"(?:[^"\s]*[/#:])?(?:{_NAMES})"'
_IN_JSON = re.compile(
    rf'(?P<key>{_JSON_NAME})\s*:|"@type"\s*:\s*(?:\[[^\]]{{0,500}}?)?(?P<type>{_JSON_NAME})',
    re.IGNORECASE,
)
_HIDDEN = {"<!--": "-->", "{#": "#}", "{%": "%}"}
_HIDING = re.compile("|".join(map(re.escape, _HIDDEN)))
_TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*+>""")
_ATTRIBUTE = re.compile(
    r"""\s(?:itemprop|itemtype|typeof|property)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"<script\b(?P<is>[^<>]*+)>(?P<data>.*?)(?:</script|\Z)", re.DOTALL | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class MarkedUp:
    """A name of the vocabulary that marks up a rating, as it was written, and its line."""

    name: str
    line: int


def find_rating_markup(html: str) -> Iterator[MarkedUp]:
    """Yield what marks up a rating in `html`, or in a template; what is commented out does nothing."""
    shown = "".join(_without_hidden(html))
    for script in _SCRIPT.finditer(shown):
        if "ld+json" not in script["is"].lower():
            continue
        for found in _IN_JSON.finditer(_unescape(script["data"])):
            name = (found["key"] or found["type"]).strip('"')
            yield MarkedUp(name, _line(shown, script.start()))
    for tag in _TAG.finditer(shown):
        for attribute in _ATTRIBUTE.finditer(tag.group()):
            for word in "".join(each or "" for each in attribute.groups()).split():
                named = _NAME.fullmatch(word)
                if named:
                    yield MarkedUp(named["name"], _line(shown, tag.start() + attribute.start()))


def _unescape(data: str) -> str:
    r"""Return JSON without `\u0052` for `R`; what is no JSON, such as a template, as it is."""
    try:
        return json.dumps(json.loads(data), ensure_ascii=False)
    except (ValueError, RecursionError):
        return data


def _without_hidden(html: str) -> Iterator[str]:
    """Yield what is between comments and the like, and their line ends; each is looked for once."""
    begin, at = 0, 0
    unclosed: set[str] = set()
    while found := _HIDING.search(html, at):
        mark = found.group()
        end = -1 if mark in unclosed else html.find(_HIDDEN[mark], found.end())
        if end < 0:
            unclosed.add(mark)
            at = found.end()
            continue
        yield html[begin : found.start()]
        yield " " + "\n" * html.count("\n", found.start(), end)
        begin = at = end + len(_HIDDEN[mark])
    yield html[begin:]


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
