"""The check of links finds what it is for."""

from pathlib import Path

import pytest

from tests.site_checks import links
from tests.site_checks.tiny_site import URL, write_json_ld, write_page, write_site

FILES = {
    "index.html": write_page('<h2 id="é">Here</h2>'),
    "a/index.html": write_page(),
    "static/i.png": "",
    "static/my i.png": "",
}


def check_files(folder: Path, files: dict[str, str], url: str = URL) -> list[str]:
    """The faults of the sound files with these beside them."""
    return links.check(write_site(folder, FILES | files), url)


@pytest.mark.parametrize(("url", "prefix"), [(URL, "/sub"), ("https://x.org", "")])
def test_links_that_lead_somewhere_are_no_fault(tmp_path: Path, url: str, prefix: str) -> None:
    body = f"""
        <a href="{prefix}/">a</a> <a href="../">b</a> <a href="{url}/a/?q=1#top">c</a>
        <a href="{prefix}/#%C3%A9">d</a> <a href="#x">e</a> <p id="x">x</p>
        <a href="mailto:a@x.org">f</a> <a href="https://elsewhere.org/lost/">g</a>
        <img src="../static/i.png" alt=""
             srcset="../static/i.png 1x, {prefix}/static/my%20i.png 2x">
        <p style="background: url('../static/i.png')">h</p>"""
    files = {
        "b/index.html": write_page(body, f'<link rel="canonical" href="{url}/b/">'),
        "404.html": write_page(f'<a href="{prefix}/">Home</a> <a href="#x">x</a><p id="x">x</p>'),
        "static/s.css": '@import "t.css"; p { background: url(i.png) } /* url(lost.png) */',
        "static/t.css": "",
        "sitemap.xml": f"<urlset><url><loc>{url}/a/</loc></url></urlset>",
        "atom.xml": f'<feed><link href="{url}/a/"/><id>urn:lost</id></feed>',
        "api/a.json": f'{{"items": [{{"url": "{url}/a/"}}]}}',
        "robots.txt": f"Sitemap: {url}/sitemap.xml\n",
    }
    assert check_files(tmp_path, files, url) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="/sub/lost/">a</a>', "a href '/sub/lost/' leads to no file"),
        ('<a href="lost.html">a</a>', "leads to no file"),
        (f'<a href="{URL}/lost/">a</a>', "leads to no file"),
        ('<a href="/a/">a</a>', "does not start with the site's path /sub/"),
        ('<a href="/subway/">a</a>', "does not start with the site's path /sub/"),
        ('<a href="/sub/a">a</a>', "leads to a folder: end it with a slash"),
        ('<a href="/sub/#lost">a</a>', "names #lost, which index.html has not"),
        ('<a href="#lost">a</a>', "names #lost, which b/index.html has not"),
        ('<a href="">a</a>', "is empty"),
        ('<a href="javascript:alert(1)">a</a>', "is a script"),
        ('<img src="/sub/lost.png" alt="">', "img src"),
        ('<img srcset="/sub/static/i.png 1x,/sub/lost.png 2x" alt="">', "'/sub/lost.png'"),
        ('<source srcset="/sub/lost.png">', "source srcset"),
        ('<video poster="/sub/lost.png"></video>', "video poster"),
        ('<form action="/sub/lost/"></form>', "form action"),
        ('<p style="background: url(lost.png)">a</p>', "url() 'lost.png'"),
        ("<style>\np { background: url('lost.png') }</style>", "url() 'lost.png'"),
        (write_json_ld({"url": f"{URL}/lost/"}), "JSON-LD url"),
    ],
)
def test_a_dead_link_in_a_page_is_a_fault(tmp_path: Path, body: str, fault: str) -> None:
    faults = check_files(tmp_path, {"b/index.html": write_page(body)})
    assert len(faults) == 1
    assert faults[0].startswith("b/index.html:10: ")
    assert fault in faults[0]


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        ('<link rel="canonical" href="/sub/a/">', "is not a full address"),
        ('<link rel="alternate" hreflang="fr" href="/sub/a/">', "is not a full address"),
        ('<meta property="og:image" content="/sub/static/i.png">', "is not a full address"),
        (f'<meta property="og:image" content="{URL}/lost.png">', "leads to no file"),
        ('<meta http-equiv="refresh" content="0; url=/sub/lost/">', "meta refresh"),
        ('<base href="/sub/lost/"><link rel="icon" href="../static/lost.png">', "link href"),
    ],
)
def test_a_dead_link_in_a_head_is_a_fault(tmp_path: Path, head: str, fault: str) -> None:
    faults = check_files(tmp_path, {"b/index.html": write_page(head=head)})
    assert fault in "\n".join(faults)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("s.css", "\np { background: url('lost.png') }"),
        ("s.css", '@import "lost.css";'),
        ("sitemap.xml", f"<urlset><url><loc>{URL}/lost/</loc></url></urlset>"),
        ("atom.xml", f'<feed><entry><link href="{URL}/lost/"/></entry></feed>'),
        ("api/a.json", f'[{{"url": "{URL}/lost/"}}]'),
        ("api/a.json", "{"),
        ("robots.txt", f"User-agent: *\nSitemap: {URL}/lost.xml"),
    ],
)
def test_a_dead_link_in_another_file_is_a_fault(tmp_path: Path, path: str, text: str) -> None:
    faults = check_files(tmp_path, {path: text})
    assert len(faults) == 1
    assert faults[0].startswith(path)


def test_a_relative_link_on_the_404_page_is_a_fault(tmp_path: Path) -> None:
    faults = check_files(tmp_path, {"404.html": write_page('<a href="a/">a</a>')})
    assert faults == [
        "404.html:10: a href 'a/' is relative, on a page that is shown at any address"
    ]


def test_a_folder_without_pages_is_a_fault(tmp_path: Path) -> None:
    assert links.check(tmp_path, URL) == [f"{tmp_path}: no HTML page at all"]
