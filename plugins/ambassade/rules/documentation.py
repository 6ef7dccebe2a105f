"""What a rule's docstring says: title, why, a bad and a good sample.

The docstring is the rule's whole documentation: docs/rules.md and `ambassade explain` are made of
it, and the tests run its samples. Title and why are gettext messages.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from dataclasses import dataclass
from functools import cache, cached_property
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
    from collections.abc import Callable, Mapping

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


@dataclass(frozen=True)
class RuleDoc:
    """A rule, and what its module's `docstring` says of it: read when somebody asks, which no build does."""

    rule: Rule
    module: str
    docstring: str

    @cached_property
    def _said(self) -> Mapping[str, str]:
        said = read_docstring(self.docstring)
        if said is None:
            raise ValueError(f"{self.module} lacks Why, Bad and Good in its docstring")
        return said

    def sentences(
        self, translate: Callable[[str], str] = str, language: str = "en"
    ) -> tuple[str, str]:
        """Return title and why in `language`, which is that of `translate` (a gettext function).

        Raises ValueError, as what follows, where the docstring is not of the form.
        """
        # Sources keep their short names in the catalogue: articles move, translations do not.
        why = name_sources(translate(self._said["why"]), language)
        return translate(self._said["title"]), why

    @property
    def title(self) -> str:
        """What the fault is."""
        return self.sentences()[0]

    @property
    def why(self) -> str:
        """Why it is one, with its sources named in full."""
        return self.sentences()[1]

    @property
    def bad(self) -> str:
        """A sample that has it, not indented."""
        return textwrap.dedent(self._said["bad"])

    @property
    def good(self) -> str:
        """A sample that has not."""
        return textwrap.dedent(self._said["good"])

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


def read_docstring(docstring: str) -> Mapping[str, str] | None:
    """Return title, why, bad and good; the first two as the catalogue has them. None: not of the form."""
    match = _FORM.fullmatch(inspect.cleandoc(docstring))
    if match is None:
        return None
    return match.groupdict() | {"why": " ".join(match["why"].split())}


@cache
def all_rules() -> tuple[RuleDoc, ...]:
    """Return every rule, by code."""
    modules = (module for folder in FOLDERS for module in discover(folder))
    docs = [
        RuleDoc(module.RULE, module.__name__, module.__doc__ or "")
        for module in modules
        if hasattr(module, "RULE")
    ]
    return tuple(sorted(docs, key=lambda doc: doc.rule.code))


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
