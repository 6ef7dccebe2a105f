"""`ambassade new`: files that pass `check`, whatever was typed, and that overwrite nothing."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.ambassade_command import environment, files_of, run
from tests.pseudo_terminal import converse

if TYPE_CHECKING:
    from pathlib import Path

AUTHOR = ("--author", "Marie O'Brien-Dupont")
WORDS = (*AUTHOR, "--rating", "4.5", "--consent", "2026-01-31", "--date", "2026-02-01")
REVIEWS = "reviews/our-product"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site as `init` makes it, without the profile that asks to fill in the rest."""
    run("init", "shop", "--languages", "en,fr", cwd=tmp_path, check=0)
    conf = tmp_path / "shop" / "pelicanconf.py"
    text = conf.read_text(encoding="utf-8")
    assert 'REVIEW_PROFILES = ["google"]' in text
    conf.write_text(text.replace('["google"]', "[]"), encoding="utf-8")
    return tmp_path / "shop"


def new(site: Path, *words: str, check: int = 0, language: str = "C") -> str:
    """Add something; return the path that is printed."""
    return run("new", *words, cwd=site, check=check, language=language).stdout.strip()


def load(path: Path) -> dict[str, object]:
    """Return what a YAML file holds, every value as text."""
    text = path.read_text(encoding="utf-8")
    loaded: dict[str, object] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - texts only
    return loaded


def test_a_review_passes_check_and_its_comments_help(site: Path) -> None:
    path = new(site, "review", *WORDS, "--title", "Saved us a week", "--body", "It boils.")
    assert path == f"{REVIEWS}/2026-02-01-saved-us-a-week.yaml"
    lines = (site / path).read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../review.schema.json"
    assert sum(line.strip().startswith("#") for line in lines) > 10
    assert run("check", cwd=site, check=0).stdout == ""


def test_the_name_of_the_file_never_names_the_author(site: Path) -> None:
    title = "Why Marie O'Brien, or OBRIEN-Dupont, loves it"
    path = new(site, "review", *WORDS, "--title", title)
    assert path == f"{REVIEWS}/2026-02-01-why-or-loves-it.yaml"
    path = new(site, "review", *WORDS, "--title", "Marie Dupont")
    assert re.fullmatch(rf"{REVIEWS}/2026-02-01-[a-z]{{4}}\.yaml", path)
    path = new(site, "review", *WORDS)
    assert re.fullmatch(rf"{REVIEWS}/2026-02-01-[a-z]{{4}}\.yaml", path)
    # The titles do, which is told, and stops nothing.
    told = run("check", cwd=site, check=0).stdout.splitlines()
    assert [line.split(": ")[2] for line in told] == ["H106 hidden-name-in-text"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "\"quoted\" and 'quoted': # not a comment",
        "- a list? *no*",
        "null",
        "{a: b}",
        "@here `there` %x &y !z |",
        "first\n\n  second: x\n\tthird\n#fourth\n---\n...\n",
        "\u2028 odd \u00a0 spaces \ufeff",
        "👍 好 مرحبا",
        "{{ body }} {% if %}",
        "a" * 20_000,
    ],
)
def test_any_words_survive(text: str, site: Path) -> None:
    path = new(site, "review", *WORDS, "--title", text[:40], "--body", text, "--slug", "x")
    written = load(site / path)
    assert str(written["reviewBody"]).strip() == text.strip()
    assert str(written["name"]).split() == text[:40].split()
    assert run("check", cwd=site, check=0).stdout == ""


def test_the_words_may_come_from_a_file_or_the_standard_input(site: Path) -> None:
    (site / "words.txt").write_text("From a file.\n\nTwice.\n", encoding="utf-8")
    path = new(site, "review", *WORDS, "--body-file", "words.txt")
    assert load(site / path)["reviewBody"] == "From a file.\n\nTwice.\n"


