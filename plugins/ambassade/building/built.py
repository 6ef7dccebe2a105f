"""What a build came to, as it is told."""

from __future__ import annotations

from dataclasses import dataclass, field

from ambassade.problem import Level, Problem


@dataclass(frozen=True, slots=True)
class Built:
    """What a build told. `problems` are sorted; with an error among them nothing was written.

    `stars`: of the pages of items and of reviews, how many there are and may show stars. `unlocked`
    counts what the verbatim lock lacks. `anew`: what was remembered of former runs could not be read.
    """

    problems: tuple[Problem, ...]
    pages: int = 0
    reviews: int = 0
    stars: dict[str, tuple[int, int]] = field(default_factory=dict)
    unlocked: int = 0
    anew: bool = False

    @property
    def has_errors(self) -> bool:
        """Whether anything stopped the build."""
        return any(problem.level is Level.ERROR for problem in self.problems)
