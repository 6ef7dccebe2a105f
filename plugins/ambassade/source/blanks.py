"""Texts in brackets that are still to be filled in: `[name]`, `[street, postal code, town]`.

In: a static page or a story as typed. Out: where each stands. What Markdown means by brackets
(links, pictures, footnotes, code) and what writers mean by them (`[sic]`, `[…]`, `[1]`) is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ambassade.problem import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER_END = re.compile(r"\n[ \t]*\n")
_CODE = re.compile(
    r"^(?P<fence>```+|~~~+).*?(?:^(?P=fence)|\Z)|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
    r"|<!--.*?(?:-->|\Z)",
    re.DOTALL | re.MULTILINE,
)
_DEFINED = re.compile(r"^[ ]{0,3}\*?\[(?P<label>[^\]\n]+)\]:", re.MULTILINE)
_BRACKETS = re.compile(
    r"(?<![\\!\]*])\[(?P<text>[^\[\]]*?[^\W\d_]{2}[^\[\]]*)\](?![\[(:])", re.DOTALL
)
_WRITERS = {"sic", "toc"}


def find_blanks(text: str, file: str) -> tuple[Place, ...]:
    """Return where the texts in brackets of a page's body stand."""
    return tuple(_place_of(at, text, file) for at in _find(text))


def find_blank_paragraphs(text: str, file: str) -> tuple[Place, ...]:
    """Return where those stand that are all of their lines: brackets are usual in quotations."""
    return tuple(_place_of(at, text, file) for at in _find(text) if _is_alone(text, at))


def _find(text: str) -> list[int]:
    header = _HEADER_END.search(text)
    start = header.end() if header else 0
    body = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code.group()), text[start:])
    defined = {_label(found["label"]) for found in _DEFINED.finditer(body)}
    return [start + at for label, at in _in_brackets(body) if label not in defined | _WRITERS]


def _is_alone(text: str, at: int) -> bool:
    before = text[text.rfind("\n", 0, at) + 1 : at]
    after = text[text.index("]", at) + 1 :].partition("\n")[0]
    return not before.strip() and not after.strip()


def _in_brackets(body: str) -> Iterator[tuple[str, int]]:
    for found in _BRACKETS.finditer(body):
        if "\n\n" not in found["text"] and not found["text"].startswith("^"):
            yield _label(found["text"]), found.start()


def _label(text: str) -> str:
    """Return the label of a link as Markdown compares it."""
    return " ".join(text.lower().split())


def _place_of(at: int, text: str, file: str) -> Place:
    before = text[:at]
    return Place(file, before.count("\n") + 1, at - before.rfind("\n"))