def test_the_words_of_a_file_lose_the_mark_that_windows_puts_before_them(site: Path) -> None:
    (site / "words.txt").write_bytes(b"\xef\xbb\xbfIt boils.\r\nAlways.\r\n")
    path = new(site, "review", *WORDS, "--body-file", "words.txt")
    assert load(site / path)["reviewBody"] == "It boils.\nAlways.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("review", *WORDS, "--title", b"caf\xe9"), "What was typed is not UTF-8."),
        (("review", *WORDS, "--body-file", "-"), "What was typed is not UTF-8."),
        (("story", "--title", b"caf\xe9"), "What was typed is not UTF-8."),
        (
            ("review", *WORDS, "--body-file", "words.txt"),
            "words.txt is not UTF-8. Save it as UTF-8.",
        ),
        (
            ("review", *WORDS, "--body", "x", "--body-file", "words.txt"),
            "Give --body or --body-file, not both.",
        ),
    ],
)
def test_words_that_cannot_be_taken_as_they_are_are_refused(
    words: tuple[str | bytes, ...], said: str, site: Path
) -> None:
    (site / "words.txt").write_bytes("Un café.".encode("latin-1"))
    before = files_of(site)
    done = subprocess.run(
        [sys.executable, "-m", "ambassade", "new", *words],
        cwd=site,
        env={**environment(), "PYTHONIOENCODING": "utf-8:strict"},
        input=b"Un caf\xe9.",
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.decode()) == (2, b"", f"{said}\n")
    assert files_of(site) == before


def test_every_option_is_written(site: Path) -> None:
    options = {
        "display": "full", "language": "fr", "experienced": "2026-01-02", "received": "2026-01-30",
        "source": "form", "verification": "order", "evidence": "order-1a2b", "status": "pending",
        "scope": "text,name,photo",
    }  # fmt: skip
    words = [word for key, value in options.items() for word in (f"--{key}", value)]
    written = load(site / new(site, "review", *WORDS, *words))
    assert written == {
        "author": {"name": "Marie O'Brien-Dupont", "display": "full"},
        "reviewRating": "4.5",
        "inLanguage": "fr",
        "dateExperienced": "2026-01-02",
        "dateReceived": "2026-01-30",
        "status": "pending",
        "provenance": {"source": "form", "verification": "order", "evidence": "order-1a2b"},
        "consent": {"given": "2026-01-31", "scope": ["text", "name", "photo"]},
    }
    assert run("check", cwd=site, check=0).stdout == ""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--rating", "6"], "R102"),
        (["--rating", "4,5"], "F104"),
        (["--experienced", "2026-02-30"], "F105"),
        (["--author", "100% off!"], "R1"),
        (["--evidence", "marie@example.com"], "R109"),
        (["--slug", "marie-loves-it"], "R108"),
        (["--date", "2999-01-01"], "D101"),
        (["--language", "english"], "F"),
        (["--body", "bell \x07"], "Y"),
    ],
)
def test_a_wrong_value_is_told_as_check_tells_it_and_nothing_is_written(
    words: list[str], code: str, site: Path
) -> None:
    before = files_of(site)
    done = run("new", "review", *WORDS, "--body", "It boils.", *words, cwd=site, check=1)
    assert re.search(rf"{REVIEWS}/\S+\.yaml:\d+:\d+: {code}", done.stdout), done.stdout
    assert files_of(site) == before


def test_nothing_is_ever_overwritten(site: Path) -> None:
    words = ("review", *WORDS, "--title", "Good")
    assert new(site, *words).endswith("-good.yaml")
    assert new(site, *words).endswith("-good-2.yaml")
    before = files_of(site)
    done = run("new", *words, "--slug", "good", cwd=site, check=2)
    assert "2026-02-01-good.yaml" in done.stderr
    run("new", "item", "--type", "Book", "--name", "x", "--collection", "complete",
        "--slug", "our-product", cwd=site, check=2)  # fmt: skip
    run("new", "story", "--title", "x", "--slug", "sample-story", cwd=site, check=2)
    assert files_of(site) == before


