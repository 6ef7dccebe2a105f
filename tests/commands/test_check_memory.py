"""What `ambassade check` remembers of texts between its runs, and that a build is not slowed by it."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

from ambassade.kept.remembered import open_memory
from tests.ambassade_command import files_of, run
from tests.faults.faulty_site import be_ordinary, start_build
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REVIEW = "reviews/kettle/2026-05-14-saved-us-a-week.yaml"
FRENCH = "L'eau bout en deux minutes et la bouilloire s'arrête toute seule, sans aucun bruit."
MEMORY = ".ambassade/heuristics.json"
ANEW = "made anew"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small site with one review whose language is wrong."""
    write_site(tmp_path)
    write_file(tmp_path, REVIEW, f"author: Marie Dupont\nreviewBody: {FRENCH}\n".encode())
    return tmp_path


def check(site: Path) -> tuple[bool, str]:
    """Run `check`; return whether the wrong language is told, and standard error."""
    done = run("check", "--on", "2026-06-01", cwd=site)
    return " H102 " in done.stdout, done.stderr


def answers(site: Path) -> dict[str, object]:
    """Return what is remembered of languages, by hash."""
    found = json.loads((site / MEMORY).read_bytes())["found"]
    return next(found[rule] for rule in found if rule.startswith("H102"))


def test_what_was_found_out_is_not_found_out_again(site: Path) -> None:
    assert check(site)[0]
    assert list(answers(site).values()) == ["fr"]
    before = (site / MEMORY).stat().st_mtime_ns
    assert check(site)[0]
    assert (site / MEMORY).stat().st_mtime_ns == before
    # The next run believes what it reads: nothing else could make it silent.
    (site / MEMORY).write_text((site / MEMORY).read_text().replace('"fr"', '""'))
    assert not check(site)[0]
    (site / MEMORY).unlink()
    assert check(site)[0]


def test_no_word_is_in_it_and_git_does_not_see_it(site: Path) -> None:
    check(site)
    data = (site / MEMORY).read_text()
    assert not any(word in data for word in ("bouilloire", "Marie", "kettle"))
    assert (site / ".ambassade/.gitignore").read_text() == "*\n"
    kept = sorted(name for name in files_of(site / ".ambassade") if not name.startswith("shards/"))
    assert kept == [".gitignore", "heuristics.json"]


def test_what_is_asked_no_more_is_forgotten(site: Path) -> None:
    check(site)
    former = answers(site)
    write_file(site, REVIEW, f"author: Marie Dupont\nreviewBody: Bref. {FRENCH}\n".encode())
    check(site)
    assert len(answers(site)) == 1
    assert answers(site) != former


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff\xfe",
        b'{"version":1,"found":{"H102',
        b"[" * 100_000,
        b"[]",
        b'{"version":0,"found":{}}',
        b'{"version":1,"found":[]}',
        b'{"version":1,"found":{"H102.1":[]}}',
        b'{"version":1,"found":{"H102.1":{"0":{}}}}',
        b'{"version":1,"found":{"H102.1":{"0":"%s"}}}' % (b"x" * 1_000_001),
    ],
)
def test_a_memory_that_cannot_be_read_is_none(tmp_path: Path, data: bytes) -> None:
    write_file(tmp_path, MEMORY, data)
    memory = open_memory(tmp_path)
    assert memory.is_anew
    assert memory.recall("H102.1", "words", lambda: "fr") == "fr"
    memory.save(tmp_path)
    assert not open_memory(tmp_path).is_anew


def test_a_memory_that_was_damaged_is_made_anew_and_that_is_said_once(site: Path) -> None:
    write_file(site, MEMORY, b"\x00\xff")
    told, said = check(site)
    assert told
    assert said.count(ANEW) == 1
    assert ANEW not in check(site)[1]
    assert list(answers(site).values()) == ["fr"]


@pytest.fixture
def read_only(site: Path) -> Iterator[Path]:
    """Return the site in folders that cannot be written."""
    folders = [site, *(path for path in site.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    yield site
    for folder in folders:
        folder.chmod(stat.S_IRWXU)


def test_a_site_that_cannot_be_written_is_checked_all_the_same(read_only: Path) -> None:
    process = start_build(read_only, before=be_ordinary, verb="check")
    told, errors = process.communicate()
    assert " H102 " in told, errors
    assert "Traceback" not in errors
    assert not (read_only / ".ambassade").exists()


@pytest.mark.parametrize("path", [".ambassade", MEMORY])
def test_what_stands_in_the_memorys_place_does_no_harm(site: Path, path: str) -> None:
    if path == MEMORY:
        (site / MEMORY / "folder").mkdir(parents=True)
    else:
        write_file(site, path, b"a file")
    told, said = check(site)
    assert told
    assert "heuristics" not in said
    assert not list(site.glob(".ambassade/*.new"))


def test_a_build_guesses_nothing_but_what_is_raised_to_an_error(site: Path) -> None:
    done = run("build", "--on", "2026-06-01", cwd=site, check=0)
    assert "H102" not in done.stdout
    assert not (site / MEMORY).exists()
    raised = f'REVIEW_RULES = {{"H102": {{"level": "error", "only": ["kettle"]}}}}\n{SETTINGS}'
    write_file(site, "pelicanconf.py", raised.encode())
    assert f"{REVIEW}:2:13: H102 " in run("build", "--on", "2026-06-01", cwd=site, check=1).stdout
    assert (site / MEMORY).exists()


def test_a_run_of_one_rule_keeps_what_is_remembered_of_others(site: Path) -> None:
    check(site)
    memory = open_memory(site)
    memory.recall("H999.1", "words", lambda: True)
    memory.save(site)
    assert open_memory(site).recall("H999.1", "words", lambda: False) is True
    assert list(answers(site).values()) == ["fr"]
