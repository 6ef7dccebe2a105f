"""Clean HTML to the text that a browser shows of it."""

from __future__ import annotations

import re
from html import unescape

from ambassade.text import collapse

_BLOCKS = frozenset({"p", "ul", "ol", "li", "blockquote"})
# As the sanitiser writes a tag: in lower case, values in double quotes.
_TAG = re.compile(r'</?([a-z]+)(?:[^">]|"[^"]*")*>')


def html_to_text(html: str) -> str:
    """Return the text of `html` as a browser shows it: blocks joined by a newline, no marks.

    `html` is what the sanitiser made: well-formed, without comments, scripts and the like.
    """
    blocks = [""]
    # Between texts stand the names of the tags.
    for number, part in enumerate(_TAG.split(html)):
        if number % 2 == 0:
            blocks[-1] += unescape(part)
        elif part in _BLOCKS:
            blocks.append("")
    collapsed = (collapse(block) for block in blocks)
    return "\n".join(block for block in collapsed if block)