@pytest.mark.parametrize(
    "words",
    [
        ["review", "--rating", "5"],
        ["review", "--author", "Marie"],
        ["review", *WORDS, "--item", "kettle"],
        ["review", *WORDS, "--slug", "../x"],
        ["review", *WORDS, "--body-file", "nowhere.txt", "--site", "nowhere"],
        ["item", "--name", "Kettle"],
        ["item", "--name", "Kettle", "--type", "Product"],
        ["story"],
        ["poem"],
    ],
)
def test_where_nobody_can_be_asked_what_is_missing_gives_exit_code_2(
    words: list[str], site: Path
) -> None:
    before = files_of(site)
    assert run("new", *words, cwd=site, check=2).stderr.strip()
    assert files_of(site) == before


@pytest.mark.parametrize("language", ["C", "fr_FR.UTF-8"])
@pytest.mark.parametrize(
    "kind",
    [
        "Product", "SoftwareApplication", "Course", "Book", "Service", "Organization",
        "LocalBusiness",
    ],
)  # fmt: skip
def test_an_item_of_every_type_passes_check_and_names_its_keys(
    kind: str, language: str, site: Path
) -> None:
    name = 'A "kettle": #1'
    path = new(site, "item", "--type", kind, "--name", name, "--collection", "selection",
               "--description", "- Boils: water", language=language)  # fmt: skip
    assert path == "reviews/a-kettle-1/item.yaml"
    text = (site / path).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../item.schema.json\n")
    assert ("# offers: {price: …" in text) == (kind not in {"Organization", "LocalBusiness"})
    assert load(site / path)["name"] == name
    assert run("check", cwd=site, check=0).stdout == ""
    run("build", cwd=site, check=0)


def test_a_story_passes_check_and_quotes_what_there_is(site: Path) -> None:
    quoted = "our-product/2025-03-03-a-sample-to-delete"
    words = ("story", "--item", "our-product", "--client", "Tide: & <Sons>", "--date", "2026-02-01")
    path = new(site, *words, "--title", "Kettles at sea: a tale", "--reviews", quoted)
    assert path == "content/stories/kettles-at-sea-a-tale.md"
    assert new(site, *words, "--title", "Kettles at sea: a tale").endswith("-tale-2.md")
    assert new(site, *words, "--title", "!!!", "--language", "fr").endswith(".md")
    assert run("check", cwd=site, check=0).stdout == ""
    run("build", cwd=site, check=0)
    assert (site / "output/stories/kettles-at-sea-a-tale/index.html").is_file()


@pytest.mark.parametrize("wrong", [["--reviews", "our-product/x"], ["--item", "kettle"]])
def test_a_story_that_leads_nowhere_is_not_written(wrong: list[str], site: Path) -> None:
    before = files_of(site)
    assert "T10" in run("new", "story", "--title", "x", *wrong, cwd=site, check=1).stdout
    assert files_of(site) == before


@pytest.mark.parametrize("wrong", [["--name", "Con"], ["--name", "x", "--slug", "a" * 151]])
def test_an_item_whose_folder_cannot_be_is_not_written(wrong: list[str], site: Path) -> None:
    before = files_of(site)
    words = ("new", "item", "--type", "Book", "--collection", "complete", *wrong)
    assert "A103 folder-name" in run(*words, cwd=site, check=1).stdout
    assert files_of(site) == before


def test_a_machine_reads_the_path_or_the_faults(site: Path) -> None:
    told = json.loads(new(site, "review", *WORDS, "--title", "Good", "--json"))
    assert told == {"path": f"{REVIEWS}/2026-02-01-good.yaml"}
    faults = json.loads(new(site, "review", *WORDS, "--rating", "6", "--json", check=1))
    assert faults[0]["code"] == "R102"


def test_from_another_folder_the_path_can_be_opened(site: Path) -> None:
    path = run("new", "review", *WORDS, "--site", "shop", cwd=site.parent, check=0).stdout.strip()
    assert (site.parent / path).is_file()


