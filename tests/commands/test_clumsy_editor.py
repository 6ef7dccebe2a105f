"""Mistakes that people make: each is told so that a person who is no programmer can mend it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import environment, run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

REVIEW = "reviews/kettle/2026-05-14-saved-us-a-week.yaml"
ITEM = "reviews/kettle/item.yaml"
STORY = "content/stories/tea.md"
DAY = ("--on", "2026-06-01")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small site without reviews."""
    write_site(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "line", "told"),
    [
        ("author: Ann\nreviewBody: @great", 2, "quotation marks"),
        ("author: Ann\nreviewBody: %great", 2, "quotation marks"),
        ("author: Ann\nreviewBody: `great`", 2, "quotation marks"),
        ("author: Ann\nreviewBody: > great", 2, "quotation marks"),
        ("author: Ann\nreviewBody: | great", 2, "quotation marks"),
        ("author: Ann\nreviewBody: - great", 2, "quotation marks"),
        ("author: Ann\nreviewBody: [sic] great", 2, "quotation marks"),
        ("author: Ann\nreviewBody: {great} thing", 2, "quotation marks"),
        (" author: Ann\nreviewBody: great", 2, "spaces before the first line"),
        ("author: Ann\n  reviewBody: great", 2, "Line the key up"),
        ("author: Ann\nreviewBody: great\n---\n", 3, "Delete the line"),
        ("author:Ann", 1, "with a space after the colon"),
        ("author:\u00a0Ann\nreviewBody: great", 1, "no-break space"),
        ("author:\u202fAnn\nreviewBody: great", 1, "no-break space after"),
        ("author\u00a0:\u00a0Ann\nreviewBody: great", 1, "no-break space after"),
        ("author\u00a0:\u00a0Ann\nreviewBody\u00a0:\u00a0great", 1, "no-break space after"),
        ("author: Ann\nreviewBody\u202f: great", 2, "no-break space before"),
        ("author:\n  name:\u00a0Ann\nreviewBody: great", 2, "no-break space after"),
        ("author: Ann\ntitle: Great\nreviewBody: x", 2, "Did you mean name?"),
        ("author: Ann\nBODY: x\nreviewRating: 5", 2, "Did you mean reviewBody?"),
        ("author: Ann\nmots-clés: thé\nreviewRating: 5", 2, "Did you mean keywords?"),
        ("author: Ann\nreviewRating: 5\nreply: {text: Ok., date: 2026-05-15}", 3, "datePublished?"),
        ("author: Ann\nstars: 5\nreviewBody: x", 2, "Did you mean reviewRating?"),
        ("author: Ann\nREVIEWBODY: x\nreviewRating: 5", 2, "Did you mean reviewBody?"),
        ("author: A\nvideo:\n  embedUrl: https://a.example\n  duration: 1m12", 4, "PT1M12S"),
        ("author: A\ndisplay: full", 2, "under author, as in author: {name: …, display: …}."),
        ("author: A\nsource: form", 2, "Did you mean provenance?"),
        ("author: A\nevidence: x", 2, "as in provenance: {evidence: …}."),
        ("author: A\njobTitle: x", 2, "as in author: {name: …, jobTitle: …}."),
        ("author: A\nurl: x", 2, "Among the keys that may stand here are"),
        ("author: Ann\nreviewBody: their customer #1 and not happy", 2, "#1 and not happy"),
        ("author: Ann\nreviewBody: Le # 1 de Lyon", 2, "two spaces before it"),
        ("author: Ann\nconsent: {given:2026-05-14, scope: text}", 2, "a colon and a space"),
        ("author: Ann\nconsent: {given 2026-05-14, scope: text}", 2, "a colon and a space"),
        ("author: “Ann”\nreviewBody: x", 1, "put straight ones around them"),
        ("author: Ann\nname: « Great »\nreviewBody: x", 2, "put straight ones around them"),
        ("author: Ann\nname: “Verdict: good”\nreviewBody: x", 2, "straight quotation marks"),
        ("author: Ann\nreviewRating: “4”", 2, "Write 4, without quotation marks"),
        ("author: Ann\ndateReceived: “2026-05-14”\nreviewRating: 4", 2, "Write 2026-05-14, "),
        ("author: Ann\nname: # 1 de Lyon\nreviewBody: x", 2, "# 1 de Lyon"),
        ("author: Ann\nreply:\n  text: La # 1 de Lyon\nreviewBody: x", 3, "# 1 de Lyon"),
    ],
)
def test_the_line_and_the_remedy_are_told(typed: str, line: int, told: str, site: Path) -> None:
    write_file(site, REVIEW, f"{typed}\n".encode())
    lines = run("check", *DAY, cwd=site).stdout.splitlines()
    assert [one for one in lines if one.startswith(f"{REVIEW}:{line}:") and told in one], lines


