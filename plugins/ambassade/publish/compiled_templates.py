"""The theme's templates as Jinja compiled them, beside Python's own compiled modules.

They are code, so they are kept where Python keeps code that it trusts, in the `__pycache__` of this
package, and never in a site's `.ambassade/`, which may come from anybody. Where Python writes no such
files, or may not, templates are compiled anew. A site's own templates always are.
"""

from __future__ import annotations

import marshal
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2.bccache import BytecodeCache

from ambassade.kept.frame import hash_code
from ambassade.kept.kept_file import NotWhole, keep_only, read_kept, write_marked
from ambassade.publish.lean_code import is_ours

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.bccache import Bucket

_SUFFIX = ".templates"


class CompiledTemplates(BytecodeCache):
    """The compiled templates of one language, as this code compiles them."""

    def __init__(self, language: str) -> None:
        """Find the folder; those of former versions of the code go when a template is written."""
        here = Path(cache_from_source(__file__)).parent
        self.folder = here / f"{language}-{hash_code().hex()}{_SUFFIX}"
        self.language = language

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Return what is kept of a template; nothing of one that is not the package's."""
        bucket = super().get_bucket(environment, name, filename, source)
        if not is_ours(filename):
            bucket.reset()
            bucket.key = ""
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load what is kept, if it is whole and of the same source."""
        with suppress(NotWhole, EOFError, ValueError, TypeError):
            data = read_kept(self._path(bucket), bucket.checksum)
            bucket.code = marshal.loads(data) if data else None  # noqa: S302 - as trusted as a .pyc

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled; not where that cannot be."""
        if not bucket.key or sys.dont_write_bytecode:
            return
        with suppress(OSError):
            if not self.folder.is_dir():
                self.folder.mkdir(parents=True)
                keep_only(self.folder.parent, self._is_wanted)
            write_marked(self._path(bucket), bucket.checksum, [marshal.dumps(bucket.code)])

    def _is_wanted(self, name: str) -> bool:
        of_us = name.startswith(f"{self.language}-") and name.endswith(_SUFFIX)
        return name == self.folder.name or not of_us

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / bucket.key
