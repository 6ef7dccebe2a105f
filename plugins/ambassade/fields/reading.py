"""What goes along while one file is cast: its places, its problems, and where its pictures are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from ambassade.problem import Place, Problem
    from ambassade.public import Picture

    PictureFinder = Callable[[str, Place], "Picture | Problem"]


@dataclass(slots=True)
class Reading:
    """One file on its way from nodes to values.

    `find_picture` turns a typed path into a Picture, or into the Problem that says why not. `keys` are
    those of the file itself; `misplaced` are those (dotted) that stand within another, or are misspelt.
    """

    file: str
    find_picture: PictureFinder
    places: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    keys: Collection[str] = ()
    misplaced: set[str] = field(default_factory=set)

    def tell(self, problem: Problem) -> None:
        """Keep a problem; casting goes on."""
        self.problems.append(problem)
