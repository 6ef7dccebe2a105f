"""A problem as it is kept and handed over: MessagePack tells no `Word` from a text."""

from __future__ import annotations

import msgspec

from ambassade.problem import Level, Place, Problem, Word


class StoredProblem(msgspec.Struct, array_like=True):
    """A problem; of each of its values, whether it is a `Word`."""

    place: Place
    code: str
    name: str
    level: Level
    fact: str
    remedy: str
    values: tuple[tuple[str, str, bool], ...]


def store_problem(problem: Problem) -> StoredProblem:
    """Return the problem as it is kept."""
    return StoredProblem(
        problem.place,
        problem.code,
        problem.name,
        problem.level,
        problem.fact,
        problem.remedy,
        tuple((key, str(value), isinstance(value, Word)) for key, value in problem.values),
    )


def restore_problem(stored: StoredProblem) -> Problem:
    """Return the problem that was kept."""
    return Problem(
        stored.place,
        stored.code,
        stored.name,
        stored.level,
        stored.fact,
        stored.remedy,
        tuple((key, Word(value) if is_word else value) for key, value, is_word in stored.values),
    )
