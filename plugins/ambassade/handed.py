"""What a build and Pelican's generator hand each other."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ambassade.problem import Problem
    from ambassade.publish.kept_pages import KeptPages
    from ambassade.publish.manifest import WrittenFile
    from ambassade.surveyed import Survey


@dataclass(slots=True)
class Handed:
    """What `build` hands to the generator, and what comes back.

    `former`: what may be carried over of the site that is served. Back come `problems`, the HTML of
    `bodies` by source file, what is known of files that were `written`, and the `names` of all of ours.
    """

    survey: Survey
    jobs: int
    progress: Callable[[int, int | None], None] | None = None
    problems: list[Problem] = field(default_factory=list)
    former: KeptPages | None = None
    bodies: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, WrittenFile] = field(default_factory=dict)
    names: frozenset[str] = frozenset()


HANDED: ContextVar[Handed | None] = ContextVar("handed", default=None)


class Refused(Exception):  # noqa: N818 - it is no error of ours
    """Pelican could not read what the site needs: the problems say what."""
