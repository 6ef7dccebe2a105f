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


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "HACKING.md"])
def test_a_link_to_a_file_leads_to_one(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in links if not (REPOSITORY / link).exists()] == []
