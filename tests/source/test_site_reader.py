"""A site's folder to records: what belongs where, and what is told of the rest."""

from datetime import date
from pathlib import Path

import pytest

from ambassade.media import PictureFolder
from ambassade.model import Records
from ambassade.source.review_reader import parse_review_name
from ambassade.source.site_reader import SiteReader
from tests.catalogue.records import make_settings

ITEM = "type: Product\nname: Kettle\ncollection: complete\n"
REVIEW = "author: Zoé\nreviewBody: Warm\n"
NAME = "2026-05-14-warm.yaml"


def _read(site: Path, files: dict[str, str]) -> tuple[Records, list[str]]:
    for name, text in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    reader = SiteReader(
        site, make_settings(), PictureFolder(site / "content"), lambda _path, _stamp: None
    )
    records = reader.read()
    return records, [f"{one.place}: {one.name}" for one in reader.problems]


def test_a_folder_with_an_item_and_its_reviews_is_read_in_order(tmp_path: Path) -> None:
    records, told = _read(
        tmp_path,
        {
            "reviews/b/item.yaml": ITEM,
            "reviews/a/item.yaml": ITEM,
            f"reviews/b/{NAME}": REVIEW,
            "reviews/a/2026-05-15-x.yaml": REVIEW,
            f"reviews/a/{NAME}": REVIEW,
        },
    )
    assert told == []
    assert [item.slug for item in records.items] == ["a", "b"]
    keys = ["a/2026-05-14-warm", "a/2026-05-15-x", "b/2026-05-14-warm"]
    assert [review.key for review in records.reviews] == keys
    assert records.reviews[0].file == f"reviews/a/{NAME}"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("reviews/kettle/item.yml", "file-name"),
        ("reviews/kettle/2026-05-14-warm.yml", "file-name"),
        ("reviews/kettle/2026-05-14-warm.yaml.txt", "file-name"),
        ("reviews/kettle/2026-05-14-warm.YAML", "file-name"),
        ("reviews/kettle/2026-05-14.yaml", "file-name"),
        ("reviews/kettle/warm.yaml", "file-name"),
        ("reviews/kettle/2026-02-30-warm.yaml", "file-name"),
        ("reviews/kettle/2026-05-14-Warm.yaml", "file-name"),
        ("reviews/kettle/2026-05-14-chaud_é.yaml", "file-name"),
        ("reviews/other.yaml", "stray-file"),
    ],
)
def test_a_yaml_file_that_is_misnamed_or_astray_is_told(
    tmp_path: Path, name: str, told: str
) -> None:
    _, problems = _read(tmp_path, {"reviews/kettle/item.yaml": ITEM, name: REVIEW})
    assert problems == [f"{name}:1:1: {told}"]


@pytest.mark.parametrize(
    "name",
    [
        "reviews/README.md",
        "reviews/kettle/2026-05-14-warm.yaml.bak",
        "reviews/kettle/2026-05-14-warm.yaml~",
        "reviews/review.schema.json",
        "reviews/kettle/notes.txt",
        "reviews/kettle/.hidden.yaml",
        "reviews/.git/x.yaml",
    ],
)
def test_other_files_are_ignored(tmp_path: Path, name: str) -> None:
    records, told = _read(tmp_path, {"reviews/kettle/item.yaml": ITEM, name: ": ["})
    assert (len(records.items), told) == (1, [])


def test_a_folder_needs_an_item_and_a_good_name(tmp_path: Path) -> None:
    records, told = _read(
        tmp_path,
        {f"reviews/lost/{NAME}": REVIEW, "reviews/Théière/item.yaml": ITEM}
        | {"reviews/kettle/item.yaml": ITEM, f"reviews/kettle/old/{NAME}": REVIEW},
    )
    assert [(line.split("/")[1].split(":")[0], line.split(": ")[1]) for line in told] == [
        ("Théière", "folder-name"),
        ("kettle", "folder-without-item"),
        ("lost", "folder-without-item"),
    ]
    assert [review.key for review in records.reviews] == ["lost/2026-05-14-warm"]


def test_a_site_without_reviews_is_empty(tmp_path: Path) -> None:
    assert _read(tmp_path, {}) == (Records(), [])