def test_edit_opens_the_file_in_the_editor(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = site.parent / "editor"
    editor.write_text('#!/bin/sh\necho "# edited" >> "$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    path = new(site, "review", *WORDS, "--edit")
    assert (site / path).read_text(encoding="utf-8").endswith("# edited\n")


def test_in_a_terminal_a_review_is_asked_for_and_each_answer_judged(site: Path) -> None:
    code, shown = converse(
        "new", "review", cwd=site,
        answers=[
            ("customer's name: ", "Marie Dupont"),
            ("Rating", "6"),
            ("bestRating is 5", "5"),
            ("Title", "Marie's week: saved"),
            ("only a dot", 'First line.\n\n- second: "x"\n.'),
            ("[en]", ""),
            ("used it", "yesterday"),
            ("used it", ""),
            ("arrived", ""),
            ("agreed", "2026-01-31"),
            ("[text, name]", ""),
        ],
    )  # fmt: skip
    assert code == 0, shown
    today = datetime.now(tz=UTC).date()
    written = load(site / f"{REVIEWS}/{today}-maries-week-saved.yaml")
    assert written["reviewBody"] == 'First line.\n\n- second: "x"\n'
    assert written["name"] == "Marie's week: saved"
    assert written["dateReceived"] == str(today)
    assert written["consent"] == {"given": "2026-01-31", "scope": ["text", "name"]}

    assert run("check", cwd=site, check=0).stdout == ""


def test_in_a_terminal_nothing_that_was_answered_is_lost(site: Path) -> None:
    conf = site / "pelicanconf.py"
    text = conf.read_text(encoding="utf-8").replace(
        "REVIEW_PROFILES = []", 'REVIEW_PROFILES = ["eu"]'
    )
    conf.write_text(text, encoding="utf-8")
    code, shown = converse(
        "new", "review", cwd=site,
        answers=[
            ("customer's name: ", ""),
            ("An answer is needed.", "Marie Dupont"),
            ("Rating", ""),
            ("Title", "A good week"),
            ("only a dot", "."),
            ("At least one line, or a rating.", "."),
            ("Rating", ""),
            ("At least one line, or a rating.", "."),
            ("Rating", "4"),
            ("[en]", ""),
            ("used it", ""),
            ("arrived", ""),
            ("agreed", "2026-01-31"),
            ("[text, name]", ""),
        ],
    )  # fmt: skip
    assert code == 0, shown
    assert "--" not in shown
    assert "consent" not in shown.partition("arrived")[0]
    today = datetime.now(tz=UTC).date()
    written = load(site / f"{REVIEWS}/{today}-a-good-week.yaml")
    assert (written["author"], written["reviewRating"]) == ({"name": "Marie Dupont"}, "4")


def test_in_a_french_terminal_an_item_is_chosen_by_number_or_word(site: Path) -> None:
    code, shown = converse(
        "new", "item", cwd=site, language="fr_FR.UTF-8",
        answers=[("[Product]", "99"), ("[Product]", "1"), ("Nom", "Un livre"), ("Lesquels", "complete")],
    )  # fmt: skip
    assert code == 0, shown
    assert load(site / "reviews/un-livre/item.yaml")["type"] == "Book"
    assert "tout avis authentique reçu" in (site / "reviews/un-livre/item.yaml").read_text("utf-8")


def test_the_name_of_an_item_cannot_write_into_the_terminal(site: Path) -> None:
    (site / "reviews/kettle").mkdir()
    kettle = 'type: Product\ncollection: complete\nname: "Kettle\\u202e"\n'
    (site / "reviews/kettle/item.yaml").write_text(kettle, encoding="utf-8")
    _code, shown = converse("new", "review", cwd=site, answers=[("Number or word", "\x04")])
    assert r"Kettle\u202e" in shown
    assert "\u202e" not in shown


def test_in_a_terminal_the_end_of_the_input_writes_nothing(site: Path) -> None:
    before = files_of(site)
    code, _ = converse("new", "story", cwd=site, answers=[("Title", "\x04")])
    assert code == 130
    assert files_of(site) == before


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("our", "There is no item our. Did you mean our-product?"),
        ("ourprodukt", "There is no item ourprodukt. Did you mean our-product?"),
        ("zzz", "There is no item zzz. Those there are: our-product."),
    ],
)
def test_an_item_that_is_not_there_is_told_with_the_nearest_one(
    typed: str, told: str, site: Path
) -> None:
    done = run("new", "review", *WORDS, "--item", typed, cwd=site, check=2)
    assert told in done.stderr
