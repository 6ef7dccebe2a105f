"""What was typed of a rating is shown whole, wherever two decimals of five stars are not the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ambassade_command import run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
SHOWN = {
    "4": None,
    "4.25": None,
    "4.256": ("4.256/5", "4,256/5"),
    "4.256781": ("4.256781/5", "4,256781/5"),
    "{ratingValue: 1234.5678, worstRating: 1, bestRating: 2000}": (
        "1,234.5678/2,000",
        "1\u202f234,5678/2\u202f000",
    ),
}


def test_a_rating_is_shown_as_it_was_typed(tmp_path: Path) -> None:
    write_site(tmp_path)
    for number, typed in enumerate(SHOWN):
        review = f"author: Marie\nreviewBody: It is cup {number}.\nreviewRating: {typed}\n"
        write_file(tmp_path, f"reviews/kettle/2026-05-14-cup-{number}.yaml", review.encode())
    run("build", *DAY, cwd=tmp_path, check=0)
    wanted = [shown for shown in SHOWN.values() if shown]
    for language, folder in enumerate(("", "fr/")):
        page = tmp_path / f"output/{folder}reviews/kettle/index.html"
        html = page.read_text(encoding="utf-8")
        assert html.count("stars-typed") == len(wanted)
        assert [
            shown[language] for shown in wanted if f"{shown[language]}</span>" not in html
        ] == []
