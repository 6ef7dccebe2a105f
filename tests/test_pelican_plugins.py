"""Plugins of Pelican that a user adds go on working; what Ambassade makes itself stays its own."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import brotli
import pytest

from tests.ambassade_command import files_of, run, run_pelican
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

STORY = b"Title: Kettles at sea\nDate: 2026-05-01\n\nThey float, KETTLES do.\n"
DAY = ("--on", "2026-06-01")
SHOUT = b"""\
from pelican import signals

def whisper(content):
    if content._content:
        content._content = content._content.replace("KETTLES", "<strong>kettles</strong>")

def register():
    signals.content_object_init.connect(whisper)
"""
FILTER = b"""\
from pelican import signals

def reverse_words(text):
    return " ".join(reversed(str(text).split()))

def add(generator):
    generator.env.filters["reverse_words"] = reverse_words

def register():
    signals.generator_init.connect(add)
"""
EARLY = b"""\
from pathlib import Path
from pelican import signals

def write(generators):
    path = Path(generators[0].output_path, "reviews/kettle/index.html")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine")

def register():
    signals.all_generators_finalized.connect(write)
"""
EMPTY = b"""\
from pathlib import Path
from pelican import signals

def make_folders(pelican):
    Path(pelican.output_path, "reviews/uploads/deep").mkdir(parents=True)

def register():
    signals.finalized.connect(make_folders)
"""
LATE = b"""\
from pathlib import Path
from pelican import signals

def write(pelican):
    Path(pelican.output_path, "api/v1/items/kettle.json").write_text("mine")

def register():
    signals.finalized.connect(write)
"""
AT_THE_END = """\
import shutil
from pathlib import Path
from pelican import signals

def change(pelican):
    output = Path(pelican.output_path)
    {change}

def register():
    signals.finalized.connect(change)
"""
FOOTER = b"""\
<footer>{{ "sea at kettles"|reverse_words }} {{ 3|times_two }}</footer>
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small site with a story."""
    write_site(tmp_path)
    write_file(tmp_path, "content/stories/kettles.md", STORY)
    return tmp_path


def use(site: Path, *plugins: str, more: str = "") -> None:
    """Add plugins to the site's settings."""
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(f'PLUGIN_PATHS = ["plugins"]\nPLUGINS = {["ambassade", *plugins]!r}\n{more}')


def test_a_plugin_that_changes_the_text_of_stories_does(site: Path) -> None:
    write_file(site, "plugins/whisper.py", SHOUT)
    use(site, "whisper")
    assert run("build", *DAY, cwd=site, check=0).stdout == ""
    html = (site / "output/stories/kettles-at-sea/index.html").read_text(encoding="utf-8")
    assert "They float, <strong>kettles</strong> do." in html


def test_a_filter_of_a_plugin_or_of_the_settings_serves_the_sites_own_templates(site: Path) -> None:
    write_file(site, "plugins/words.py", FILTER)
    write_file(site, "theme/templates/partials/footer.html", FOOTER)
    use(site, "words", more='JINJA_FILTERS = {"times_two": lambda number: number * 2}\n')
    run("build", *DAY, cwd=site, check=0)
    html = (site / "output/index.html").read_text(encoding="utf-8")
    assert "<footer>kettles at sea 6</footer>" in html


def test_a_sitemap_plugin_runs_and_our_sitemap_stays(site: Path) -> None:
    use(site)
    run("build", *DAY, cwd=site, check=0)
    ours = files_of(site / "output")
    assert b"/stories/kettles-at-sea/" in ours["sitemap.xml"]
    use(site, "sitemap")
    told = run("build", *DAY, cwd=site, check=0).stdout
    assert told.startswith("pelicanconf.py:1:1: warning: P104 file-taken: sitemap.xml is written ")
    assert files_of(site / "output") == ours


