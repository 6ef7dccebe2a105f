"""Copies of pictures on a built site: made once, whole, and gone with the picture they show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import files_of, run
from tests.publish.photographs import photograph, turned
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

DAY, LATER = "2026-06-01", "2026-07-01"
ITEM = b"type: Product\nname: Kettle\ncollection: complete\nimage: kettle.jpg\n"
REVIEW = """\
author: {name: Marie Dupont, image: images/marie.png}
reviewRating: 5
reviewBody: It sings.
image: images/at sea, today.jpg
consent: {given: 2026-05-10, scope: [text, name%s], expires: 2026-07-01}
"""
STORY = """\
Title: Tea
Date: 2026-05-20

![Here](/images/body.jpg)
<img src="/images/body.jpg" alt="" width="10" loading="eager">
<picture><img src="/images/body.jpg" alt="mine"></picture>
"""
_COPY = re.compile(r"images/[0-9a-f]{8}-\d+\.(avif|webp|jpg|png)")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site with a picture of each kind."""
    site = tmp_path / "site"
    write_site(site)
    write_file(site, "reviews/kettle/item.yaml", ITEM)
    write_file(site, "reviews/kettle/2026-05-14-sings.yaml", (REVIEW % ", photo").encode())
    write_file(site, "content/images/kettle.jpg", photograph(exif=turned(1)))
    write_file(
        site, "content/images/at sea, today.jpg", photograph(size=(700, 500), exif=turned(6))
    )
    write_file(site, "content/images/marie.png", photograph("PNG", (200, 200)))
    write_file(site, "content/images/body.jpg", photograph(size=(800, 400)))
    write_file(site, "content/images/unused.jpg", photograph(size=(640, 400)))
    write_file(site, "content/stories/tea.md", STORY.encode())
    return site


def _build(site: Path, *words: str, day: str = DAY) -> dict[str, bytes]:
    run("build", "--on", day, *words, cwd=site, check=0)
    return files_of(site / "output")


def _copies(files: dict[str, bytes]) -> set[str]:
    return {name for name in files if _COPY.fullmatch(name)}


def _kept(site: Path) -> dict[str, int]:
    """Return what is remembered, with the time it was made."""
    folder = site / ".ambassade" / "pictures"
    found = folder.iterdir() if folder.is_dir() else ()
    return {path.name: path.stat().st_mtime_ns for path in found}


def test_a_page_offers_copies_that_are_there_and_keep_the_pictures_place(site: Path) -> None:
    files = _build(site)
    page = files["reviews/kettle/index.html"].decode()
    named = set(re.findall(r"/(images/[0-9a-f]{8}-\d+\.\w+) \d+w", page))
    assert named <= _copies(files)
    for kind in ("avif", "webp", "jpg"):
        assert any(name.endswith(kind) for name in named), kind
    # A picture that lay on its side stands up, and so does its place.
    assert 'src="/images/at%20sea%2C%20today.jpg"' in page
    assert 'width="500" height="700"' in page
    # Machines are told of the picture itself.
    assert '"https://example.com/images/kettle.jpg"' in page
    assert not re.search(r"https://example.com/images/[0-9a-f]{8}-", page)
    assert page.count('fetchpriority="high"') == 1
    for image in re.findall(r"<img [^>]*>", page):
        assert ("fetchpriority" in image) != ('loading="lazy"' in image)
        assert re.search(r'width="\d+" height="\d+"', image)
        assert "style=" not in image
    assert not any(b"Secret artist" in data for data in files.values())


def test_pictures_in_the_text_of_a_story_get_their_size_and_copies(site: Path) -> None:
    page = _build(site)["stories/tea/index.html"].decode()
    first, second, third = re.findall(r"<img [^>]*body\.jpg[^>]*>", page)
    assert 'width="800" height="400"' in first
    assert 'loading="lazy"' in first
    assert "srcset" in first
    assert 'width="10"' in second
    assert "height=" not in second
    assert 'loading="eager"' in second
    # Whoever wrote a <picture> knows what they want.
    assert third == '<img src="/images/body.jpg" alt="mine">'
    assert page.count("<picture>") == 3