@pytest.mark.parametrize(
    ("typed", "place", "told"),
    [
        ("author:\n  name: Ann\n display: full", "3:2", "the line above (2)"),
        ('author: "Ann"\n  reviewBody: great', "2:3", "Line the key up"),
        ("author: Ann\nreviewBody: |\n  Great.\n Really", "4:2", "the line above (2)"),
        ("corrections:\n  - date: 2026-05-14\n  by: author", "3:3", "the line above (4)"),
        (
            "consent: {given: 2026-01-01, scope: [text, name]\nname: x",
            "1:10",
            "This { is not closed",
        ),
        ("consent: {given: 2026-01-01, scope: [text, name]", "1:10", "Write } after"),
        ("consent:\n  scope: [text, name\nname: x", "2:10", "This [ is not closed"),
        ("consent: {scope: [text, name}\nname: x", "1:18", "Write ] after"),
        ("consent:\n  scope: [text, name}\nname: x", "2:21", "Write ] in place of }"),
        ("consent: {scope: text]}\nname: x", "1:22", "This ] closes nothing"),
        ("keywords: [tea]]\nname: x", "1:16", "This ] closes nothing"),
        ("consent: {given: 2026-03-01 scope: [text]}", "1:29", "no comma before scope"),
        ("author: {name: Ann Lee display: full}", "1:24", "no comma before display"),
        ('author: {name: "Ann" display: full}', "1:22", "no comma before display"),
        ("author: {name: Verdict: good}", "1:23", "A colon and a space stand inside a value"),
        ("consent: {scope:[text]}", "1:16", "no space after this colon"),
        ("consent: given: 2026-01-01", "1:10", "on the next line, with 2 spaces"),
        ("reviewAspect: support: 5", "1:15", "on the next line, with 2 spaces"),
        ("name: given: 2026-01-01", "1:12", "quotation marks"),
        ("reviewBody: [12/03/2026 14:22] Ann: great", "1:13", "quotation marks"),
        ("reviewBody: [great\nname: x", "1:13", "quotation marks"),
    ],
)
def test_what_yaml_refuses_is_told_as_what_to_type(
    typed: str, place: str, told: str, site: Path
) -> None:
    write_file(site, REVIEW, f"{typed}\n".encode())
    lines = run("check", *DAY, cwd=site).stdout.splitlines()
    assert [one for one in lines if one.startswith(f"{REVIEW}:{place}: ") and told in one], lines


def test_each_no_break_space_before_a_colon_is_told_and_the_key_is_known(site: Path) -> None:
    typed = "author\u00a0: Ann\nreply\u202f:\n  text\u00a0: Thanks.\nreviewBody: It\u00a0is great"
    write_file(site, REVIEW, f"{typed}\n".encode())
    lines = run("check", *DAY, cwd=site, check=1).stdout.splitlines()
    errors = [one.partition(": There")[0] for one in lines if " Y109 " in one or " F1" in one]
    assert errors == [f"{REVIEW}:{place}: Y109 yaml" for place in ("1:7", "2:6", "3:7")]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("author:\nname: Ann Lee\nreviewBody: x",
         ["1:1: F103 missing-key: author is empty. Write its value after the colon; or, if name on"]),
        ("author:\nreviewBody: x", ["1:1: F103 missing-key: author is empty. Write its value after"]),
        ("author: Ann\nreviewBody: x\nreply:\ndatePublished: 2026-05-15\ntext: Thanks.",
         ["5:1: F101 unknown-key: text belongs to reply, which is empty. Put 2 spaces before each"]),
        ("author: Ann\nreviewBody: x\nprovenance:\nsource: email\nverification: none",
         ["4:1: F101 unknown-key: source belongs to provenance", "5:1: F101 unknown-key: verif"]),
        ("author: Ann\nreviewBody: x\nreply:\n  text:\n  author: Bob",
         ["4:3: F103 missing-key: reply.text is empty. Write"]),
        ("author: Ann\nreply:\nreviewBody: x\ntext: y",
         ["4:1: F101 unknown-key: text is not a key of this file. Did you mean reviewBody?"]),
    ],
)  # fmt: skip
def test_lines_that_lost_their_indentation_are_told_of_the_empty_key_above(
    typed: str, told: list[str], site: Path
) -> None:
    write_file(site, REVIEW, f"{typed}\n".encode())
    lines = [one for one in run("check", *DAY, cwd=site).stdout.splitlines() if " F10" in one]
    assert len(lines) == len(told), lines
    for line, words in zip(lines, told, strict=True):
        assert line.startswith(f"{REVIEW}:{words}")


