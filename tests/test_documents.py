"""What the documents tell an editor to type is good: each example is checked for real."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import REPOSITORY, run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

_BLOCK = re.compile(r"^( *)```yaml\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
_ROW = re.compile(
    r"^\| [^|]+ \| `((?:reply|status|withdrawn|provenance|consent): [^`]*)`", re.MULTILINE
)
_REVIEW = "author: Marie Dupont\nreviewRating: 4\ndateExperienced: 2026-10-01\n"


def _examples() -> list[str]:
    found = []
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (REPOSITORY / name).read_text(encoding="utf-8")
        found += [
            re.sub(f"^{indent}", "", block, flags=re.MULTILINE)
            for indent, block in _BLOCK.findall(text)
        ]
        found += [_REVIEW + _whole(row) for row in _ROW.findall(text) if "withheld" not in row]
    return found


def _whole(row: str) -> str:
    """Return what a row says to type; one of them says two keys."""
    return f"{row}\nstatus: withdrawn" if row.startswith("withdrawn:") else row


def test_there_are_examples() -> None:
    assert len(_examples()) >= 10


@pytest.mark.parametrize("example", _examples())
def test_an_example_has_no_error(example: str, tmp_path: Path) -> None:
    write_site(tmp_path)
    write_file(tmp_path, "reviews/kettle/2026-11-20-kqtz.yaml", example.encode())
    run("check", "--on", "2026-11-21", cwd=tmp_path, check=0)


def test_a_site_of_ones_own_is_run_without_make(tmp_path: Path) -> None:
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    run("init", "shop", cwd=tmp_path, check=0)
    assert not (tmp_path / "shop/Makefile").exists()
    own = text.split("## A site of your own")[1].split("## How it compares")[0]
    assert re.findall(r"`make [^`]*`", own) == []
    for command in ("check", "build", "build --settings publishconf.py"):
        assert f"`ambassade {command}`" in own


def test_the_other_way_to_show_a_name_is_good(tmp_path: Path) -> None:
    text = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    shown = re.findall(r"`(author: \{.*?\})`", text)
    assert len(shown) == 2
    for author in shown:
        test_an_example_has_no_error(f"{author}\nreviewRating: 4\n", tmp_path)


def test_what_a_site_lets_others_show_is_published_as_the_document_says(tmp_path: Path) -> None:
    text = (REPOSITORY / "docs/security.md").read_text(encoding="utf-8")
    (setting,) = re.findall(r"`(STATIC_PATHS = [^`]*)`", text)
    write_site(tmp_path)
    with (tmp_path / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(f"{setting}\n")
    for name in ("embed/a.html", "badges/a.txt"):
        write_file(tmp_path, f"content/{name}", b"Ours")
    run("build", "--on", "2026-06-01", cwd=tmp_path, check=0)
    for name in ("embed/a.html", "badges/a.txt"):
        assert (tmp_path / "output" / name).read_bytes() == b"Ours"


@pytest.mark.parametrize("wrong", [("--since", "nope"), ("--nope",), ("--settings", "nope.py")])
def test_wrong_usage_is_no_json(wrong: tuple[str, ...], tmp_path: Path) -> None:
    assert "With `--json`" in (REPOSITORY / "README.md").read_text(encoding="utf-8")
    write_site(tmp_path)
    done = run("check", "--json", *wrong, cwd=tmp_path, check=2)
    assert done.stdout == ""
    assert done.stderr.strip()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "HACKING.md"])
def test_a_link_to_a_file_leads_to_one(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in links if not (REPOSITORY / link).exists()] == []
