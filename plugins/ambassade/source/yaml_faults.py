"""What YAML's parser refuses, told in words that an editor can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import Place, Problem
from ambassade.rules.reading import alias, open_quote, tab_indent, tag, yaml_syntax

if TYPE_CHECKING:
    import yaml

_PROPERTIES = {" alias": alias.RULE, " anchor": alias.RULE, " a tag": tag.RULE}


def tell_syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """Return the problem of a text that YAML's parser refuses, in words an editor can act on."""
    context = error.context or ""
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
        if "quoted" in context and begin is not None:
            place = Place(file, begin.line + 1, begin.column + 1)
        return open_quote.RULE.at(place)
    fact, remedy = _explain(reason)
    return yaml_syntax.RULE.at(place, fact=fact, remedy=remedy, reason=reason)


def _explain(reason: str) -> tuple[str, str]:
    """Return fact and remedy for what the parser says; empty where the rule's own serve."""
    if "mapping values are not allowed" in reason:
        return yaml_syntax.COLON, yaml_syntax.QUOTE
    if "expected <block end>" in reason or "could not find expected ':'" in reason:
        return yaml_syntax.CUT_OFF, yaml_syntax.INDENT
    return ("", "") if reason else (yaml_syntax.UNREADABLE, "")


def _has_tab(typed: str, column: int) -> bool:
    before = typed[: column + 1]
    return "\t" in before and not before.strip(" \t")


def _ends_quote_early(typed: str, column: int) -> bool:
    value = typed[:column].partition(": ")[2].strip()
    return value[:1] in {'"', "'"} and value[-1:] == value[:1] and len(value) > 1
