"""Ask whether a pinned package is known to be vulnerable; `.ci/run` does.

In: the lock files of `requirements/`. Out: what is known of them; exit code 1 where it is anything.
Where nobody answers, one line says so and the exit code is 0: the pins and their hashes hold all the same.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCKS = Path(__file__).resolve().parent.parent / "requirements"
PATIENCE = 300


def main() -> int:
    """Ask, tell, and return the exit code."""
    files = [word for file in sorted(LOCKS.glob("*.txt")) for word in ("--requirement", str(file))]
    # With their hashes the files name all there is: nothing is resolved, downloaded or installed.
    asked = ["--disable-pip", "--require-hashes", "--progress-spinner", "off", "--format", "json"]
    try:
        done = subprocess.run(  # noqa: S603 - a tool that requirements/dev.txt pins
            [str(Path(sys.executable).with_name("pip-audit")), *asked, *files],
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        packages = json.loads(done.stdout)["dependencies"]
    except subprocess.TimeoutExpired:
        return _tell_silence(f"no answer within {PATIENCE} s")
    except (OSError, ValueError, LookupError) as error:
        said = done.stderr.strip().splitlines() if isinstance(error, ValueError) else []
        return _tell_silence(said[-1] if said else str(error))
    known = [one for one in packages if "vulns" in one]
    if not known:
        return _tell_silence("whoever answers keeps no such list")
    found = [_tell(one, weakness) for one in known for weakness in one["vulns"]]
    sys.stdout.writelines(f"{line}\n" for line in found)
    sys.stdout.write(
        f"Asked about {len(known)} of {len(packages)} packages; known weaknesses: {len(found)}.\n"
    )
    return int(bool(found))


def _tell(package: dict[str, Any], weakness: dict[str, Any]) -> str:
    mended = ", ".join(weakness["fix_versions"]) or "no version yet"
    return f"{package['name']} {package['version']}: {weakness['id']}, mended in {mended}"


def _tell_silence(reason: str) -> int:
    sys.stdout.write(
        f"Not asked for known weaknesses ({reason}). The pins with their hashes hold.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
