"""The sample site, built once a worker: at the root of a host and under a path."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import SAMPLE_DAY, copy_sample, run

if TYPE_CHECKING:
    from pathlib import Path

ROOT_URL = "https://clairvent.example.com"
PATH_URL = "https://example.com/sub"


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sample site, built into its `output/`."""
    site = copy_sample(tmp_path_factory.mktemp("sample") / "site")
    run("build", "--on", SAMPLE_DAY, cwd=site, check=0)
    return site


@pytest.fixture(scope="session")
def sample_under_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sample site whose address has a path, built."""
    site = copy_sample(tmp_path_factory.mktemp("sample") / "site")
    conf = site / "pelicanconf.py"
    conf.write_text(conf.read_text(encoding="utf-8").replace(ROOT_URL, PATH_URL), encoding="utf-8")
    run("build", "--on", SAMPLE_DAY, cwd=site, check=0)
    return site
