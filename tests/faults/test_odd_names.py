"""Names and times of files that a system lets be, and that hardly anybody would give."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tests.ambassade_command import files_of, run
from tests.faults.faulty_site import DAY, OTHER_WORDS, REVIEW, build, swap_words
from tests.rules.sample_site import write_file

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_of_a_name_that_is_no_unicode_is_copied_each_time(site: Path) -> None:
    with (site / "pelicanconf.py").open("a") as conf:
        conf.write('STATIC_PATHS = ["images", "extra"]\n')
    name = os.fsdecode(b"extra/latin-\xe9.txt")
    write_file(site, f"content/{name}", b"It is old.")
    # So many folders that two processes list them.
    for number in range(120):
        write_file(site, f"content/extra/{number}/latin.txt", b"It is old.")
    build(site)
    swap_words(site)
    build(site)
    assert (site / "output" / name).read_bytes() == b"It is old."
    assert OTHER_WORDS in (site / "output/reviews/kettle/index.html").read_text(encoding="utf-8")


def test_a_link_to_itself_among_the_items_is_passed_over(
    site: Path, former: dict[str, bytes]
) -> None:
    (site / "reviews/ring").symlink_to("ring")
    done = run("build", *DAY, cwd=site, check=0)
    assert "ring" not in done.stdout + done.stderr
    assert files_of(site / "output") == former


def test_a_file_may_be_of_a_year_that_is_far_away(site: Path) -> None:
    write_file(site, "reviews/README.md", b"Reviews, one file each.")
    for name in ("reviews/README.md", REVIEW, "output/index.html"):
        os.utime(site / name, (99_999_999_999, 99_999_999_999))
    for words in ("It was built.", "It was built again."):
        with (site / "content/pages/legal-notice.md").open("a", encoding="utf-8") as page:
            page.write(words)
        build(site)
        assert words in (site / "output/legal-notice/index.html").read_text(encoding="utf-8")


def test_a_feed_is_not_where_pages_are(site: Path) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('ADDRESSES = {"wall": "w.html/", "item": "w.html/{item}/", "feed": "w.html"}\n')
    assert "A301 address-taken" in run("build", *DAY, cwd=site, check=1).stdout


def test_faults_of_a_file_whose_name_is_no_unicode_are_told(site: Path) -> None:
    name = os.fsdecode(b"content/stories/caf\xe9.md")
    write_file(site, name, b"Title: Coffee\nDate: 2026-05-20\nItem: mill\n\nIt brews.\n")
    for words in (("build", *DAY), ("build", *DAY, "--jobs", "2"), ("check", *DAY)):
        told = run(*words, cwd=site, check=1).stdout
        assert r"content/stories/caf\udce9.md:3:7: T101 unknown-item" in told
