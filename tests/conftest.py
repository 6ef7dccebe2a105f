"""What is made once a worker: a browser, and the sample site, at a host's root and under a path.

Tests speak English, whatever the developer's terminal does.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import SAMPLE_DAY, copy_sample, keep_pictures, run
from tests.chromium import open_browser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

os.environ["LANGUAGE"] = "en"

ROOT_URL = "https://clairvent.example.com"
PATH_URL = "https://example.com/sub"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a headless Chromium: one, as two at a time do not get along in a process."""
    with open_browser() as chromium:
        yield chromium


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sample site, built into its `output/`."""
    site = copy_sample(tmp_path_factory.mktemp("sample") / "site")
    run("build", "--on", SAMPLE_DAY, cwd=site, check=0)
    keep_pictures(site)
    return site


@pytest.fixture(scope="session")
def sample_under_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sample site whose address has a path, built."""
    site = copy_sample(tmp_path_factory.mktemp("sample") / "site")
    conf = site / "pelicanconf.py"
    conf.write_text(conf.read_text(encoding="utf-8").replace(ROOT_URL, PATH_URL), encoding="utf-8")
    run("build", "--on", SAMPLE_DAY, cwd=site, check=0)
    return site