@pytest.mark.parametrize(
    ("file", "typed", "told"),
    [
        (REVIEW, "authr: Ann\nreviewBody: x", "1:1: F101 unknown-key: authr is not a key"),
        (REVIEW, "auteur:\n  name: Ann\nreviewBody: x", "1:1: F101 unknown-key: auteur is"),
        (REVIEW, "author: {nme: Ann}\nreviewBody: x", "1:10: F101 unknown-key: author.nme is"),
        (REVIEW, "author: {name:2}\nreviewBody: x", "1:10: F101 unknown-key: author.name:2 is"),
        (REVIEW, "author: Ann\nreviwBody: x", "2:1: F101 unknown-key: reviwBody is not a key"),
        (ITEM, "type: Book\nname: A\ncolection: complete", "3:1: F101 unknown-key: colection is"),
        (STORY, "Titel: Tea\nDate: 2026-05-01\n\nx", "1:1: F101 unknown-key: titel is"),
        (STORY, "Title: Tea\nDatte: 2026-05-01\n\nx", "2:1: F101 unknown-key: datte is"),
    ],
)
def test_a_misspelt_key_is_not_called_missing_too(
    file: str, typed: str, told: str, site: Path
) -> None:
    write_file(site, file, f"{typed}\n".encode())
    (line,) = (one for one in run("check", *DAY, cwd=site).stdout.splitlines() if " F10" in one)
    assert line.startswith(f"{file}:{told}")


def test_a_remark_with_a_space_is_no_fault(site: Path) -> None:
    write_file(
        site, REVIEW, b"author: Ann  # a friend\nname: Great  # the title\nreviewRating: 4 # of 5\n"
    )
    assert "Y113" not in run("check", *DAY, cwd=site, check=0).stdout


@pytest.mark.parametrize(
    "typed",
    [
        "name: They say “good”",
        "name: “Good” and “cheap”",
        "name: '“Good”'",
        "reviewBody: “Good.”",
        "excerpt: “Good.”",
    ],
)
def test_quotation_marks_of_the_words_themselves_are_no_fault(typed: str, site: Path) -> None:
    write_file(site, REVIEW, f"author: Ann\nreviewRating: 4\n{typed}\n".encode())
    assert "Y114" not in run("check", *DAY, cwd=site, check=None).stdout


@pytest.mark.parametrize("status", ["draft", "hidden", "skip"])
def test_a_story_that_is_not_published_is_no_fault_and_has_no_page(status: str, site: Path) -> None:
    story = f"Title: Secret\nDate: 2026-05-01\nStatus: {status}\n\nWords.\n"
    write_file(site, "content/stories/secret.md", story.encode())
    run("build", *DAY, cwd=site, check=0)
    assert not (site / "output/stories/secret").exists()


@pytest.mark.parametrize(
    "alias",
    ["/sitemap.xml", "/robots.txt", "/404.html", "/api/v1/items.json", "/theme/ambassade.css",
     "/index.html/x", "/feeds/reviews.atom.xml/x", "/.ambassade-manifest.json", "/reviews/"],
)  # fmt: skip
def test_an_alias_never_takes_the_place_of_a_file(alias: str, site: Path) -> None:
    item = f"type: Product\nname: Kettle\ncollection: complete\naliases: {alias}\n"
    write_file(site, "reviews/kettle/item.yaml", item.encode())
    assert "item.yaml:4:10: A204 " in run("build", *DAY, cwd=site, check=1).stdout


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (REVIEW, f"author: Ann\nreviewBody: x\nkeywords: [{'k' * 300}]\n"),
        ("reviews/kettle/item.yaml",
         f"type: Product\nname: K\ncollection: complete\naliases: /{'a' * 300}/\n"),
        ("content/stories/x.md", f"Title: {'t' * 300}\nDate: 2026-05-01\n\nx\n"),
        ("content/pages/x.md", f"Title: {'t' * 300}\n\nx\n"),
    ],
)  # fmt: skip
def test_a_name_too_long_for_an_address_is_told_on_its_file(
    name: str, text: str, site: Path
) -> None:
    write_file(site, name, text.encode())
    assert run("build", *DAY, cwd=site, check=1).stdout.count(f"{name}:") >= 1


def test_the_root_of_the_disk_is_no_output(site: Path) -> None:
    run("build", *DAY, "--output", "/", cwd=site, check=2)


def test_what_a_narrow_terminal_cannot_show_is_escaped(site: Path) -> None:
    write_file(site, REVIEW, "author: Ann\nété: 1\nreviewBody: x\n".encode())
    done = subprocess.run(
        [sys.executable, "-m", "ambassade", "check", *DAY],
        cwd=site,
        env={**environment(), "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"F101 unknown-key" in done.stdout


def test_a_full_disk_under_the_words_of_check_gives_exit_code_3(site: Path) -> None:
    write_file(site, REVIEW, b"author: Ann\nreviewRating: 6\n")
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-m", "ambassade", "check", *DAY],
            cwd=site,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert os.linesep.encode() in done.stderr
