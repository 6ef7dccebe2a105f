"""What the text of a story may do under the policy, and what it is told of the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ambassade.markup.blocked_by_policy import find_blocked
from ambassade.markup.page_wide import IDS_OF_FRAME, find_ids_of_frame, find_page_wide
from ambassade.markup.start_tags import list_start_tags
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
        '<img srcset="/a.png 1x, https://elsewhere.example/a.png 2x">',
        '<image src="https://elsewhere.example/a.png">',
        '<picture><source srcset="//elsewhere.example/a.webp"></picture>',
        '<svg><use xlink:href="https://elsewhere.example/a.svg#a"></use></svg>',
        '<svg><a xlink:href="Java\nscript:alert(1)">there</a></svg>',
        '<svg><animate attributeName="href" to="javascript:alert(1)"></animate></svg>',
        '<math href="javascript:alert(1)">1</math>',
        '<a href=" javascript:alert(1)">there</a>',
        '<svg><foreignObject><iframe src="//films.example/1"></iframe></foreignObject></svg>',
        '<svg><script href="https://elsewhere.example/a.js"></script></svg>',
        '<embed src="/a.swf">',
        '<applet code="A.class"></applet>',
        '<portal src="https://elsewhere.example/"></portal>',
        '<button formaction="https://elsewhere.example/">Go</button>',
        '<a href="/a/" ping="/a/ https://elsewhere.example/">there</a>',
        '<noscript><img src="https://elsewhere.example/a.png"></noscript>',
    ],
)
def test_what_browsers_pass_over_is_found(html: str) -> None:
    assert len([*find_blocked(list_start_tags(html * 2), POLICY, URL)]) == 1


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
        '<img src="/a.png" srcset="/a.png 1x,/sub/b.png 2x, data:image/png;base64,AA== 3x">',
        '<svg><use href="#a"></use><foreignObject><p>a</p></foreignObject></svg>',
        '<a href="#javascript:" title="javascript:">there</a>',
        "<details><summary>a</summary><figure><abbr>b</abbr></figure></details>",
        "<template><p>a</p></template><noscript>a</noscript><object>a</object>",
    ],
)
def test_what_they_heed_is_not(html: str) -> None:
    assert [*find_blocked(list_start_tags(html), POLICY, URL)] == []
    assert [*find_page_wide(list_start_tags(html))] in ([], ['<link rel="alternate">'])


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<meta http-equiv=refresh content="0;url=//e">', '<meta http-equiv="refresh">'),
        ('<META Name="referrer" content="unsafe-url">', '<meta name="referrer">'),
        ('<meta itemprop="a" http-equiv="refresh">', '<meta http-equiv="refresh">'),
        ("<base target=_blank>", "<base>"),
        ('<link rel="preconnect" href="//elsewhere.example">', '<link rel="preconnect">'),
        ("<noscript><meta http-equiv=refresh></noscript>", '<meta http-equiv="refresh">'),
        ("<html class=a>", "<html>"),
        ("<body class=a>", "<body>"),
        ("<frameset><frame></frameset>", "<frameset>"),
        ("<plaintext>", "<plaintext>"),
        ('<iframe srcdoc="<meta http-equiv=refresh>"></iframe>', "<iframe srcdoc=…>"),
        ('<meta itemprop="name" content="a"><link itemprop="url" href="/a">', None),
        ('<link rel="stylesheet" href="/a.css">', None),
    ],
)
def test_what_acts_on_the_whole_page_is_found(html: str, told: str | None) -> None:
    assert [*find_page_wide(list_start_tags(html * 2 if told != "<plaintext>" else html))] == (
        [told] if told else []
    )


def test_a_story_cannot_lead_visitors_elsewhere_untold(tmp_path: Path) -> None:
    write_site(tmp_path)
    header = "Title: M\nDate: 2026-05-01\n\nTo refresh\n"
    story = f"{header}<meta http-equiv=refresh content='0;url=//e'> <base href=//e> ![e][1]\n"
    write_file(
        tmp_path, "content/stories/m.md", f"{story}\n[1]: https://e.example/e.png\n".encode()
    )
    told = run("build", "--on", "2026-06-01", cwd=tmp_path, check=0).stdout
    places = re.findall(r"^content/stories/m.md:(\d+:\d+): warning: P108 ", told, re.MULTILINE)
    assert places == ["5:1", "5:47", "7:6"]
    assert '<meta http-equiv="refresh">' in told
    assert "<base>" in told


def test_an_id_of_the_pages_frame_is_told(tmp_path: Path) -> None:
    write_site(tmp_path)
    text = (
        "# One {#main}\n\n<div id='stars'>a</div>\n\n<p id=mainly>b</p>\n\n<p id=\"Main\">c</p>\n"
    )
    write_file(tmp_path, "content/stories/m.md", f"Title: M\nDate: 2026-05-01\n\n{text}".encode())
    write_file(tmp_path, "content/pages/p.md", b'Title: P\n\n<p id="main">a</p>\n')
    told = run("build", "--on", "2026-06-01", cwd=tmp_path, check=0).stdout
    lines = [line for line in told.splitlines() if " P108 " in line]
    assert [line.partition(": warning: ")[0] for line in lines] == [
        "content/pages/p.md:3:4",
        "content/stories/m.md:4:8",
        "content/stories/m.md:6:6",
    ]
    assert 'The text has <h1 id="main">, an id that the frame' in lines[1]


def test_the_ids_of_the_frame_are_those_that_pages_have(tmp_path: Path) -> None:
    write_site(tmp_path)
    review = b"author: Marie\nreviewBody: It boils.\nreviewRating: 4\n"
    write_file(tmp_path, "reviews/kettle/2026-05-14-fine.yaml", review)
    story = "Title: M\nDate: 2026-05-01\nItem: kettle\nReviews: kettle/2026-05-14-fine\n\nWords.\n"
    write_file(tmp_path, "content/stories/m.md", story.encode())
    write_file(tmp_path, "content/pages/p.md", b"Title: P\n\nWords.\n")
    run("build", "--on", "2026-06-01", cwd=tmp_path, check=0)
    pages = [tmp_path / f"output/{page}/index.html" for page in ("stories/m", "p")]
    tags = list_start_tags("".join(page.read_text(encoding="utf-8") for page in pages))
    with_id = [(tag, given) for tag, given in tags if "id" in given]
    told = {name for _, name in find_ids_of_frame(with_id)}
    assert told == {given["id"] for _, given in with_id} == IDS_OF_FRAME


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


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://elsewhere.example/x.png" src="/images/x.png">',
        '<a href="javascript:alert(1)" href="/">x</a>',
    ],
)
def test_of_an_attribute_that_stands_twice_the_first_counts_as_for_browsers(html: str) -> None:
    assert len([*find_blocked(list_start_tags(html), POLICY, URL)]) == 1


def test_what_is_blocked_is_told_where_that_very_tag_stands(tmp_path: Path) -> None:
    write_site(tmp_path)
    text = """\
<p class="a">Plain.</p> <img src="/images/kettle.png" alt="A">
<p
  onclick="a()" style="color: red">Red.</p>
<object data="/images/kettle.png"></object> <OBJECT DATA='/images/b"c'></OBJECT>
"""
    write_file(tmp_path, "content/stories/m.md", f"Title: M\nDate: 2026-05-01\n\n{text}".encode())
    told = run("build", "--on", "2026-06-01", cwd=tmp_path, check=0).stdout
    found = re.findall(r"m.md:(\d+:\d+): warning: P108 .* pass over (<\w+ [\w-]+)", told)
    assert dict(map(reversed, found)) == {
        "<p onclick": "5:1",
        "<p style": "5:1",
        "<object data": "7:45",
    }
    assert (
        'm.md:7:1: warning: P108 body-blocked: Browsers pass over <object data="/images/ke' in told
    )
