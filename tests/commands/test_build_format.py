"""`ambassade build --format`: the problems alone on standard output, as with `check`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

REVIEW = "reviews/kettle/2026-05-14-saved-us-a-week.yaml"


@pytest.mark.parametrize(("rating", "code"), [("5", 0), ("6", 1)])
@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_build_tells_problems_as_check_does(
    form: str, rating: str, code: int, tmp_path: Path
) -> None:
    write_site(tmp_path)
    write_file(tmp_path, REVIEW, f"author: Marie Dupont\nreviewRating: {rating}\n".encode())
    words = ("--format", form, "--on", "2026-06-01")
    built = run("build", *words, cwd=tmp_path, check=code)
    assert built.stdout == run("check", *words, cwd=tmp_path, check=code).stdout
    if form == "json":
        levels = {problem["level"] for problem in json.loads(built.stdout)}
        assert ("error" in levels) == (code == 1)
