"""Plain text: compared, shortened, folded, made a slug of."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from markupsafe import Markup
from unidecode import unidecode

# Scripts that put no spaces between words, for a class of characters: Thai, Lao, Tibetan, Burmese, Khmer,
# Chinese, Japanese. Korean has spaces, as Georgian has, which follows Burmese.
SPACELESS = (
    "\u0e00-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f"
    "\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U0001aff0-\U0001b16f\U00020000-\U0003ffff"
)
_HAS_SPACELESS = re.compile(f"[{SPACELESS}]")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_ANY_SPACE = re.compile(r"\s+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BLOCK_MARK = re.compile(r"([ \t]*)(?:(>)|([-+*]|[0-9]{1,9}[.)])(?:[ \t]|$))")


def collapse(text: str) -> str:
    """Return `text` on one line, each run of white space one space."""
    # Printable is no white space but the space: most texts are on one line already.
    if "  " not in text and text.isprintable():
        return text.strip()
    return _SPACE.sub(" ", text).strip()


def comparable(text: str) -> str:
    """Return `text` as excerpts are compared: NFC, white space collapsed."""
    return _ANY_SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()


def comparable_markdown(text: str) -> str:
    """Return the small Markdown `text` as it is locked: NFC, each paragraph and list item on a line.

    How a paragraph is wrapped is no matter. Where a line begins with the mark of a list or a quote
    is: "only a 1." loses its 1 where that begins a line.
    """
    lines: list[str] = []
    begins = True
    for line in _LINE_END.split(unicodedata.normalize("NFC", text)):
        if not line.strip(" \t"):
            begins = True
            continue
        marks, rest = _take_block_marks(line)
        if lines and begins:
            lines.append("")
        if marks or begins:
            lines.append(f"{marks} {comparable(rest)}")
        else:
            lines[-1] = f"{lines[-1]} {comparable(rest)}"
        begins = False
    return "\n".join(lines)


def _take_block_marks(line: str) -> tuple[str, str]:
    """Return the marks that `line` begins with, as far in as they stand, and the rest of it."""
    marks, at = [], 0
    # How far in a mark stands decides whether it is one.
    while found := _BLOCK_MARK.match(line, at):
        marks.append("\t" + " " * len(found[1].expandtabs(4)) + (found[2] or found[3]))
        at = found.end()
    return "".join(marks), line[at:]


def find_words(words: str, text: str) -> int:
    """Return where `words` stand in `text` (both comparable) as whole words, -1 if they don't."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        cut_before = start > 0 and _joins(text[start - 1], words[0])
        cut_after = end < len(text) and _joins(words[-1], text[end])
        if not cut_before and not cut_after:
            return start
        start = text.find(words, start + 1)
    return -1


def _joins(left: str, right: str) -> bool:
    """Tell whether two neighbours belong to one word; scripts without spaces have no such seam."""
    both = left + right
    return both.isalnum() and not _HAS_SPACELESS.search(both)


_NO_ASCII_WORD = re.compile("[^a-z0-9]+")
_SLUG_STEPS = ((r"[^\w\s-]", ""), (r"(?u)\A\s*", ""), (r"(?u)\s*\Z", ""), (r"[-\s]+", "-"))


@lru_cache(maxsize=4096)
def slugify(text: str) -> str:
    """Return the slug of `text` exactly as Pelican's `slugify` with its default settings gives it."""
    value = unidecode(unicodedata.normalize("NFKC", Markup(text).striptags()))  # noqa: S704 - only to strip
    for pattern, replacement in _SLUG_STEPS:
        value = re.sub(pattern, replacement, value, flags=re.IGNORECASE)
    return value.lower().strip()


def fold(text: str) -> str:
    """Return `text` in lower-case ASCII letters."""
    if text.isascii():
        return text.lower()
    return unidecode(unicodedata.normalize("NFKC", text)).lower()


def fold_words(text: str) -> list[str]:
    """Return the words of `text` in lower-case ASCII letters and digits, perhaps empty ones at its ends."""
    return _NO_ASCII_WORD.split(fold(text))


def shorten(text: str, longest: int) -> str:
    """Return `text` on one line, cut at a word so that it has at most `longest` characters."""
    # Of a long text only the beginning, unless that is nearly nothing but space.
    line = collapse(text[: 2 * longest])
    if len(line) <= longest:
        line = collapse(text)
    if len(line) <= longest:
        return line
    room = line[: longest - 1]
    whole = room if line[longest - 1] == " " else room.rsplit(" ", 1)[0]
    return f"{whole.rstrip(' ,;:.–—-') or room}…"
