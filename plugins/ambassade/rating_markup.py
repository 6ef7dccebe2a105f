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
    rf'(?P<key>{_JSON_NAME})\s*:|"@type"\s*:\s*(?:\[[^\]]*?)?(?P<type>{_JSON_NAME})', re.IGNORECASE
)
_HIDDEN = re.compile(r"<!--.*?-->|\{#.*?#\}|\{%.*?%\}", re.DOTALL)
_TAG = re.compile(r"""<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(
    r"""\s(?:itemprop|itemtype|typeof|property)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""",
    re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"<script\b[^>]*ld\+json[^>]*>(?P<data>.*?)(?:</script|\Z)", re.DOTALL | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class MarkedUp:
    """A name of the vocabulary that marks up a rating, as it was written, and its line."""

    name: str
    line: int


def find_rating_markup(html: str) -> Iterator[MarkedUp]:
    """Yield what marks up a rating in `html`, or in a template; what is commented out does nothing."""
    shown = _HIDDEN.sub(_keep_lines, html)
    for script in _SCRIPT.finditer(shown):
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


def _keep_lines(hidden: re.Match[str]) -> str:
    return " " + "\n" * hidden.group().count("\n")


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
