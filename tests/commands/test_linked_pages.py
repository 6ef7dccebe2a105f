"""Links of stories: to our pages, whatever Pelican's settings and the site's address say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run, run_pelican
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
LINKING = """\
Title: Kettles at sea
Date: 2026-05-01
Slug: kettles

[de]({filename}german.md) [ca]({filename}/stories/canada.md#x) [page]({filename}/pages/about.md)
[home]({index}) ![by file]({static}/images/kettle.png)
"""
LOST = """\
Title: Kettles in the dark
Date: 2026-05-02
Slug: dark

[draft]({filename}draft.md)
[tag]({tag}Deep sea) [category]({category}Boats)
[author]({author}Bob)
"""


@pytest.fixture(params=["", "/sub"])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a site in English and French, under a path or none, with stories in other languages."""
    write_site(tmp_path)
    settings = SETTINGS.replace("https://example.com", f"https://example.com{request.param}")
    more = 'PLUGINS = ["ambassade"]\nLANGUAGES = ["en", "fr"]\n'
    write_file(tmp_path, "pelicanconf.py", f"{settings}{more}".encode())
    for name, header in (
        ("stories/german", "Title: Kessel\nDate: 2026-05-01\nLang: de"),
        ("stories/canada", "Title: Bouilloires\nDate: 2026-05-01\nLang: fr-CA"),
        ("stories/draft", "Title: Not yet\nDate: 2026-05-01\nStatus: draft"),
        ("pages/about", "Title: About\nSlug: about"),
    ):
        write_file(tmp_path, f"content/{name}.md", f"{header}\n\nWords.\n".encode())
    return tmp_path


def _add_to_settings(site: Path, words: str) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(words)


def _base(site: Path) -> str:
    return "/sub" if "/sub" in (site / "pelicanconf.py").read_text(encoding="utf-8") else ""


@pytest.mark.parametrize("more", ["", "RELATIVE_URLS = True\n", 'INDEX_SAVE_AS = "blog.html"\n'])
@pytest.mark.parametrize("by", ["build", "pelican"])
def test_a_link_to_a_story_leads_to_its_page_in_whatever_language(
    by: str, more: str, site: Path
) -> None:
    write_file(site, "content/stories/kettles.md", LINKING.encode())
    _add_to_settings(site, more)
    if by == "build":
        assert "P105" not in run("build", *DAY, cwd=site, check=0).stdout
    else:
        assert run_pelican(site).returncode == 0
    html = (site / "output/stories/kettles/index.html").read_text(encoding="utf-8")
    for address in ("stories/kessel/", "fr/stories/bouilloires/", "about/", "index.html"):
        assert f'href="{_base(site)}/{address}' in html
        assert (site / "output" / address).exists()
    assert f'src="{_base(site)}/images/kettle.png"' in html


def test_a_link_to_what_has_no_page_is_told_where_it_stands(site: Path) -> None:
    write_file(site, "content/stories/dark.md", LOST.encode())
    told = run("build", *DAY, cwd=site, check=0).stdout
    for place, link in (
        ("5:9", "{filename}/stories/draft.md"),
        ("6:7", "{tag}Deep sea"),
        ("6:33", "{category}Boats"),
        ("7:10", "{author}Bob"),
    ):
        fact = f"warning: P105 body-link: The text leads to {link}, which is not there."
        assert f"content/stories/dark.md:{place}: {fact} It has no page on this site" in told


def test_pictures_and_links_of_a_site_whose_path_has_a_percent_sign(site: Path) -> None:
    write_file(site, "content/images/at.png", (site / "content/images/kettle.png").read_bytes())
    text = "Title: A\nDate: 2026-05-01\nSlug: a\n\n![A](/images/at.png) [lost](/reviews/kettel/)\n"
    write_file(site, "content/stories/a.md", text.encode())
    _add_to_settings(site, 'SITEURL = "https://example.com/our%20shop"\n')
    told = run("build", *DAY, cwd=site, check=0).stdout
    html = (site / "output/stories/a/index.html").read_text(encoding="utf-8")
    assert 'src="/our%20shop/images/at.png"' in html
    assert (site / "output/images/at.png").is_file()
    assert "stories/a.md:5:29: warning: P105 body-link: The text leads to /reviews/kettel/" in told
