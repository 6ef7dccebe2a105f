"""Customers' words: the small Markdown to safe HTML, and HTML to plain text.

The small Markdown has paragraphs, emphasis, lists, block quotes and links. Whatever else was typed
shows literally: the words are the customer's. A link leads to an absolute http(s) address, or it is
no link but the characters that were typed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import nh3
from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_block import blockquote, list_block
from markupsafe import Markup
from unidecode import unidecode

from ambassade.public import RichText
from ambassade.web_address import is_web_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

    BlockRule = Callable[[StateBlock, int, int, bool], bool]

_RULES = ["paragraph", "list", "blockquote", "text", "emphasis", "link", "balance_pairs"]
_TAGS = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "a"}
_ATTRIBUTES = {"a": {"href"}}
_BLOCKS = frozenset({"p", "ul", "ol", "li", "blockquote"})
_LITERAL = "\x01"
_SPACE = re.compile(r"[ \t\n\r\f]+")
_ANY_SPACE = re.compile(r"\s+")
_MARKS = re.compile(r"[*_\[]|^[ \t]*(?:>|[-+][ \t\n]|[0-9]{1,9}[.)][ \t\n])", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_ONLY_MARKS = re.compile(r"^[ \t]*+(?:(?:[-*+>]|[0-9]{1,9}[.)])(?:[ \t]++|$))++$")
_ORDERED = re.compile(
    r"^(?P<before>(?:[ \t]*+[-*+>])*+[ \t]*+)(?P<mark>(?P<number>[0-9]{1,9})[.)][ \t])"
)
_NUMBER = re.compile(r"([0-9]{1,9})[.)]")
_DEEPEST = 20


def render_markdown(text: str) -> RichText:
    """Return `text`, in the small Markdown, as safe HTML and as the plain text of that HTML."""
    html = render_html(text)
    return RichText(html, html_to_text(html))


@lru_cache(maxsize=4096)
def plain_text(text: str) -> str:
    """Return the plain text of the small Markdown `text`."""
    return html_to_text(render_html(text))


def render_html(text: str) -> str:
    """Return the small Markdown `text` as safe HTML, its links marked `ugc nofollow`."""
    cleaned = text.replace(_LITERAL, "").strip()
    if not _MARKS.search(cleaned + "\n"):
        return _render_plain(cleaned)
    html = _markdown().render(_keep_literal_marks(cleaned)).replace(_LITERAL, "")
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https"},
        link_rel="ugc nofollow",
    )
    return clean.strip()


def _render_plain(text: str) -> str:
    """Return a text without any mark as paragraphs, as the engine would, at a tenth of the time."""
    paragraphs = (collapse(part) for part in _BLANK_LINES.split(text))
    return "\n".join(f"<p>{escape(part, quote=False)}</p>" for part in paragraphs if part)


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("zero", {"html": False, "maxNesting": 2 * _DEEPEST})
    enabled = {*markdown.get_all_rules()["block"], *markdown.get_all_rules()["inline"]}
    markdown.enable([rule for rule in _RULES if rule in enabled])
    markdown.enable(["balance_pairs", "emphasis", "fragments_join"], ignoreInvalid=True)
    markdown.inline.ruler.before("link", "typed_image", _keep_image_literal)
    markdown.inline.ruler.before("link", "empty_link", _keep_empty_link_literal)
    markdown.enable(["typed_image", "empty_link"])
    enclosing = {"blockquote": (blockquote, ["list"]), "list": (list_block, [])}
    for name, (rule, others) in enclosing.items():
        before = ["paragraph", "reference", "blockquote", *others]
        markdown.block.ruler.at(name, _limit(rule), {"alt": before})
    setattr(markdown, "validateLink", is_web_address)  # noqa: B010 - the documented way to choose links
    return markdown


def _keep_image_literal(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    if not state.src.startswith("![", state.pos):
        return False
    if not silent:
        state.pending += "!["
    state.pos += 2
    return True


def _keep_empty_link_literal(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - as above
    if not state.src.startswith("[", state.pos):
        return False
    end = parseLinkLabel(state, state.pos)
    if end < 0 or state.src[state.pos + 1 : end].strip():
        return False
    if not silent:
        state.pending += "["
    state.pos += 1
    return True


def _limit(rule: BlockRule) -> BlockRule:
    """Return `rule` for lists and quotes down to some depth; numbers must begin with 1.

    Below that depth the engine would drop the words, and a list that began with 7 would show 1.
    """

    def limited(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        if state.level >= _DEEPEST:
            return False
        if not silent:
            number = _NUMBER.match(state.src, state.bMarks[start] + state.tShift[start])
            if number and int(number[1]) != 1:
                return False
        return rule(state, start, end, silent)

    return limited


def _keep_literal_marks(text: str) -> str:
    """Guard what only looks like a mark: empty items, rules, numbers that begin or continue no list."""
    lines = []
    typed = text.split("\n")
    counted = _Numbers()
    for number, line in enumerate(typed):
        ordered = _ORDERED.match(line)
        if _ONLY_MARKS.match(line) and not _is_between_quotes(typed, number):
            lines.append(_guard(line, len(line) - len(line.lstrip())))
        elif ordered and not counted.go_on(ordered):
            lines.append(_guard(line, ordered.start("number")))
        else:
            lines.append(line)
    return "\n".join(lines)


class _Numbers:
    """The last number of each list that is open, the outermost first, and where its words begin."""

    def __init__(self) -> None:
        self.open: list[tuple[int, int]] = []

    def go_on(self, ordered: re.Match[str]) -> bool:
        """Tell whether this number begins a list or goes on with one, and note it."""
        number = int(ordered["number"])
        column = len(ordered["before"].expandtabs(4))
        while len(self.open) > 1 and self.open[-2][0] > column:
            self.open.pop()
        last = 0
        if self.open and column < self.open[-1][0]:
            last = self.open[-1][1]
        if number not in {1, last + 1}:
            return False
        if last:
            self.open.pop()
        self.open.append((column + len(ordered["mark"]), number))
        return True


def _is_between_quotes(lines: list[str], number: int) -> bool:
    """Tell whether a lone `>` parts two paragraphs of one block quote."""
    if lines[number].strip() != ">" or not 0 < number < len(lines) - 1:
        return False
    around = (lines[number - 1], lines[number + 1])
    return all(line.lstrip().startswith(">") and not _ONLY_MARKS.match(line) for line in around)


def _guard(line: str, at: int) -> str:
    return line[:at] + _LITERAL + line[at:]


class _TextOfHTML(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _BLOCKS:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        self.blocks[-1] += data


def html_to_text(html: str) -> str:
    """Return the text of `html` as a browser shows it: blocks joined by a newline, no marks."""
    parser = _TextOfHTML()
    parser.feed(html)
    parser.close()
    blocks = (collapse(block) for block in parser.blocks)
    return "\n".join(block for block in blocks if block)


def collapse(text: str) -> str:
    """Return `text` on one line, each run of white space one space."""
    return _SPACE.sub(" ", text).strip()


def comparable(text: str) -> str:
    """Return `text` as excerpts are compared: NFC, white space collapsed."""
    return _ANY_SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()


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
    if not both.isalnum():
        return False
    return all(ord(char) not in _SPACELESS for char in both)


_SPACELESS = {*range(0x0E00, 0x1100), *range(0x2E80, 0xA000), *range(0xF900, 0xFB00)}
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
    return unidecode(unicodedata.normalize("NFKC", text)).lower()


def shorten(text: str, longest: int) -> str:
    """Return `text` on one line, cut at a word so that it has at most `longest` characters."""
    line = collapse(text)
    if len(line) <= longest:
        return line
    room = line[: longest - 1]
    whole = room if line[longest - 1] == " " else room.rsplit(" ", 1)[0]
    return f"{whole.rstrip(' ,;:.–—-') or room}…"