def test_under_pelican_alone_our_sitemap_stays_too(site: Path) -> None:
    use(site, more='PATH = "content"\n')
    assert run_pelican(site).returncode == 0
    ours = files_of(site / "output")
    use(site, "sitemap")
    done = run_pelican(site)
    assert done.returncode == 0
    assert "P104 file-taken: sitemap.xml" in done.stdout
    assert files_of(site / "output") == ours


def test_the_sitemap_plugin_may_add_a_file_of_its_own(site: Path) -> None:
    use(site, "sitemap", more='SITEMAP = {"format": "txt"}\n')
    assert run("build", *DAY, cwd=site, check=0).stdout == ""
    assert (site / "output/sitemap.txt").is_file()
    run("build", *DAY, cwd=site, check=0)


STATIC = {
    "robots.txt": "robots.txt",
    "Sitemap.xml": "Sitemap.xml",
    "page.html": "reviews/kettle/index.html",
    "below.html": "reviews/kettle/index.html/below.html",
    "above.html": "reviews",
    "style.css": "theme/ambassade.css",
    "manifest.txt": ".Ambassade-manifest.json",
    "humans.txt": "humans.txt",
}


def test_static_files_in_the_place_of_ours_give_way_and_others_are_copied(site: Path) -> None:
    use(site, more='PATH = "content"\n')
    run("build", *DAY, cwd=site, check=0)
    ours = files_of(site / "output")
    for name in STATIC:
        write_file(site, f"content/extra/{name}", b"MINE!")
    paths = {f"extra/{name}": {"path": path} for name, path in STATIC.items()}
    more = f'STATIC_PATHS = ["images", "extra"]\nEXTRA_PATH_METADATA = {paths}\n'
    use(site, more=f'PATH = "content"\n{more}')
    told = run("build", *DAY, cwd=site, check=0).stdout
    for path in {*STATIC.values()} - {"humans.txt"}:
        assert f"P104 file-taken: {path} is written " in told
    built = files_of(site / "output")
    assert [name for name, data in built.items() if b"MINE!" in data] == ["humans.txt"]
    assert built.keys() == ours.keys() | {"humans.txt"}
    done = run_pelican(site)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("P104 file-taken: ") == len(STATIC) - 1
    assert files_of(site / "output")["reviews/kettle/index.html"] != b"MINE!"


def test_a_picture_of_ours_that_a_story_names_by_static_is_no_other_file(site: Path) -> None:
    story = "Title: Kettles\nDate: 2026-05-01\nSummary: How.\n\n![K]({static}/images/kettle.png)\n"
    write_file(site, "content/stories/kettles.md", story.encode())
    item = (site / "reviews/kettle/item.yaml").read_text("utf-8")
    write_file(site, "reviews/kettle/item.yaml", f"{item}image: kettle.png\n".encode())
    use(site)
    assert "P104" not in run("build", *DAY, cwd=site, check=0).stdout


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_page_of_an_item_takes_the_place_of_a_plugins_file_and_says_so(
    site: Path, jobs: str
) -> None:
    write_file(site, "plugins/early.py", EARLY)
    use(site, "early")
    told = run("build", *DAY, "--jobs", jobs, cwd=site, check=0).stdout
    assert "P104 file-taken: reviews/kettle/index.html is written " in told
    assert files_of(site / "output")["reviews/kettle/index.html"] != b"mine"


def test_what_is_made_again_of_an_item_has_no_draft_in_it_either(site: Path) -> None:
    review = b"author: Marie Dupont\nreviewBody: It boils.\n"
    write_file(site, "reviews/kettle/2026-05-14-shown.yaml", review)
    write_file(site, "reviews/kettle/2026-05-15-waits.yaml", review + b"status: pending\n")
    run("build", "--drafts", "--output", "draft", *DAY, cwd=site, check=0)
    write_file(site, "plugins/late.py", LATE)
    use(site, "late")
    told = run("build", "--drafts", "--output", "draft", *DAY, cwd=site, check=0).stdout
    assert "P104 file-taken: api/v1/items/kettle.json is written " in told
    made = files_of(site / "draft")["api/v1/items/kettle.json"]
    assert b"2026-05-14-shown" in made
    assert b"2026-05-15-waits" not in made


