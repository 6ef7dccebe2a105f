"""Which review is meant by what was typed: never one of another day, unless its words are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ambassade.stop import WrongUsage
from ambassade.writing.review_id import choose_review

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = ("cup/2026-05-02-avis1", "cup/2026-05-03-avis2", "pot/2026-05-14-saved-us-a-week")


@pytest.mark.parametrize(
    ("typed", "closest"),
    [
        ("cup/2026-05-02", "cup/2026-05-02-avis1"),
        ("cup/2026-05-02-avis", "cup/2026-05-02-avis1"),
        ("cup/2026-05-02-avsi1", "cup/2026-05-02-avis1"),
        ("cup/2026-05-06", None),
        ("2026-05-03", "cup/2026-05-03-avis2"),
        ("pot/2026-05-15-saved-us-a-week", "pot/2026-05-14-saved-us-a-week"),
        ("pan/2026-05-14-saved-us-a-week", "pot/2026-05-14-saved-us-a-week"),
        ("pot/2026-05-15-too-loud-for-us", None),
    ],
)
def test_another_day_is_proposed_only_with_like_words(
    typed: str, closest: str | None, tmp_path: Path
) -> None:
    with pytest.raises(WrongUsage) as refused:
        choose_review(typed, KNOWN, tmp_path)
    assert refused.value.params.get("closest") == closest
