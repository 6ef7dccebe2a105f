"""Stories and pages of one's own: their links, their pictures, and what pictures hold in secret."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.ambassade_command import run, run_pelican
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
STORY = """\
Title: Kettles at sea
Date: 2026-05-01

![By file]({static}/images/by-file.jpg) ![By address](/images/by-address.jpg)
[a page]({filename}../pages/about.md), [an item](/reviews/kettle/), `href="/bar"`
"""
GPS, MAKER = 0x8825, 0x010F


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site under a path, with a story that names two pictures, which tell where."""
    write_site(tmp_path)
    settings = SETTINGS.replace("https://example.com", "https://example.com/sub")
    write_file(tmp_path, "pelicanconf.py", f'{settings}PLUGINS = ["ambassade"]\n'.encode())
    write_file(tmp_path, "content/stories/kettles.md", STORY.encode())
    write_file(tmp_path, "content/pages/about.md", b"Title: About us\nSlug: about\n\nWords.\n")
    for name in ("by-file", "by-address"):
        write_file(tmp_path, f"content/images/{name}.jpg", _photograph())
    return tmp_path


def _photograph() -> bytes:
    picture, out = Image.new("RGB", (40, 30), "teal"), BytesIO()
    exif = picture.getexif()
    exif[MAKER] = "Secret camera"
    exif.get_ifd(GPS)[1] = "N"
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.mark.parametrize(("named", "told"), [("", False), ('LOCALE = "xx_YY"\n', True)])
def test_a_locale_that_the_system_lacks_is_told_where_the_site_names_it(
    named: str, site: Path, *, told: bool
) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(named)
    done = run("build", *DAY, cwd=site, language="xx_YY.UTF-8", check=0)
    assert ("P103" in done.stdout) is told


@pytest.mark.parametrize("by", ["build", "pelican"])
def test_links_and_pictures_of_a_story_lead_somewhere(by: str, site: Path) -> None:
    if by == "build":
        assert "P103" not in run("build", *DAY, cwd=site, check=0).stdout
    else:
        assert run_pelican(site).returncode == 0
    html = (site / "output/stories/kettles-at-sea/index.html").read_text(encoding="utf-8")
    for address in ("/images/by-file.jpg", "/images/by-address.jpg"):
        assert f'src="/sub{address}"' in html
        assert (site / f"output{address}").is_file()
    assert 'href="/sub/about/"' in html
    assert 'href="/sub/reviews/kettle/"' in html
    assert "/sub/bar" not in html


def test_a_published_picture_does_not_tell_where_or_with_what_it_was_taken(site: Path) -> None:
    write_file(site, "content/images/kettle.jpg", _photograph())
    item = b"type: Product\nname: Kettle\ncollection: complete\nimage: kettle.jpg\n"
    write_file(site, "reviews/kettle/item.yaml", item)
    run("build", *DAY, cwd=site, check=0)
    for name in ("kettle", "by-address"):
        data = (site / f"output/images/{name}.jpg").read_bytes()
        assert b"Secret camera" not in data
        with Image.open(BytesIO(data)) as picture:
            assert not picture.getexif()
            assert picture.size == (40, 30)


def test_a_broken_picture_of_a_story_is_told_on_the_story(site: Path) -> None:
    story = STORY.replace("by-file.jpg", "nowhere.jpg")
    write_file(site, "content/stories/kettles.md", story.encode())
    told = run("build", *DAY, cwd=site, check=0).stdout
    assert "content/stories/kettles.md:4:12: warning: P105 " in told


def test_a_path_that_counts_from_the_page_is_told_with_its_line_and_the_right_form(
    site: Path,
) -> None:
    text = """\
![A](images/by-file.jpg) ![B](by-file.jpg) [c](../../images/by-file.jpg)
[more](kettle.html) [about](../pages/about.md) <a href="/reviews/kettel/?a=b#c">d</a>
[whole](https://example.com/sub/reviews/kettel/) [too](https://example.com/sub/reviews/kettle/)
"""
    write_file(
        site,
        "content/stories/kettles.md",
        f"Title: A\nDate: 2026-05-01\nSlug: a\n\n{text}".encode(),
    )
    lost = {
        "5:6": "images/by-file.jpg",
        "5:31": "by-file.jpg",
        "5:48": "../../images/by-file.jpg",
        "6:8": "kettle.html",
        "6:29": "../pages/about.md",
        "6:57": "/reviews/kettel/?a=b#c",
        "7:9": "https://example.com/sub/reviews/kettel/",
    }
    told = run("build", *DAY, cwd=site, check=0).stdout
    for at, link in lost.items():
        assert (
            f"stories/kettles.md:{at}: warning: P105 body-link: The text leads to {link}, " in told
        )
    assert told.count("P105") == len(lost)
    assert told.count("Write {static}/images/by-file.jpg: ") == 3
    assert "Write {filename}/pages/about.md: " in told
    assert "address, /sub/stories/a/." in told


