"""A clock that was wrong, or is set back: no change is overlooked, and no byte is another one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import environment, files_of
from tests.faults.faulty_site import (
    ANEW,
    DAY,
    OTHER_WORDS,
    REVIEW,
    WORDS,
    build,
    cold_bytes,
    swap_words,
)
from tests.publish.photographs import photograph
from tests.rules.sample_site import write_file

if TYPE_CHECKING:
    from pathlib import Path

YEAR = 365 * 86_400
PAGE = f"{REVIEW[:-5]}/index.html"


COARSE = """\
import sys, time
from ambassade.kept import file_stamp

SECOND = 1_000_000_000
time.time_ns = lambda: {moment} * SECOND + {later}

def stamp(found):
    return file_stamp._pack(found.st_size, {moment} * SECOND, {moment} * SECOND, found.st_ino)

file_stamp.stamp_of = stamp
sys.argv = ["ambassade", "build", *{words!r}]
from ambassade.__main__ import main
main()
"""


def move_times(folder: Path, seconds: float) -> None:
    """Set the times of all that is in a folder so many seconds before or after now."""
    moved = time.time() + seconds
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (moved, moved))


def write_over(path: Path, data: bytes) -> None:
    """Write as many other bytes over a file, and set its time back."""
    before = path.stat()
    assert len(data) == before.st_size
    assert data != path.read_bytes()
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("seconds", [-YEAR, YEAR])
def test_a_change_is_seen_and_an_output_tampered_with_too_whatever_the_times_are(
    seconds: float, site: Path, former: dict[str, bytes], other: dict[str, bytes]
) -> None:
    move_times(site, seconds)
    assert ANEW not in build(site)
    assert files_of(site / "output") == former
    review = site / REVIEW
    write_over(review, review.read_bytes().replace(b"boils", b"heats"))
    page = site / "output/reviews/kettle/index.html"
    write_over(page, page.read_bytes().replace(b"Kettle", b"Teapot", 1))
    # As if it were done under a clock that had been set back.
    move_times(page, -2 * YEAR)
    (site / "output/reviews/pot/index.html").unlink()
    build(site)
    assert files_of(site / "output") == other
    assert OTHER_WORDS.encode() in other[PAGE]


def test_as_many_other_bytes_with_the_same_time_are_seen_in_every_kind_of_source(
    site: Path, tmp_path: Path
) -> None:
    own = "theme/templates/widgets/own.html"
    write_file(site, own, b"<!-- one -->")
    brought = (
        "{% extends 'base.html' %}{% block main %}{% include 'widgets/own.html' %}{% endblock %}"
    )
    write_file(site, "theme/templates/review.html", brought.encode())
    build(site)
    assert b"<!-- one -->" in files_of(site / "output")[PAGE]
    write_over(site / own, b"<!-- two -->")
    picture = site / "content/images/kettle.jpg"
    turned = photograph(size=(360, 480))
    picture.write_bytes(turned + bytes(max(0, picture.stat().st_size - len(turned))))
    build(site)
    other = photograph(size=(480, 360))
    write_over(picture, other + bytes(picture.stat().st_size - len(other)))
    settings = site / "pelicanconf.py"
    write_over(settings, settings.read_bytes().replace(b"Kettle Works", b"Teapot Works"))
    story = site / "content/stories/kettles-at-sea.md"
    write_over(story, story.read_bytes().replace(b"They float.", b"They drown."))
    build(site)
    served = files_of(site / "output")
    assert b"<!-- two -->" in served[PAGE]
    assert b"Teapot Works" in served["index.html"]
    assert served == cold_bytes(site, tmp_path / "cold")


def test_words_written_twice_in_a_second_are_seen_where_a_disk_keeps_whole_seconds(
    site: Path,
) -> None:
    changes = ((WORDS, OTHER_WORDS, 0), (OTHER_WORDS, WORDS, 900_000_000))
    for former, words, later in changes:
        swap_words(site, former, words)
        source = COARSE.format(moment=1_780_000_000, later=later, words=DAY)
        subprocess.run([sys.executable, "-c", source], cwd=site, env=environment(), check=True)
        assert words in (site / "output" / PAGE).read_text(encoding="utf-8")
