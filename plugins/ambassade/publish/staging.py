"""The folder in which a new site grows, beside the one that is being served.

In: the output folder. Out: an empty folder on the same file system, gone again if the build fails.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ambassade.publish.removal import remove_tree
from ambassade.stop import environment_faults


@contextmanager
def stage(output: Path) -> Iterator[Path]:
    """Yield an empty folder beside `output`, for `swap_in` to put in its place.

    What a killed build left there is removed first. When the block raises, also on Ctrl-C, the
    folder is removed; when it ends well, nothing more is done. An `OSError` of the block becomes
    an `EnvironmentFault`.
    """
    # Resolved, since "build/.." has neither a name nor a parent to build on.
    output = output.resolve()
    staged = output.with_name(f".{output.name}.ambassade-new")
    with environment_faults(staged):
        remove_tree(staged)
        try:
            staged.mkdir(parents=True)
            yield staged
        except BaseException:
            # The first fault is the one to tell; the next build removes what stays now.
            shutil.rmtree(staged, ignore_errors=True)
            raise
