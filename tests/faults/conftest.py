"""The site of these tests, built once; each test has a copy of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import files_of
from tests.faults.faulty_site import build, copy_site, swap_words, write_faulty_site

if TYPE_CHECKING:
    from pathlib import Path


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