@pytest.mark.parametrize(
    ("stem", "day"),
    [
        ("2026-05-14-warm", date(2026, 5, 14)),
        ("2024-02-29-a-b-1", date(2024, 2, 29)),
        ("2026-05-14-", None),
        ("2026-5-14-warm", None),
        ("2026-02-29-warm", None),
        ("٢٠٢٦-05-14-warm", None),
        ("2026-05-14-warm\n", None),
    ],
)
def test_the_name_of_a_review_is_its_date_and_slug(stem: str, day: date | None) -> None:
    name = parse_review_name(stem)
    assert (name and name.date) == day
    assert name is None or name.identifier == stem


def test_the_header_of_a_story_is_read(tmp_path: Path) -> None:
    text = (
        "Title: Le thé\nDate: 2026-05-14 10:30\nModified: 2026-05-20\nAuthors: Doe, Jane; Roe, R.\n"
        "Lang: fr-CA\nTranslation: true\nSummary: Du thé\n    chaud\nItem: kettle\n"
        "Reviews: kettle/2026-05-14-warm, kettle/2026-05-15-x\nResults: −40 % | 3 weeks\n"
        "Tags: x\nCategory: y\n\nWords: of the body\n"
    )
    records, told = _read(tmp_path, {"content/stories/le-the.md": text})
    assert told == []
    (story,) = records.stories
    assert (story.slug, story.language, story.title) == ("le-the", "fr", "Le thé")
    assert (story.date, story.modified) == (date(2026, 5, 14), date(2026, 5, 20))
    assert story.authors == ("Doe, Jane", "Roe, R.")
    assert story.summary == "Du thé chaud"
    assert story.reviews == ("kettle/2026-05-14-warm", "kettle/2026-05-15-x")
    assert story.results == ("−40 %", "3 weeks")


def test_names_are_parted_by_commas_where_there_is_no_semicolon(tmp_path: Path) -> None:
    text = "Title: Tea\nDate: 2026-05-14\nAuthors: Jane Doe, R. Roe\n"
    records, _ = _read(tmp_path, {"content/stories/tea.md": text})
    assert records.stories[0].authors == ("Jane Doe", "R. Roe")


@pytest.mark.parametrize(
    ("header", "authors"),
    [
        ("Author: Doe, Jane\n", ("Doe, Jane",)),
        ("Author: Jane Doe\nAuthors: R. Roe\n", ("R. Roe",)),
        ("Author:\n", ()),
    ],
)
def test_an_author_by_pelicans_older_key_is_one(
    tmp_path: Path, header: str, authors: tuple[str, ...]
) -> None:
    records, told = _read(
        tmp_path, {"content/stories/tea.md": f"Title: Tea\nDate: 2026-05-14\n{header}"}
    )
    assert (told, records.stories[0].authors) == ([], authors)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Title: Tea\n", ["1:1: missing-key"]),
        ("Date: 2026-05-14\n", ["1:1: missing-key"]),
        ("Title: Tea\nDate: soon\n", ["2:7: date"]),
        ("Title: Tea\nDate: 2026-05-14\nTitle: Milk\n", ["3:1: duplicate-key"]),
        ("Title: Tea\nDate: 2026-05-14\nClyent: x\n", ["3:1: unknown-key"]),
        ("Title: Tea\nDate: 2026-05-14\nLang: english\n", ["3:7: not-a-language"]),
        ("Title: Tea\nDate: 2026-05-14\nclient_url: x\n", ["3:13: not-an-address"]),
        ("Title: Tea\nDate: 2026-05-14\nStatus: done\n", ["3:9: unknown-choice"]),
        ("Title: Tea\x07\nDate: 2026-05-14\n", ["1:11: control-character"]),
    ],
)
def test_a_fault_of_a_header_is_told_at_its_line(
    tmp_path: Path, text: str, told: list[str]
) -> None:
    _, problems = _read(tmp_path, {"content/stories/tea.md": text})
    assert problems == [f"content/stories/tea.md:{each}" for each in told]


@pytest.mark.parametrize("status", ["draft", "hidden", "skip"])
def test_a_story_that_is_not_published_is_left_out(tmp_path: Path, status: str) -> None:
    text = f"Title: Tea\nDate: 2026-05-14\nStatus: {status}\n"
    assert _read(tmp_path, {"content/stories/tea.md": text}) == (Records(), [])


def test_the_date_of_a_story_may_be_in_its_name(tmp_path: Path) -> None:
    records, told = _read(tmp_path, {"content/stories/2026-05-14-tea.md": "Title: Tea\n"})
    assert (records.stories[0].date, told) == (date(2026, 5, 14), [])
