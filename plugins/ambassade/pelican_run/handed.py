"""What a build and Pelican's generator hand each other."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ambassade.problem import Problem
    from ambassade.publish.kept_pages import KeptPages
    from ambassade.publish.new_tree import NewTree
    from ambassade.survey.surveyed import Survey


@dataclass(slots=True)
class Handed:
    """What `build` hands to the generator, and what comes back.

    `tree`: where the new site grows. `kept`: which pages of the former one may stay. Back come
    `problems`, the HTML of `bodies` by source file, and whether cards had to be made `anew`.
    """

    survey: Survey
    jobs: int
    progress: Callable[[int, int | None], None] | None = None
    problems: list[Problem] = field(default_factory=list)
    tree: NewTree | None = None
    kept: KeptPages | None = None
    bodies: dict[str, str] = field(default_factory=dict)
    anew: bool = False


HANDED: ContextVar[Handed | None] = ContextVar("handed", default=None)


class Refused(Exception):  # noqa: N818 - it is no error of ours
    """Pelican could not read what the site needs: the problems say what."""
