"""Customers' words: the small Markdown to safe HTML and to plain text.

The small Markdown has paragraphs, emphasis, lists, block quotes and links. Whatever else was typed
shows literally: the words are the customer's. A link leads to an absolute http(s) address, or it is
no link but the characters that were typed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from ambassade.markup.html_text import html_to_text
from ambassade.markup.literal_marks import LITERAL
from ambassade.public import RichText
from ambassade.text import collapse

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK_OF_LINE = re.compile(r"[ \t]*(?:>|(?:[-+]|[0-9]{1,9}[.)])(?:[ \t]|\Z))")
# What nearly all emphasis is: words between stars that stand apart, such as "*this* one"; and nearly all
# links: words without a mark, an address of which no letter is put otherwise. Whatever else has a mark
# goes to the engine. It looks back only where it found a star or a bracket: a search for that is swift.
_SPAN = re.compile(
    r"\*(?<![^ \t\n]\*)(\*?)(?=[^\W_])([^*_\[\n]*(?<=[^\W_]))\*\1(?=[ \t\n.,;:!?]|\Z)"
    r"|\[(?<![]!\\]\[)([^\W_](?:[^][*_<>&`\\\n]*[^\W_])?)\]"
    r"\((https?://[a-z0-9]+(?:[.-][a-z0-9]+)*\.[a-z]+(?:/[A-Za-z0-9./~-]*)?)\)"
)
_LINE_END = re.compile(r"\r\n?")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


def render_markdown(text: str) -> RichText:
    """Return `text`, in the small Markdown, as safe HTML and as the plain text of that HTML."""
    cleaned = _clean(text)
    bare = _without_spans(cleaned)
    if not _has_marks(bare):
        return _render_plain(cleaned, bare)
    parts = [
        _render_plain(part, _without_spans(part)) if is_plain else _render_marked(part)
        for is_plain, part in _part_by_marks(cleaned)
    ]
    return RichText(
        "\n".join(part.html for part in parts if part.html),
        "\n".join(part.text for part in parts if part.text),
    )


def _part_by_marks(text: str) -> Iterator[tuple[bool, str]]:
    """Yield the parts of a text, and whether each is plain: blank lines around it, and no mark in it.

    What is indented may belong to a list before it.
    """
    blocks = _BLANK_LINES.split(text)
    for is_plain, together in groupby(blocks, _is_plain):
        yield is_plain, "\n\n".join(together)


def _is_plain(block: str) -> bool:
    return not block.startswith((" ", "\t")) and not _has_marks(_without_spans(block))


def _render_marked(text: str) -> RichText:
    # It takes a while to load, and few texts need it.
    from ambassade.markup.markdown_engine import render_marked  # noqa: PLC0415

    html = render_marked(text)
    return RichText(html, html_to_text(html))


@lru_cache(maxsize=4096)
def plain_text(text: str) -> str:
    """Return the plain text of the small Markdown `text`."""
    return render_markdown(text).text


def _clean(text: str) -> str:
    return _LINE_END.sub("\n", text.replace(LITERAL, "")).strip()


def _has_marks(text: str) -> bool:
    if "*" in text or "_" in text or "[" in text:
        return True
    return any(map(_MARK_OF_LINE.match, text.split("\n")))


def _without_spans(text: str) -> str:
    """Return a text with the words alone of what `_SPAN` finds in it."""
    return _SPAN.sub(_words_of, text) if "*" in text or "[" in text else text


def _words_of(span: re.Match[str]) -> str:
    return span[2] or span[3]


def _render_plain(text: str, bare: str) -> RichText:
    """Return a text without any mark but those of `_SPAN` as the engine would, at a tenth of the time.

    `bare` is the text without these.
    """
    escaped = _paragraphs_of(escape(text, quote=False))
    return RichText(
        "\n".join(f"<p>{_mark_up(part)}</p>" for part in escaped),
        "\n".join(_paragraphs_of(bare)),
    )


def _paragraphs_of(text: str) -> Iterator[str]:
    return filter(None, map(collapse, _BLANK_LINES.split(text)))


def _mark_up(escaped: str) -> str:
    return _SPAN.sub(_show, escaped) if "*" in escaped or "[" in escaped else escaped


def _show(found: re.Match[str]) -> str:
    star, emphasised, linked, address = found.groups()
    if linked:
        return f'<a href="{address}" rel="ugc nofollow">{linked}</a>'
    tag = "strong" if star else "em"
    return f"<{tag}>{emphasised}</{tag}>"