def test_folders_that_a_plugin_leaves_empty_are_not_published_and_hide_nobodys_file(
    site: Path,
) -> None:
    write_file(site, "plugins/folders.py", EMPTY)
    use(site, "folders")
    run("build", *DAY, cwd=site, check=0)
    assert not (site / "output/reviews/uploads").exists()
    write_file(site, "output/reviews/uploads/mine.txt", b"mine")
    done = run("build", *DAY, cwd=site, check=2)
    assert "(1): reviews/uploads/mine.txt." in done.stderr


def change_at_the_end(site: Path, change: str) -> None:
    """Let a plugin do something to the finished site."""
    write_file(site, "plugins/late.py", AT_THE_END.format(change=change).encode())
    use(site, "late")


def test_a_page_that_a_plugin_rewrites_is_kept_and_told_each_time(site: Path) -> None:
    change_at_the_end(site, "(output / 'index.html').write_text('shorter')")
    for _ in range(2):
        told = run("build", *DAY, cwd=site, check=0).stdout
        assert (
            "warning: P111 page-rewritten: A plugin wrote over pages of Ambassade's (1): index.html. "
            in told
        )
        assert "P112" not in told
        assert (site / "output/index.html").read_text() == "shorter"


def test_a_page_that_a_plugin_writes_again_as_it_was_is_not_told(site: Path) -> None:
    change_at_the_end(site, "page = output / 'index.html'; page.write_bytes(page.read_bytes())")
    assert "P111" not in run("build", *DAY, cwd=site, check=0).stdout


def test_compressed_siblings_of_a_rewritten_page_say_what_it_says(site: Path) -> None:
    change_at_the_end(site, "(output / 'index.html').write_text('shorter')")
    write_file(site, "publishconf.py", b"from pelicanconf import *\nPRODUCTION = True\n")
    run("build", "--settings", "publishconf.py", *DAY, cwd=site, check=0)
    assert gzip.decompress((site / "output/index.html.gz").read_bytes()) == b"shorter"
    assert brotli.decompress((site / "output/index.html.br").read_bytes()) == b"shorter"


@pytest.mark.parametrize(
    ("change", "files"),
    [
        ("(output / 'index.html').unlink()", "(1): index.html."),
        (
            "shutil.rmtree(output / 'stories'); (output / 'stories').write_text('mine')",
            "(2): stories/index.html, stories/kettles-at-sea/index.html.",
        ),
        ("(output / '404.html').unlink(); (output / '404.html').mkdir()", "(1): 404.html."),
    ],
)
def test_a_plugin_that_removes_a_file_of_the_site_stops_the_build(
    site: Path, change: str, files: str
) -> None:
    run("build", *DAY, cwd=site, check=0)
    before = files_of(site / "output")
    change_at_the_end(site, change)
    told = run("build", *DAY, cwd=site, check=1).stdout
    assert f" P112 file-lost: A plugin removed files of the site {files} " in told
    assert files_of(site / "output") == before


def test_a_plugin_that_removes_a_file_ends_pelican_alone_with_an_error(site: Path) -> None:
    change_at_the_end(site, "(output / 'index.html').unlink()")
    done = run_pelican(site)
    assert done.returncode == 1
    assert "P112 file-lost" in done.stdout + done.stderr


@pytest.mark.parametrize(
    "change",
    [
        "(output / '.ambassade-manifest.json').write_text('{{}}')",
        "(output / '.ambassade-manifest.json/deep').mkdir(parents=True)",
    ],
)
def test_the_list_of_files_is_our_own(site: Path, change: str) -> None:
    change_at_the_end(site, change)
    told = run("build", *DAY, cwd=site, check=0).stdout
    assert "P104 file-taken: .ambassade-manifest.json is written " in told
    assert run("build", *DAY, cwd=site, check=0).stdout
    listed = json.loads((site / "output/.ambassade-manifest.json").read_text())
    assert "index.html" in listed["files"]
