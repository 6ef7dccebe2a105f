"""The engine of the small Markdown: markdown-it with a few of its rules, and a sanitiser behind it.

Most texts have no mark that it is needed for, and it takes a while to load.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import nh3
from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkLabel
from markdown_it.rules_block import blockquote, list_block

from ambassade.markup.literal_marks import LITERAL, keep_literal_marks
from ambassade.web_address import is_web_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

    BlockRule = Callable[[StateBlock, int, int, bool], bool]

_RULES = ["paragraph", "list", "blockquote", "text", "emphasis", "link", "balance_pairs"]
_TAGS = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "a"}
_ATTRIBUTES = {"a": {"href"}}
_NUMBER = re.compile(r"([0-9]{1,9})[.)]")
_OPENING = re.compile(r"\([ \t\n]*+")
_DEEPEST = 20


def render_marked(text: str) -> str:
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
