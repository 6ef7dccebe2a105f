"""Whatever a setting says, it does nothing on the site; and every field that is a text is tried."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ambassade.fields import item, review, settings, story
from ambassade.fields.by_language import ByLanguage
from ambassade.fields.kinds import Markdown, Text
from ambassade.fields.lists import Keywords, Many
from ambassade.fields.mappings import Record
from ambassade.fields.scores import Scores
from ambassade.fields.setting_kinds import Words
from ambassade.fields.story import Parted, People
from ambassade.item_types import item_types
from tests.ambassade_command import run
from tests.chromium import serve
from tests.fuzz.effort import EFFORT
from tests.fuzz.hostile_site import (
    COMPANY,
    DAY,
    ITEM,
    OF_TYPES,
    QUOTED,
    REVIEW,
    STORY,
    turn,
    write_settings,
)
from tests.fuzz.naughty_texts import HOSTILE
from tests.fuzz.watched_tab import watched_tab
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from ambassade.fields.field import Field

TEXTS = (Text, Markdown, Words, Keywords, Scores, Parted, People)
# Its values are few, or its words are not shown: they are checked one by one where they are read.
NOT_FREE = {"slug", "item", "reviews", "sector_", "only", "aliases", "priceRange", "STORY_KEYS"}


def _texts_of(fields: tuple[Field, ...]) -> Iterator[str]:
    for field in fields:
        kind = field.kind
        while isinstance(kind, Many | ByLanguage):
            kind = kind.kind if isinstance(kind, Many) else kind.record
        if isinstance(kind, Record):
            yield from _texts_of(kind.fields)
        elif isinstance(kind, TEXTS):
            yield field.key


def test_every_field_of_a_file_that_is_a_text_is_tried() -> None:
    tried = REVIEW + QUOTED + ITEM + "".join(OF_TYPES)
    of_types = [key for one in item_types().values() for key in _texts_of(one.fields)]
    for key in {*_texts_of(review.FIELDS), *_texts_of(item.COMMON), *of_types} - NOT_FREE:
        assert re.search(rf"^ *{key}:(?: ¤|\n *(?:-|\?) ¤)", tried, re.MULTILINE), key
    for key in {*_texts_of(story.FIELDS)} - NOT_FREE:
        assert f"{key}: ¤".lower() in STORY.lower(), key


def test_every_setting_that_is_a_text_is_tried() -> None:
    tried = {key.rpartition(".")[2] for key in COMPANY}
    shown = [
        field for field in settings.FIELDS if field.key not in {"REVIEW_RULES", "SECURITY_TXT"}
    ]
    assert {*_texts_of(tuple(shown))} - NOT_FREE <= tried


@pytest.mark.parametrize("by", range(0, len(HOSTILE), 1 if EFFORT > 1 else 27))
def test_a_hostile_text_in_the_settings_does_nothing(
    by: int, tmp_path: Path, browser: Browser
) -> None:
    write_site(tmp_path)
    write_file(
        tmp_path, "reviews/kettle/2026-05-14-a.yaml", b"author: Marie Dupont\nreviewRating: 4\n"
    )
    write_settings(tmp_path, dict(zip(COMPANY, turn(HOSTILE, by, len(COMPANY)), strict=True)))
    run("build", "--on", DAY, cwd=tmp_path, check=0)
    for page in (tmp_path / "output").rglob("*.html"):
        text = re.sub(
            r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.read_text("utf-8")
        )
        page.unlink()
        page.write_text(text, "utf-8")
    pages = ["/", "/review-policy/", "/fr/review-policy/", "/reviews/kettle/"]
    with serve(tmp_path / "output") as url, watched_tab(browser, url) as tab:
        for page_address in pages:
            tab.visit(page_address)
        assert tab.faults == []
        for one in tab.look([f"{each}index.html" for each in pages]):
            assert one["faults"] == []
