"""Spoilt files by the thousand: `python -m tests.fuzz.campaign --minutes 10`.

Each batch runs in a process of its own, so that one that is killed is seen, with the input that did it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.fuzz.mutation import mutate
from tests.fuzz.naughty_texts import HOSTILE, naughty_strings, yaml_suite
from tests.fuzz.reading import KINDS, Kind, look_at

BATCH = 2_000


class Found(NamedTuple):
    """What a batch found: inputs by kind, those that failed with why, and the slowest in seconds."""

    looked_at: dict[str, int]
    failed: list[tuple[str, str, str]]
    slowest: float
    codes: list[str]


def run_batch(seed: int, size: int = BATCH) -> Found:
    """Look at `size` spoilt files in a process of its own."""
    with TemporaryDirectory() as folder:
        last = Path(folder, "last")
        done = subprocess.run(
            [
                sys.executable,
                "-X",
                "faulthandler",
                "-m",
                "tests.fuzz.campaign",
                "--child",
                str(seed),
                str(size),
                last,
            ],
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        if done.returncode != 0:
            why = f"exit code {done.returncode}: {done.stderr[-2000:]}"
            return Found({}, [("?", last.read_text() if last.exists() else "", why)], 0, [])
    read = json.loads(done.stdout)
    return Found(read[0], [tuple(one) for one in read[1]], read[2], read[3])


def _look_at_many(seed: int, size: int, last: Path) -> Found:
    random = Random(seed)  # noqa: S311 - the same inputs of the same seed
    looked_at: Counter[str] = Counter()
    failed: list[tuple[str, str, str]] = []
    slowest, codes = 0.0, set()
    for _ in range(size):
        kind = random.choice(KINDS)
        data = _make_input(kind, random)
        last.write_text(f"{kind.name} {data!r}", encoding="utf-8")
        began = time.process_time()
        try:
            codes |= {problem.code for problem in look_at(kind, data)}
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            failed.append((kind.name, repr(data), traceback.format_exc(limit=-6)))
        slowest = max(slowest, time.process_time() - began)
        looked_at[kind.name] += 1
    return Found(dict(looked_at), failed, slowest, sorted(codes))


def _make_input(kind: Kind, random: Random) -> bytes:
    others = (*kind.good(), *yaml_suite())
    if random.random() < 0.1:
        return random.choice(others)
    data = mutate(random.choice(kind.good()), random, others)
    if random.random() < 0.3:
        text = random.choice((*HOSTILE, *naughty_strings()))
        at = random.randint(0, len(data))
        data = data[:at] + text.encode("utf-8", "surrogatepass") + data[at:]
    return data


def main() -> int:
    """Run batches until the time is over; print what was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--child", nargs=3)
    asked = parser.parse_args()
    if asked.child:
        found = _look_at_many(int(asked.child[0]), int(asked.child[1]), Path(asked.child[2]))
        sys.stdout.write(json.dumps(found))
        return 0
    return _run_for(asked.minutes * 60, asked.seed)


def _run_for(seconds: float, seed: int) -> int:
    end, looked_at, codes = time.monotonic() + seconds, Counter[str](), set[str]()
    failures, slowest = 0, 0.0
    while time.monotonic() < end:
        found = run_batch(seed)
        looked_at.update(found.looked_at)
        codes |= set(found.codes)
        slowest = max(slowest, found.slowest)
        failures += len(found.failed)
        for kind, data, why in found.failed:
            sys.stdout.write(f"seed {seed}: {kind}\n{data}\n{why}\n")
            sys.stdout.flush()
        seed += 1
    sys.stdout.write(
        f"{sum(looked_at.values())} files {dict(looked_at)}; {len(codes)} codes; "
        f"slowest {slowest:.2f} s; {failures} failed\n"
    )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