def test_any_number_of_workers_and_any_memory_give_the_same_bytes(site: Path) -> None:
    first = _build(site, "--jobs", "1")
    kept = _kept(site)
    assert len(kept) == 4
    assert _build(site, "--jobs", "3") == first
    assert _kept(site) == kept, "made twice"
    for path in (site / ".ambassade/pictures").iterdir():
        path.unlink()
    assert _build(site, "--jobs", "3") == first


@pytest.mark.parametrize("damage", ["empty", "half", "byte", "other"])
def test_damaged_memory_is_noticed(damage: str, site: Path) -> None:
    first = _build(site)
    for path in (site / ".ambassade/pictures").iterdir():
        data = path.read_bytes()
        middle = len(data) // 2
        flipped = data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]
        damaged = {"empty": b"", "half": data[:middle], "byte": flipped, "other": b"{}\n" * 99}
        path.write_bytes(damaged[damage])
    assert _build(site) == first
    assert _build(site) == first


def test_where_nothing_can_be_remembered_all_goes_on(site: Path) -> None:
    first = _build(site)
    for path in (site / ".ambassade/pictures").iterdir():
        path.unlink()
    (site / ".ambassade/pictures").rmdir()
    (site / ".ambassade/pictures").write_bytes(b"in the way")
    assert _build(site) == first


def test_a_photo_that_may_not_be_shown_has_no_copies_anywhere(site: Path) -> None:
    write_file(site, "reviews/kettle/2026-05-14-sings.yaml", (REVIEW % "").encode())
    files = _build(site)
    assert "images/kettle.jpg" in files
    pictures = {name for name in files if name.startswith("images/")} - _copies(files)
    assert pictures == {"images/kettle.jpg", "images/body.jpg"}
    assert len(_kept(site)) == 2
    write_file(site, "reviews/kettle/2026-05-14-sings.yaml", (REVIEW % ", photo").encode())
    assert _copies(files) < _copies(_build(site))


def test_copies_leave_with_the_consent_from_the_site_and_from_memory(site: Path) -> None:
    before = _build(site)
    after = _build(site, day=LATER)
    run("build", "--on", LATER, "--output", "afresh", cwd=site, check=0)
    assert after == files_of(site / "afresh")
    assert _copies(after) < _copies(before)
    assert len(_kept(site)) == 2
    assert _build(site) == before


def test_a_draft_has_copies_and_the_site_after_it_none_of_them(site: Path) -> None:
    pending = (REVIEW % ", photo").replace("author:", "status: pending\nauthor:")
    write_file(site, "reviews/kettle/2026-05-14-sings.yaml", pending.encode())
    run("build", "--on", DAY, "--drafts", "--output", "draft", cwd=site, check=0)
    draft, files = _copies(files_of(site / "draft")), _copies(_build(site))
    assert files < draft
    assert len(_kept(site)) == 2


def test_a_copy_taken_for_a_picture_of_ones_own_stays_that(site: Path) -> None:
    copy = max(name for name in _copies(_build(site)) if name.endswith(".jpg"))
    own = photograph(size=(300, 200))
    write_file(site, f"content/{copy}", own)
    write_file(
        site,
        "reviews/kettle/item.yaml",
        ITEM.replace(b"kettle.jpg", f"[kettle.jpg, {copy}]".encode()),
    )
    assert _build(site)[copy] == own


def test_the_same_picture_under_two_names_is_published_twice(site: Path) -> None:
    write_file(site, "content/images/twin.jpg", photograph(exif=turned(1)))
    before = _copies(_build(site))
    write_file(
        site, "reviews/kettle/item.yaml", ITEM.replace(b"kettle.jpg", b"[kettle.jpg, twin.jpg]")
    )
    files = _build(site)
    assert files["images/twin.jpg"] == files["images/kettle.jpg"]
    assert before <= _copies(files)


def test_a_site_without_large_pictures_remembers_nothing(tmp_path: Path) -> None:
    write_site(tmp_path)
    run("build", "--on", DAY, cwd=tmp_path, check=0)
    assert not (tmp_path / ".ambassade/pictures").exists()


def test_under_a_path_copies_have_it_too(site: Path) -> None:
    write_file(site, "pelicanconf.py", SETTINGS.replace("example.com", "example.com/sub").encode())
    page = _build(site)["reviews/kettle/index.html"].decode()
    assert re.search(r'srcset="/sub/images/[0-9a-f]{8}-\d+\.avif \d+w', page)
    assert 'srcset="/images/' not in page
