"""The folder in which a new site grows, beside the one that is being served.

In: the output folder. Out: a folder on the same file system, empty or a clone of the former site; gone
again if the build fails.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ambassade.paths.deep_folders import make_folders, remove_tree
from ambassade.publish.clone import RESERVE, Clone
from ambassade.stop import environment_faults


def name_staged(output: Path) -> Path:
    """Return the name of that folder."""
    # Resolved, since "build/.." has neither a name nor a parent to build on.
    output = output.resolve()
    return output.with_name(f".{output.name}.ambassade-new")


def clear_staged(output: Path) -> None:
    """Remove what a killed build left there, if it did. Raises EnvironmentFault."""
    staged = name_staged(output)
    if staged.is_dir() and not staged.is_symlink():
        with environment_faults(staged):
            remove_tree(staged)


@contextmanager
def stage(output: Path, clone: Clone | None = None) -> Iterator[tuple[Path, bytes | None]]:
    """Yield a folder beside `output`, for `swap_in` to put in its place; of a clone when its folders changed.

    Without one it is empty: what a killed build left there is removed first. When the block raises, also on
    Ctrl-C, the folder is removed; when it ends well, nothing more is done. An `OSError` of the block
    becomes an `EnvironmentFault`.
    """
    staged = name_staged(output)
    # Where memory runs out there would be none to tidy up with.
    reserve = bytearray(RESERVE)
    with environment_faults(staged):
        try:
            times = clone.take() if clone else None
            if times is None:
                remove_tree(staged)
                make_folders(staged)
            yield staged, times
        except BaseException:
            del reserve
            # The first fault is the one to tell; the next build removes what stays now.
            with suppress(OSError):
                remove_tree(staged)
            raise
