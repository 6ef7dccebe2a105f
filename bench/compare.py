"""Compare Ambassade with other generators: `make bench`, or this module.

    python -m bench.compare --sizes 1000 10000 --peers ambassade hugo --runs 3

Out: a table for each size, told and written to bench/results.md. README.md says what is measured.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.peers import NAMES, choose
from bench.report import tell_machine, tell_size
from bench.trial import STATES, Trial

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.peers import Peer

_HERE = Path(__file__).parent
# From here on a run takes minutes, and is measured once.
_LARGE = 20_000
_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it


def read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(prog="bench.compare", description="Compare generators.")
    add = parser.add_argument
    add("--sizes", type=int, nargs="+", default=[1000, 10_000], metavar="N")
    add("--peers", nargs="+", choices=NAMES, default=list(NAMES))
    add("--runs", type=int, default=3, help="how often each is measured; large sites once")
    code = os.environ.get("AMBASSADE", str(_HERE.parent))
    add("--ambassade", type=Path, default=Path(code), help="the tree of the Ambassade that is run")
    add("--pelican-most", type=int, default=1000, help="plain Pelican's largest size; 0: any")
    add("--results", type=Path, default=_HERE / "results.md")
    add("--folder", type=Path, default=_MEMORY if _MEMORY.is_dir() else None)
    return parser.parse_args(arguments)


def compare(peers: Sequence[Peer], count: int, runs: int, folder: Path) -> list[Trial]:
    """Return what was measured of each peer with `count` reviews, each state in turn."""
    trials = [
        Trial(peer, count, folder / f"{peer.key}-{count}")
        for peer in peers
        if not peer.most or count <= peer.most
    ]
    for trial in trials:
        trial.prepare()
    for number in range(runs):
        for state in STATES:
            sys.stderr.write(f"\r{count} reviews, run {number + 1} of {runs}: {state}    ")
            for trial in trials:
                trial.measure(state)
    sys.stderr.write("\n")
    return trials


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, tell and write the results; return the exit code."""
    asked = read_arguments(arguments)
    try:
        peers = [choose(key, asked.ambassade.resolve(), asked.pelican_most) for key in asked.peers]
        busy = os.getloadavg()
        tables = []
        for count in asked.sizes:
            with TemporaryDirectory(prefix="bench-", dir=asked.folder) as folder:
                runs = asked.runs if count < _LARGE else 1
                tables.append(tell_size(compare(peers, count, runs, Path(folder))))
    except (LookupError, RuntimeError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    told = "\n".join((tell_machine(peers, asked, busy), *tables))
    asked.results.write_text(told, encoding="utf-8")
    sys.stdout.write(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
