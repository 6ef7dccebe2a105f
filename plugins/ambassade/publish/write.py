"""Writing files below one folder and nowhere else; many of them by several workers.

In: the folder, tasks, and how a task is rendered to paths and bytes. Out: the files.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from ambassade.stop import environment_faults
from ambassade.workers import FEWEST_TASKS, do_all

T = TypeVar("T")


def write_file(root: Path, relative: str, data: bytes) -> None:
    """Write a new file below `root`, with the folders it needs.

    `relative` has slashes. Raises `ValueError`, as it is a bug, for a path that leaves the root or
    a file written twice (which of two would stay is chance); `EnvironmentFault` when the system
    refuses.
    """
    path = _find_below(root, relative)
    with environment_faults(path):
        try:
            _write_new(path, data)
        except (FileExistsError, NotADirectoryError) as error:
            message = f"two files want the path {relative!r} in {root}"
            raise ValueError(message) from error


def write_all(
    root: Path,
    tasks: Sequence[T],
    render: Callable[[T], Iterable[tuple[str, bytes]]],
    jobs: int,
    progress: Callable[[int], None] | None = None,
    *,
    fewest: int = FEWEST_TASKS,
) -> None:
    """Render all tasks and write their files below `root`, in up to `jobs` processes.

    `progress` is told now and then how many tasks are done. Raises what `render` and `write_file`
    raise, an `OSError` as `EnvironmentFault`; also when a worker is killed. The files that were
    written until then stay: `stage` removes them.
    """

    def write_one(task: T) -> None:
        with environment_faults(root):
            for relative, data in render(task):
                write_file(root, relative, data)

    do_all(tasks, write_one, jobs, progress, fewest=fewest)


def _find_below(root: Path, relative: str) -> Path:
    parts = relative.split("/")
    path = root / relative
    if "\\" in relative or "\0" in relative or not {"", ".", ".."}.isdisjoint(parts):
        message = f"{relative!r} is no path below a folder"
        raise ValueError(message)
    real_root, real_parent = os.path.realpath(root), os.path.realpath(path.parent)
    if not Path(real_parent).is_relative_to(real_root):
        message = f"{relative!r} leads out of {root}"
        raise ValueError(message)
    return path


def _write_new(path: Path, data: bytes) -> None:
    try:
        file = path.open("xb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("xb")
    with file:
        file.write(data)
