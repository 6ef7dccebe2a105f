"""What a rule's docstring says: title, why, a bad and a good sample.

The docstring is the rule's whole documentation: docs/rules.md and `ambassade explain` are made of
it, and the tests run its samples.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import ambassade.rules.building
import ambassade.rules.content
import ambassade.rules.heuristics
import ambassade.rules.reading
import ambassade.rules.since
import ambassade.rules.site
from ambassade.discovery import discover
from ambassade.problem import Level, Rule
from ambassade.rules.law import name_sources

if TYPE_CHECKING:
    from types import ModuleType

FOLDERS = (
    ambassade.rules.reading,
    ambassade.rules.content,
    ambassade.rules.heuristics,
    ambassade.rules.site,
    ambassade.rules.building,
    ambassade.rules.since,
)
_FIXED_FOLDERS = ("reading", "building")
_FORM = re.compile(
    r"(?P<title>[^\n]+)\n\nWhy: (?P<why>.+?)\n\n"
    r"Bad:\n(?P<bad>.+?)\n\nGood:\n(?P<good>.+)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """A rule and what its module says of it. The samples are as in the docstring, not indented."""

    rule: Rule
    title: str
    why: str
    bad: str
    good: str
    module: str

    @property
    def by_level(self) -> dict[Level, list[str]]:
        """The profiles under which it has a level other than its own, by that level, gravest first."""
        found: dict[Level, list[str]] = {}
        for profile, level in sorted(self.rule.under.items(), key=lambda pair: (pair[1], pair[0])):
            if level is not self.rule.level:
                found.setdefault(level, []).append(profile)
        return found

    @property
    def family(self) -> str:
        """The letter that the codes of its kind begin with."""
        return self.rule.code[0]


@cache
def all_rules() -> tuple[RuleDoc, ...]:
    """Return every rule, by code."""
    modules = [module for folder in FOLDERS for module in discover(folder)]
    rules = [describe_rule(module) for module in modules if hasattr(module, "RULE")]
    return tuple(sorted(rules, key=lambda doc: doc.rule.code))


def rule_by_code(code: str) -> RuleDoc | None:
    """Return the rule with that code or name, in whatever case; None if there is none."""
    wanted = code.strip().lower()
    return next((doc for doc in all_rules() if wanted in names_of(doc)), None)


def is_fixed(doc: RuleDoc) -> bool:
    """Tell whether settings may not lower it: nothing can be made of what cannot be read."""
    return doc.rule.fixed or (
        doc.rule.level is Level.ERROR and doc.module.split(".")[-2] in _FIXED_FOLDERS
    )


def names_of(doc: RuleDoc) -> tuple[str, str]:
    """Return the code and the name of a rule, in small letters."""
    return doc.rule.code.lower(), doc.rule.name


def describe_rule(module: ModuleType) -> RuleDoc:
    """Return what the docstring of `module` says; raise ValueError if it is not of the form."""
    rule = getattr(module, "RULE", None)
    match = _FORM.fullmatch(inspect.getdoc(module) or "")
    if match is None or not isinstance(rule, Rule):
        raise ValueError(f"{module.__name__} lacks RULE, or Why, Bad and Good in its docstring")
    return RuleDoc(
        rule=rule,
        title=match["title"],
        why=name_sources(" ".join(match["why"].split())),
        bad=textwrap.dedent(match["bad"]),
        good=textwrap.dedent(match["good"]),
        module=module.__name__,
    )
