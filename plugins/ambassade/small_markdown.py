"""Customers' words: the small Markdown to safe HTML and to plain text.

The small Markdown has paragraphs, emphasis, lists, block quotes and links. Whatever else was typed
shows literally: the words are the customer's. A link leads to an absolute http(s) address, or it is
no link but the characters that were typed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

import nh3
from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkLabel
from markdown_it.rules_block import blockquote, list_block

from ambassade.html_text import html_to_text
from ambassade.literal_marks import LITERAL, keep_literal_marks
from ambassade.public import RichText
from ambassade.text import collapse
from ambassade.web_address import is_web_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

    BlockRule = Callable[[StateBlock, int, int, bool], bool]

_RULES = ["paragraph", "list", "blockquote", "text", "emphasis", "link", "balance_pairs"]
_TAGS = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "a"}
_ATTRIBUTES = {"a": {"href"}}
_MARKS = re.compile(r"[*_\[]|^[ \t]*(?:>|[-+][ \t\n]|[0-9]{1,9}[.)][ \t\n])", re.MULTILINE)
# Words between stars that stand apart, such as "*this* one": what nearly all emphasis is, and by CommonMark
# nothing else. Whatever else has a mark goes to the engine.
_EMPHASIS = re.compile(
    r"(?<![^ \t\n])(\*{1,2})(?=[^\W_])([^*_\[\n]*(?<=[^\W_]))\1(?=[ \t\n.,;:!?]|\Z)"
)
_LINE_END = re.compile(r"\r\n?")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_NUMBER = re.compile(r"([0-9]{1,9})[.)]")
_OPENING = re.compile(r"\([ \t\n]*+")
_DEEPEST = 20


def render_markdown(text: str) -> RichText:
    """Return `text`, in the small Markdown, as safe HTML and as the plain text of that HTML."""
    cleaned = _clean(text)
    if not _MARKS.search(_EMPHASIS.sub(r"\2", cleaned) + "\n"):
        paragraphs = _paragraphs(cleaned)
        words = (_EMPHASIS.sub(r"\2", part) for part in paragraphs)
        return RichText(_render_plain(paragraphs), "\n".join(words))
    html = _render_marked(cleaned)
    return RichText(html, html_to_text(html))


@lru_cache(maxsize=4096)
def plain_text(text: str) -> str:
    """Return the plain text of the small Markdown `text`."""
    return render_markdown(text).text


def _clean(text: str) -> str:
    return _LINE_END.sub("\n", text.replace(LITERAL, "")).strip()


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text without any mark but those of `_EMPHASIS`."""
    return [part for part in map(collapse, _BLANK_LINES.split(text)) if part]


def _render_plain(paragraphs: list[str]) -> str:
    """Return such paragraphs as the engine would, at a tenth of the time."""
    escaped = (escape(part, quote=False) for part in paragraphs)
    return "\n".join(f"<p>{_EMPHASIS.sub(_emphasise, part)}</p>" for part in escaped)


def _emphasise(found: re.Match[str]) -> str:
    tag = "em" if found[1] == "*" else "strong"
    return f"<{tag}>{found[2]}</{tag}>"


def _render_marked(text: str) -> str:
    """Return a text with marks as safe HTML, its links marked `ugc nofollow`."""
    html = _markdown().render(keep_literal_marks(text)).replace(LITERAL, "")
    return _sanitiser().clean(html).strip()


@lru_cache(maxsize=1)
def _sanitiser() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https"},
        link_rel="ugc nofollow",
    )


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
    if end < 0 or (state.src[state.pos + 1 : end].strip() and not _leads_nowhere(state, end + 1)):
        return False
    if not silent:
        state.pending += "["
    state.pos += 1
    return True


def _leads_nowhere(state: StateInline, at: int) -> bool:
    """Tell whether the address in brackets at `at` is empty, as in `()` or `(<>)`."""
    found = _OPENING.match(state.src, at)
    if not found:
        return False
    address = parseLinkDestination(state.src, found.end(), state.posMax)
    return not address.str and (address.ok or state.src.startswith(")", found.end()))


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
