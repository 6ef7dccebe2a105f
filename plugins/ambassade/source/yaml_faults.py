"""What YAML's parser refuses, told in words that an editor can act on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ambassade.problem import Place, Problem
from ambassade.rules.reading import (
    alias,
    open_quote,
    tab_indent,
    tag,
    typographic_quotes,
    yaml_syntax,
)
from ambassade.source.yaml_brackets import tell_brackets
from ambassade.source.yaml_indents import tell_indent, tell_pair_after_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    import yaml

_INDENTED_KEY = re.compile(r"\s+[A-Za-z]+\s*:")
_KEY_BEFORE = re.compile(r"[ \t]*[A-Za-z]+")
_HAS_KEY = re.compile(r":(?:[ \t]|\Z)|[ \t]*-(?:[ \t]|\Z)")
_MARK_FIRST = re.compile(r":[ ]+[\[{@%`|>-].*\S")
_OF_FIRST_CHARACTER = ("cannot start any token", "comment or line break", "sequence entries")
_OF_ESCAPE = ("escape character", "character escape code", "hexdecimal number")
NO_BREAK_SPACES = "\u00a0\u202f"
NO_BREAKS = frozenset(NO_BREAK_SPACES)
_NO_BREAK = re.compile("^[ \t]*(?:- +)?[A-Za-z]+[ \u00a0\u202f]*:[\u00a0\u202f]", re.MULTILINE)
_LIKE_SPACE = re.compile("[ ]*(?P<first>[\u00a0\u2000-\u200d\u202f\u2060\u3000\ufeff])")
_PROPERTIES = {" alias": alias.RULE, " anchor": alias.RULE, " a tag": tag.RULE}


def tell_syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """Return the problem of a text that YAML's parser refuses, in words an editor can act on."""
    context = error.context or ""
    no_break = tell_no_break(text, file)
    if no_break is not None:
        return no_break
    begin = error.context_mark
    for word, rule in _PROPERTIES.items():
        if context.endswith(word) and begin is not None:
            return rule.at(Place(file, begin.line + 1, begin.column + 1))
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    typed = lines[line] if line < len(lines) else ""
    reason = (error.problem or "").strip()
    place = Place(file, line + 1, column + 1)
    if _has_tab(typed, column) or ("tab" in reason and "\t" in typed):
        return tab_indent.RULE.at(Place(file, line + 1, typed.index("\t") + 1))
    if "quoted scalar" in context or _ends_quote_early(typed, column):
        return _tell_quote(error, file, typed, place)
    fact, remedy = _explain(reason, typed, column)
    return (
        _tell_line(error, line, lines, file)
        or tell_brackets(error, lines, file)
        or tell_indent(reason, place, lines)
        or tell_pair_after_key(reason, place, typed)
        or yaml_syntax.RULE.at(place, fact=fact, remedy=remedy, reason=reason)
    )


def tell_no_break(text: str, file: str) -> Problem | None:
    """Return the problem of a no-break space after a key's colon, None where there is none."""
    found = _NO_BREAK.search(text)
    if not found:
        return None
    line = text.count("\n", 0, found.end())
    column = found.end() - text.rfind("\n", 0, found.end()) - 1
    fact, remedy = yaml_syntax.NO_BREAK, yaml_syntax.SPACE
    return yaml_syntax.RULE.at(Place(file, line + 1, column), fact=fact, remedy=remedy)


def _tell_line(
    error: yaml.MarkedYAMLError, number: int, lines: Sequence[str], file: str
) -> Problem | None:
    """Return the problem of a line that begins or goes on as no key does; None if it is another."""
    lost = _find_line_without_key(error, lines)
    at = number if lost is None else lost
    found = _LIKE_SPACE.match(lines[at]) if at < len(lines) else None
    if found:
        return tell_like_space(Place(file, at + 1, found.start("first") + 1), found["first"])
    if lost is None:
        return None
    indent = len(lines[lost]) - len(lines[lost].lstrip())
    fact, remedy = yaml_syntax.NO_COLON, yaml_syntax.WRITE_COLON
    return yaml_syntax.RULE.at(Place(file, lost + 1, indent + 1), fact=fact, remedy=remedy)


def tell_like_space(place: Place, character: str) -> Problem:
    """Return the problem of a line that begins with `character`, which is no space to YAML."""
    fact, remedy, code = yaml_syntax.LIKE_SPACE, yaml_syntax.ORDINARY, f"U+{ord(character):04X}"
    return yaml_syntax.RULE.at(place, fact=fact, remedy=remedy, character=code)


def _tell_quote(error: yaml.MarkedYAMLError, file: str, typed: str, place: Place) -> Problem:
    """Return the problem of a text in quotation marks, which YAML lost at `place` in the line `typed`."""
    begin, reason = error.context_mark, error.problem or ""
    if any(each in reason for each in _OF_ESCAPE):
        place = Place(file, place.line, typed.rfind("\\", 0, place.column) + 1)
        return open_quote.RULE.at(place, fact=open_quote.ESCAPE, remedy=open_quote.PLAIN)
    if "quoted" in (error.context or "") and begin is not None:
        place = Place(file, begin.line + 1, begin.column + 1)
    return open_quote.RULE.at(place)


def _find_line_without_key(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> int | None:
    """Return which line has no colon after its key; the parser tells it at the next key.

    None where that is not the fault.
    """
    reason, begin, mark = error.problem or "", error.context_mark, error.problem_mark
    if "could not find expected ':'" in reason and begin is not None:
        return begin.line if begin.line < len(lines) else None
    if "mapping values are not allowed" not in reason or mark is None or mark.line >= len(lines):
        return None
    if not _KEY_BEFORE.fullmatch(lines[mark.line][: mark.column]):
        return None
    before = [number for number in range(mark.line) if lines[number].strip()]
    return before[-1] if before and not _HAS_KEY.search(lines[before[-1]]) else None


def _explain(reason: str, typed: str, column: int) -> tuple[str, str]:
    """Return fact and remedy for what the parser says; empty where the rule's own serve."""
    if "mapping values are not allowed" in reason:
        if _INDENTED_KEY.match(typed) and typed.find(":") == column:
            return yaml_syntax.CUT_OFF, yaml_syntax.INDENT
        is_quoted = _value_before(typed, column)[:1] in set(typographic_quotes.OPENING)
        return yaml_syntax.COLON, typographic_quotes.STRAIGHT if is_quoted else yaml_syntax.QUOTE
    if _MARK_FIRST.search(typed) or any(each in reason for each in _OF_FIRST_CHARACTER):
        return yaml_syntax.FIRST_CHARACTER, yaml_syntax.QUOTE
    if "<document start>" in reason:
        return yaml_syntax.FIRST_LINE, yaml_syntax.NO_INDENT
    if "expected <block end>" in reason:
        return yaml_syntax.CUT_OFF, yaml_syntax.INDENT
    return ("", "") if reason else (yaml_syntax.UNREADABLE, "")


def _has_tab(typed: str, column: int) -> bool:
    before = typed[: column + 1]
    return "\t" in before and not before.strip(" \t")


def _ends_quote_early(typed: str, column: int) -> bool:
    value = _value_before(typed, column)
    return value[:1] in {'"', "'"} and value[-1:] == value[:1] and len(value) > 1


def _value_before(typed: str, column: int) -> str:
    return typed[:column].partition(": ")[2].strip()
