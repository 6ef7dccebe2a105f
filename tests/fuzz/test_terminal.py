"""Whatever is typed or found, a terminal is sent no control character, and JSON is JSON."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run
from tests.fuzz.hostile_site import quote
from tests.fuzz.naughty_texts import FORBIDDEN, HOSTILE
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
TEXTS = tuple(text for text in (*FORBIDDEN, *HOSTILE) if "\0" not in text)
NOT_SENT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site in which hostile texts are keys, values, names of files and settings."""
    site = tmp_path_factory.mktemp("terminal")
    write_site(site)
    for number, text in enumerate(TEXTS):
        name = text.replace("/", "")[:60]
        (site / f"reviews/kettle/{name}.yaml").write_text("author: A\n")
        (site / f"reviews/{name}").mkdir(exist_ok=True)
        keys = f"author: {quote(text)}\n{quote(text)}: x\nstatus: {quote(text)}\nimage: {quote(text)}\n"
        write_file(site, f"reviews/kettle/2026-05-14-r{number}.yaml", keys.encode())
        story = f"Title: {text}\nDate: {text}\nItem: {text}\n{text}: x\n\nx\n".encode()
        write_file(site, f"content/stories/s{number}.md", story)
    write_file(site, "reviews/verbatim.lock", "\n".join(TEXTS).encode())
    values = {text: text for text in TEXTS}
    more = f"HEADLINE = {values!r}\nREVIEW_PROFILES = {[*TEXTS]!r}\nADDRESSES = {values!r}\n"
    write_file(site, "pelicanconf.py", (SETTINGS + more).encode())
    return site


@pytest.mark.parametrize(
    ("command", "form"),
    [("check", "text"), ("check", "github"), ("check", "json"), ("build", "text")],
)
def test_what_is_told_of_a_hostile_site_has_no_control_character(
    site: Path, command: str, form: str
) -> None:
    done = run(command, *DAY, "--format", form, cwd=site, check=1)
    for said in (done.stdout, done.stderr):
        found = NOT_SENT.search(said)
        assert found is None, said[max(0, found.start() - 200) : found.end()]
    if form == "json":
        assert len(json.loads(done.stdout)) > len(TEXTS)
    elif form == "github":
        assert all(line.startswith("::") for line in done.stdout.splitlines())


@pytest.mark.parametrize(
    "words",
    [
        ("explain", "{}"),
        ("build", "--site", "{}"),
        ("check", "--since", "{}"),
        ("check", "--on", "{}"),
        ("build", "--settings", "{}"),
        ("{}",),
        ("forget", "{}"),
    ],
    ids=" ".join,
)
def test_what_is_typed_is_not_sent_back_raw(words: tuple[str, ...], tmp_path: Path) -> None:
    write_site(tmp_path)
    text = "\x1b[31mred\x1b]0;t\x07 \u202eevil\u2028x"
    done = run(*(word.replace("{}", text) for word in words), cwd=tmp_path)
    assert done.returncode > 0
    said = done.stdout + done.stderr
    assert NOT_SENT.search(said) is None, said.encode("unicode_escape")


@pytest.mark.parametrize(
    "words",
    [
        ("build", *DAY, "--site", "{site}"),
        ("build", *DAY, "--site", "{site}", "--output", "{new}"),
        (
            "new",
            "item",
            "--type",
            "Product",
            "--name",
            "Teapot",
            "--collection",
            "complete",
            "--site",
            "{site}",
        ),
        ("init", "{new}", "--company", "Teapot Works"),
        ("init", "{new}", "--company", "Teapot Works", "--json"),
    ],
    ids=" ".join,
)
def test_what_a_folder_is_called_is_not_sent_raw(words: tuple[str, ...], tmp_path: Path) -> None:
    text = "\x1b[31mred\x1b]0;t\x07 \u202eevil\u2028x"
    site = tmp_path / text
    site.mkdir()
    write_site(site)
    typed = [word.format(site=text, new=f"{text}2") for word in words]
    done = run(*typed, cwd=tmp_path, check=0)
    said = done.stdout + done.stderr
    assert "\\x1b[31mred" in said or "\\u001b[31mred" in said
    assert NOT_SENT.search(said) is None, said.encode("unicode_escape")
