"""A verdict on one page and one search feature; its sentences not yet in anybody's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.problem import inert

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a page may be shown with `feature`; if not, why, and what would change it (if anything).

    `title`, `why` and `change` are gettext messages; `values` fill the last two.
    """

    feature: str
    title: str
    eligible: bool
    why: str = ""
    change: str = ""
    values: tuple[tuple[str, str], ...] = ()

    def reasons(self, translate: Callable[[str], str]) -> tuple[str, str]:
        """Return why not, and what would change it, in the language of `translate`."""
        why, change = (translate(each) if each else "" for each in (self.why, self.change))
        return why.format(**dict(self.values)), change.format(**dict(self.values))


@dataclass(frozen=True, slots=True)
class Feature:
    """The identity of a search feature: its name for programs, its title as a message."""

    name: str
    title: str

    def may(self) -> Verdict:
        """Return that a page may be shown with it."""
        return Verdict(self.name, self.title, eligible=True)

    def not_so(self, why: str, change: str = "", **values: str) -> Verdict:
        """Return that a page may not, and why."""
        told = tuple((key, inert(value)) for key, value in values.items())
        return Verdict(self.name, self.title, eligible=False, why=why, change=change, values=told)
