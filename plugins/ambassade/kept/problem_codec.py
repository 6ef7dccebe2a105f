"""A problem as it is kept and handed over: MessagePack tells no `Word` from a text.

Its texts are UTF-8, which the name of a file need not be.
"""

from __future__ import annotations

import msgspec

from ambassade.problem import Level, Place, Problem, Word

_UTF_8 = "utf-8", "surrogatepass"


class StoredProblem(msgspec.Struct, array_like=True):
    """A problem; of each of its values, whether it is a `Word`."""

    file: bytes
    line: int
    column: int
    code: str
    name: str
    level: Level
    fact: str
    remedy: str
    values: tuple[tuple[str, str, bool], ...]


def store_problem(problem: Problem) -> StoredProblem:
    """Return the problem as it is kept."""
    return StoredProblem(
        problem.place.file.encode(*_UTF_8),
        problem.place.line,
        problem.place.column,
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
        Place(stored.file.decode(*_UTF_8), stored.line, stored.column),
        stored.code,
        stored.name,
        stored.level,
        stored.fact,
        stored.remedy,
        tuple((key, Word(value) if is_word else value) for key, value, is_word in stored.values),
    )
