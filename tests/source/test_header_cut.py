"""What stands below a header's end and was meant for the header is told, and not published."""

from pathlib import Path

import pytest

from tests.ambassade_command import run
from tests.rules.sample_site import write_file, write_site

HEADER = "Title: Tea\nDate: 2026-05-20\n"
BELOW = "If the line belongs to the header, write it like"
APART = "If the line belongs to the header, delete the empty lines above it"


def check(site: Path, text: str) -> list[str]:
    """What `check` tells of a story of `text`."""
    write_site(site)
    write_file(site, "content/stories/tea.md", text.encode())
    lines = run("check", cwd=site).stdout.splitlines()
    return [line.removeprefix("content/stories/tea.md:") for line in lines if "stories/tea" in line]


@pytest.mark.parametrize(
    ("text", "line", "remedy"),
    [
        (f"{HEADER}Status : draft\n\nSecret.\n", 3, BELOW),
        (f"{HEADER}Client\u00a0: Dupont\nStatus: draft\n\nSecret.\n", 3, BELOW),
        (f"{HEADER}Mots-clés: thé\nStatus: draft\n\nSecret.\n", 3, BELOW),
        (f"---\n{HEADER}reviews:\n  - kettle/x\nstatus: draft\n---\n\nSecret.\n", 5, BELOW),
        (f"{HEADER}- Status: draft\n\nSecret.\n", 3, BELOW),
        (f"{HEADER}\nStatus: draft\n\nSecret.\n", 4, APART),
        ("Title : Tea\nDate : 2026-05-20\n\nWords.\n", 1, BELOW),
        (f"\n{HEADER}\nWords.\n", 2, APART),
    ],
)
def test_the_first_line_below_the_end_is_told_once(
    tmp_path: Path, text: str, line: int, remedy: str
) -> None:
    (said,) = check(tmp_path, text)
    assert said.startswith(f"{line}:1: F115 header-cut: The header ends above this line")
    assert remedy in said
    run("build", cwd=tmp_path, check=1)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADER}Words without an empty line above them.\n",
        f"{HEADER}\nDate: yesterday.\nClient: a baker.\n",
        f"{HEADER}\nWords.\n\nStatus: it floats.\n",
        f"{HEADER}https://example.com/\n",
        f"---\n{HEADER}---\nNote: it floats.\n",
    ],
)
def test_what_begins_a_text_is_text(tmp_path: Path, text: str) -> None:
    assert [line for line in check(tmp_path, text) if "F115" in line] == []


def test_a_page_has_a_header_too(tmp_path: Path) -> None:
    write_site(tmp_path)
    write_file(tmp_path, "content/pages/team.md", b"Title: Team\nStatus : draft\n\nSecret.\n")
    said = run("check", cwd=tmp_path, check=1).stdout
    assert "content/pages/team.md:2:1: F115 header-cut" in said
