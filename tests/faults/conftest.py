"""The site of these tests, built once; each test has a copy of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import files_of
from tests.faults.faulty_site import add_gate, build, copy_site, swap_words, write_faulty_site
from tests.publish.conftest import mount  # noqa: F401 - a fixture

if TYPE_CHECKING:
    from pathlib import Path

    from tests.publish.folders import Mount


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site, built twice, so that all is kept that can be; it must not be changed."""
    site = write_faulty_site(tmp_path_factory.mktemp("faults") / "site")
    build(site)
    build(site)
    return site


@pytest.fixture
def site(built_site: Path, tmp_path: Path) -> Path:
    """Return a copy of the built site."""
    return copy_site(built_site, tmp_path / "site")


@pytest.fixture
def site_on_small_disk(
    built_site: Path,
    tmp_path: Path,
    mount: Mount,  # noqa: F811
) -> Path:
    """Return a copy of the built site; its folder is a disk of 64 MB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount("-t", "tmpfs", "-o", "size=64m", "tmpfs", disk)
    return copy_site(built_site, disk / "site")


@pytest.fixture(scope="session")
def other(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return every file of the site that it is with other words."""
    changed = copy_site(built_site, tmp_path_factory.mktemp("other") / "site", cold=True)
    swap_words(changed)
    build(changed)
    return files_of(changed / "output")


@pytest.fixture(scope="session")
def former(built_site: Path) -> dict[str, bytes]:
    """Return every file of the built site."""
    return files_of(built_site / "output")


@pytest.fixture(scope="session")
def _gated(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = copy_site(built_site, tmp_path_factory.mktemp("gated") / "site")
    add_gate(site)
    build(site)
    return site


@pytest.fixture
def gated(_gated: Path, tmp_path: Path) -> Path:
    """Return a built site whose builds can be made to wait."""
    return copy_site(_gated, tmp_path / "gated")