def test_what_is_there_by_whatever_way_is_no_lost_link(site: Path) -> None:
    text = """\
[home](../../) [stories](..) [feed](../../feeds/reviews.atom.xml) [item](../../reviews/kettle)
[here](#main) [this](?a) [extra](../../robots2.txt) [plugin](../../made/) [style](/theme/ambassade.css)
[other program](/shop/a) [mail](mailto:a@example.com) [far](//elsewhere.example/a) `[code](a.html)`
[shop](https://example.com/sub/shop/a) [host](https://example.com/a) [home](https://example.com/sub/)
[outside](../../../above.html) ![A]({static}/images/by-file.jpg) [about]({filename}/pages/about.md)
"""
    write_file(
        site,
        "content/stories/kettles.md",
        f"Title: A\nDate: 2026-05-01\nSlug: a\n\n{text}".encode(),
    )
    write_file(site, "content/extra/robots2.txt", b"a")
    plugin = """\
from pathlib import Path
from pelican import signals
def write(pelican):
    made = Path(pelican.output_path, "made/index.html")
    made.parent.mkdir()
    made.write_text("a")
def register():
    signals.finalized.connect(write)
"""
    write_file(site, "plugins/maker.py", plugin.encode())
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('PLUGIN_PATHS = ["plugins"]\nPLUGINS = ["ambassade", "maker"]\n')
        conf.write('STATIC_PATHS = ["images", "extra"]\n')
        conf.write('EXTRA_PATH_METADATA = {"extra/robots2.txt": {"path": "robots2.txt"}}\n')
    assert run("build", *DAY, cwd=site, check=0).stdout == ""


def test_a_link_is_told_once_what_it_leads_to_is_gone(site: Path) -> None:
    review = site / "reviews/kettle/2026-05-14-fine.yaml"
    write_file(
        site, "reviews/kettle/2026-05-14-fine.yaml", b"author: Marie\nreviewBody: It boils.\n"
    )
    text = b"Title: A\nDate: 2026-05-01\n\n[one](/reviews/kettle/2026-05-14-fine/)\n"
    write_file(site, "content/stories/kettles.md", text)
    assert "P105" not in run("build", *DAY, cwd=site, check=0).stdout
    review.unlink()
    assert "kettles.md:4:7: warning: P105 " in run("build", *DAY, cwd=site, check=0).stdout


def test_content_may_lie_deeper(site: Path) -> None:
    (site / "src").mkdir()
    (site / "content").rename(site / "src/content")
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('PATH = "src/content"\n')
    run("build", *DAY, cwd=site, check=0)
    assert (site / "output/stories/kettles-at-sea/index.html").is_file()


def test_a_story_in_a_file_of_another_kind_is_not_lost_silently(site: Path) -> None:
    write_file(site, "content/stories/lost.markdown", STORY.encode())
    told = run("check", *DAY, cwd=site, check=0).stdout
    assert "content/stories/lost.markdown:1:1: warning: A104 " in told


def test_a_language_that_nobody_can_name_is_no_crash(site: Path) -> None:
    review = b"author: Marie\nreviewBody: qo'\ninLanguage: tlh\n"
    write_file(site, "reviews/kettle/2026-05-14-qo.yaml", review)
    run("build", *DAY, cwd=site, check=0)


