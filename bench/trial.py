"""One peer's site, and what is done to it again and again."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bench.content import edit, make_items, make_review
from bench.measure import run, weigh

if TYPE_CHECKING:
    from bench.measure import Measure, Weight
    from bench.peers import Peer

STATES = ("check", "cold", "unchanged", "edited", "added")
_ROOT = Path(__file__).parents[1]


@dataclass(slots=True)
class Trial:
    """A peer with `count` reviews in `folder`, and what was measured by state."""

    peer: Peer
    count: int
    folder: Path
    measures: dict[str, list[Measure]] = field(default_factory=dict)
    weight: Weight | None = None
    _written: frozenset[str] = frozenset()

    def prepare(self) -> None:
        """Write the site; in a process of its own, which takes its memory with it."""
        command = (sys.executable, "-m", "bench.content", str(self.count), str(self.folder))
        subprocess.run((*command, self.peer.key), cwd=_ROOT, check=True, capture_output=True)
        self._written = frozenset(path.name for path in self.folder.iterdir())

    def measure(self, state: str) -> None:
        """Bring the site into a state, build it, and note what that took."""
        items = make_items(self.count)
        chosen, new = make_review(self.count // 2, items), make_review(self.count, items)
        writer = self.peer.writer
        if state in {"check", "cold"}:
            self._forget()
        if state == "edited":
            writer.write_review(edit(chosen), self.folder)
        if state == "added":
            writer.write_review(new, self.folder)
        commands = (self.peer.check,) if state == "check" else self.peer.build
        if commands != ((),):
            taken = run(commands, self.folder, self.peer.environment)
            self.measures.setdefault(state, []).append(taken)
        if state == "cold":
            self.weight = weigh(self.folder / self.peer.output)
        if state == "added":
            writer.write_review(chosen, self.folder)
            writer.find_review(new, self.folder).unlink()

    def _forget(self) -> None:
        """Remove all that the generator made: its output, and whatever it kept."""
        for path in self.folder.iterdir():
            if path.name in self._written:
                continue
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
