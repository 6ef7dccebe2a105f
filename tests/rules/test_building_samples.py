"""The rules that need Pelican: their Bad and Good, built for real."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ambassade.rules.documentation import RuleDoc, all_rules
from tests.ambassade_command import run
from tests.rules.sample_site import write_samples, write_site

if TYPE_CHECKING:
    from pathlib import Path

BUILT = [doc for doc in all_rules() if doc.module.startswith("ambassade.rules.building.")]


def _build(sample: str, folder: Path) -> str:
    write_site(folder)
    write_samples(sample, folder)
    return run("build", "--on", "2026-06-01", cwd=folder).stdout


@pytest.mark.parametrize("doc", BUILT, ids=lambda doc: doc.rule.code)
def test_the_bad_sample_is_faulted(doc: RuleDoc, tmp_path: Path) -> None:
    assert f" {doc.rule.code} {doc.rule.name}: " in _build(doc.bad, tmp_path)


@pytest.mark.parametrize("doc", BUILT, ids=lambda doc: doc.rule.code)
def test_the_good_sample_gives_nothing(doc: RuleDoc, tmp_path: Path) -> None:
    assert _build(doc.good, tmp_path) == ""