@pytest.mark.parametrize("tag", ["zh-yue", "sl-rozaj-biske", "zh-cmn-Hans-CN", "ar-u-ca-islamic"])
def test_a_language_of_the_site_that_nobody_can_write_is_no_crash(site: Path, tag: str) -> None:
    settings = SETTINGS.replace('LANGUAGES = ["en", "fr"]', f'LANGUAGES = ["en", "{tag}"]')
    write_file(site, "pelicanconf.py", settings.encode())
    item = b"type: Product\nname: Kettle\ncollection: complete\noffers: {price: 5, priceCurrency: EUR}\n"
    write_file(site, "reviews/kettle/item.yaml", item)
    review = b"author: Marie\nreviewBody: It boils.\ndateExperienced: 2026-05-01\n"
    write_file(site, "reviews/kettle/2026-05-14-fine.yaml", review)
    told = run("build", *DAY, cwd=site, check=0).stdout
    assert "pelicanconf.py:4:13: warning: S110 " in told
    html = (site / f"output/{tag}/reviews/kettle/index.html").read_text(encoding="utf-8")
    written = "rtl" if tag.startswith("ar") else "ltr"
    assert f'lang="{tag}" dir="{written}"' in html


def test_code_and_tables_of_a_story_are_reached_by_the_keyboard(site: Path) -> None:
    text = """\
| a | b |
|---|---|
| 1 | 2 |

    indented <pre>

<table class='a>b' data-x="tabindex"><tr><td>1</td></tr></table>
<pre tabindex="-1">kept</pre>
<!-- <pre>remark</pre> -->
<template><table></table></template>
"""
    for name, header in (
        ("stories/kettles", "Title: A\nDate: 2026-05-01\nSlug: a"),
        ("pages/p", "Title: P"),
    ):
        write_file(site, f"content/{name}.md", f"{header}\n\n{text}".encode())
    run("build", *DAY, cwd=site, check=0)
    for page in ("stories/a", "p"):
        html = (site / f"output/{page}/index.html").read_text(encoding="utf-8")
        body = html[html.index("<main") : html.index("</main>")]
        assert body.count('<table tabindex="0">') == body.count('<pre tabindex="0">') == 1
        assert """<table tabindex="0" class='a>b' data-x="tabindex">""" in body
        assert '<pre tabindex="-1">kept</pre>' in body
        assert "<!-- <pre>remark</pre> -->" in body
        assert "<template><table></table></template>" in body
        assert "indented &lt;pre&gt;" in body


def test_pictures_that_a_text_names_otherwise_than_by_src_are_published(site: Path) -> None:
    for name in ("one", "two", "still"):
        write_file(site, f"content/images/{name}.jpg", _photograph())
    text = """\
<img srcset="/images/one.jpg 1x,/images/two.jpg 2x, /sub/images/one.jpg 3x" src="/images/one.jpg" alt="A">
<video poster="/images/still.jpg" controls></video>
<img srcset='/images/lost.jpg' src="/images/one.jpg" alt="B">
"""
    story = f"Title: A\nDate: 2026-05-01\nSlug: a\n\n{text}"
    write_file(site, "content/stories/kettles.md", story.encode())
    told = run("build", *DAY, cwd=site, check=0).stdout
    assert told.count("P105") == 1
    assert "stories/kettles.md:7:14: warning: P105 body-link: The text leads to images/lost" in told
    html = (site / "output/stories/a/index.html").read_text(encoding="utf-8")
    choice = "/sub/images/one.jpg 1x,/sub/images/two.jpg 2x, /sub/images/one.jpg 3x"
    assert f'srcset="{choice}"' in html
    assert 'poster="/sub/images/still.jpg"' in html
    for name in ("one", "two", "still"):
        assert (site / f"output/images/{name}.jpg").is_file()


def test_a_link_within_the_page_to_no_place_of_it_is_told_with_what_to_type(site: Path) -> None:
    text = """\
[a](#results) [b](#R%C3%A9sultats) [c](#) [d](#top) [e](#main) [f](#:~:text=a) [g](#old) [h](?a#b)
[i](#Résultats) [j](/reviews/#k)

## Results {#results}

## Résultats

<a name="old"></a>
"""
    story = f"Title: A\nDate: 2026-05-01\nSlug: a\n\n{text}"
    write_file(site, "content/stories/kettles.md", story.encode())
    told = run("build", *DAY, cwd=site, check=0).stdout
    assert told.count("P105") == 1
    assert "kettles.md:6:5: warning: P105 body-link: The text leads to #Résultats, which is" in told
    assert "write {#resultats} after its heading, and lead to #resultats." in told
