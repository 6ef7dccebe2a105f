"""What `.ambassade/heuristics.json` remembers: what was found out of a text, by a hash of that text.

It only spares time. It may be deleted, damaged or impossible to write: then all is found out anew.
It holds hashes, truth values, numbers and language codes, nothing that can be read.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from ambassade.kept.kept_file import read_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_VERSION = 1
_LONGEST = 1_000_000
_HASH_LENGTH = 32

Found = str | bool
Table = dict[str, dict[str, Found]]


class Memory:
    """Answers by rule and by hash. `is_anew`: there was a file, and nothing could be made of it."""

    def __init__(self, before: Mapping[str, Mapping[str, Found]], *, is_anew: bool = False) -> None:
        self._before = before
        self._now: Table = {}
        self.is_anew = is_anew

    def recall(self, rule: str, text: str, find_out: Callable[[], Found]) -> Found:
        """Return what is remembered of `text` for `rule`, else what `find_out` returns.

        `rule` names the rule and its version; `text` holds all that the answer hangs on.
        """
        mark = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_LENGTH]
        now = self._now.setdefault(rule, {})
        if mark not in now:
            known = self._before.get(rule, {}).get(mark)
            now[mark] = find_out() if known is None else known
        return now[mark]

    def part(self) -> Memory:
        """Return a memory of the same, for another process."""
        return Memory(self._before)

    @property
    def asked(self) -> Table:
        """What was asked for, with the answers."""
        return self._now

    def take(self, asked: Table) -> None:
        """Take what a part was asked for."""
        for rule, answers in asked.items():
            self._now.setdefault(rule, {}).update(answers)

    def save(self, site: Path) -> None:
        """Write what was asked for into the folder `site`, unless it stands there already or cannot be.

        Of the rules that were asked nothing, all is kept; of the others, nothing else.
        """
        after = {**self._before, **self._now}
        if after == self._before and not self.is_anew:
            return
        with suppress(OSError):
            _write(site / ".ambassade", {"version": _VERSION, "found": after})


def open_memory(site: Path) -> Memory:
    """Return what is remembered of the site whose root is `site`; never fails."""
    try:
        data = read_whole(site / ".ambassade" / "heuristics.json")
    except OSError:
        return Memory({})
    try:
        return Memory(_read(data))
    except (ValueError, RecursionError):
        return Memory({}, is_anew=True)


def _read(data: bytes) -> Table:
    """Return what a file holds. Raises ValueError for one that this version did not write."""
    whole = json.loads(data)
    if not isinstance(whole, dict) or whole.get("version") != _VERSION:
        raise ValueError("another version")
    found = whole.get("found")
    if not isinstance(found, dict) or not all(isinstance(one, dict) for one in found.values()):
        raise ValueError("no table")
    for answers in found.values():
        if not all(
            isinstance(one, Found) and len(str(one)) <= _LONGEST for one in answers.values()
        ):
            raise ValueError("no answer")
    return found


def _write(folder: Path, whole: Mapping[str, object]) -> None:
    """Write the file in one step: another process reads the former one or this one, whole."""
    folder.mkdir(exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="ascii")
    new = folder / f"heuristics-{os.getpid()}.new"
    try:
        new.write_text(json.dumps(whole, sort_keys=True, separators=(",", ":")), encoding="ascii")
        new.replace(folder / "heuristics.json")
    finally:
        new.unlink(missing_ok=True)
