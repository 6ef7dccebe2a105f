"""What the text of a story may do under the policy, and what it is told of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ambassade.blocked_by_policy import find_blocked
from tests.ambassade_command import run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://example.com/sub"
POLICY = (
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;"
    "frame-src https://*.films.example;form-action 'none'"
)


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://elsewhere.example/a.png">',
        '<img src="//elsewhere.example/a.png">',
        "<img src=a.png onerror=alert(1)>",
        '<iframe src="https://films.example/1"></iframe>',
        '<iframe src="http://www.films.example/1"></iframe>',
        '<video src="/a.mp4"></video>',
        "<script>alert(1)</script>",
        '<script type="Module">alert(1)</script>',
        '<script src="https://elsewhere.example/a.js"></script>',
        "<style>p {color: red}</style>",
        '<p style="color: red">',
        '<link rel="Stylesheet" href="https://elsewhere.example/a.css">',
        "<form><button>Go</button></form>",
        '<object data="/a.swf"></object>',
        '<img src="http://[">',
    ],
)
def test_what_browsers_pass_over_is_found(html: str) -> None:
    assert len([*find_blocked(html * 2, POLICY, URL)]) == 1


@pytest.mark.parametrize(
    "html",
    [
        '<img src="/images/a.png" alt="style=x">',
        '<img src="https://example.com/a.png">',
        '<img src="data:image/png;base64,AA==">',
        '<iframe src="https://www.films.example/1"></iframe>',
        '<script src="/sub/theme/a.js"></script>',
        '<script type="application/ld+json">{}</script>',
        '<link rel="alternate" href="https://elsewhere.example/">',
        '<a href="https://elsewhere.example/">there</a>',
        "<p>&lt;script&gt;",
    ],
)
def test_what_they_heed_is_not(html: str) -> None:
    assert [*find_blocked(html, POLICY, URL)] == []


def test_a_table_keeps_its_columns_without_a_style_attribute(tmp_path: Path) -> None:
    write_site(tmp_path)
    story = "Title: Kettles\nDate: 2026-05-01\n\na | b | c\n:-- | :-: | --:\n1 | 2 | 3\n"
    write_file(tmp_path, "content/stories/a.md", story.encode())
    done = run("build", "--on", "2026-06-01", cwd=tmp_path, check=0)
    assert "P108" not in done.stdout
    html = (tmp_path / "output/stories/kettles/index.html").read_text(encoding="utf-8")
    assert '<td class="align-left">1</td>' in html
    assert '<td class="align-center">2</td>' in html
    assert '<th class="align-right">c</th>' in html
    assert "style=" not in html
    assert ".align-right" in (tmp_path / "output/theme/ambassade.css").read_text(encoding="utf-8")
