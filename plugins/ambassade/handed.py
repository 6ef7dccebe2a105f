"""What a build and Pelican's generator hand each other."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ambassade.problem import Problem
    from ambassade.survey import Survey


@dataclass(slots=True)
class Handed:
    """What `build` hands to the generator, and what comes back."""

    survey: Survey
    jobs: int
    progress: Callable[[int, int | None], None] | None = None
    problems: list[Problem] = field(default_factory=list)


HANDED: ContextVar[Handed | None] = ContextVar("handed", default=None)


class Refused(Exception):  # noqa: N818 - it is no error of ours
    """Pelican could not read what the site needs: the problems say what."""
