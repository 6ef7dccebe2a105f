"""What ends a command before its work is done, each kind with its exit code.

A fault of the content is a value, a `Problem`. These are the rest: a command used wrongly, a system
that refuses, another build under way. Only `commands` and, under `pelican content` alone, our generator
catch them, print them and exit.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from ambassade.problem import N_


class Stop(Exception):  # noqa: N818 - it is no error of ours
    """Ends a command. Made of an English message marked with `N_`, and what its braces mean."""

    code: ClassVar[int]

    def __init__(self, message: str, **params: object) -> None:
        super().__init__(message)
        self.message = message
        self.params = params

    def __str__(self) -> str:
        return self.message.format(**self.params)


class WrongUsage(Stop):
    """The command cannot be run with these arguments or settings."""

    code = 2


class EnvironmentFault(Stop):
    """The system refused: disk full, permission, memory."""

    code = 3


class AnotherBuild(Stop):
    """Another process is building this site now."""

    code = 4


@contextmanager
def environment_faults(path: Path | str) -> Iterator[None]:
    """Turn any `OSError` of the block into an `EnvironmentFault`.

    It names the file that the system refused, or `path` where the error does not say.
    """
    try:
        yield
    except OSError as error:
        raise EnvironmentFault(
            N_("{path} cannot be read or written: {reason}."),
            path=error.filename if isinstance(error.filename, str) else path,
            reason=error.strerror or str(error),
        ) from error
