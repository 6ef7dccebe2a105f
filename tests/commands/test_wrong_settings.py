"""Settings with values that cannot be, Pelican's own among them: one line each, and no traceback."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from ambassade.find_site import find_site
from ambassade.pelican_run.fault import describe_pelican_fault
from ambassade.processes.workers import do_all
from tests.ambassade_command import files_of, run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
CRASH = b"""\
from pelican import signals


def crash(pelican):
    raise ValueError(f"no {len(pelican.settings)} wheels")


def register():
    signals.initialized.connect(crash)
"""


@pytest.fixture(scope="module")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small site, built; it must not be changed."""
    site = tmp_path_factory.mktemp("built") / "site"
    write_site(site)
    run("build", *DAY, cwd=site, check=0)
    return site


@pytest.fixture
def site(built_site: Path, tmp_path: Path) -> Path:
    """Return a copy of the built site."""
    return shutil.copytree(built_site, tmp_path / "site")


def refuse(site: Path, line: str) -> str:
    """Return what a build tells of the settings once `line` is their last, which stops it."""
    before = files_of(site / "output")
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(f"{line}\n")
    told = run("build", *DAY, cwd=site, language="C.UTF-8", check=1).stdout
    assert files_of(site / "output") == before
    (said,) = (one for one in told.splitlines() if ": warning: " not in one)
    return said


@pytest.mark.parametrize(
    "typed",
    [
        "https://…",
        "https://…/avis",
        "https://www.x,example/",
        "https://a..example/b",
        "https://.example",
    ],
)
@pytest.mark.parametrize("key", ["LEAVE_REVIEW_URL", "SITEURL"])
def test_an_address_whose_host_can_be_nowhere_is_refused(site: Path, key: str, typed: str) -> None:
    assert f"F107 not-an-address: {key} is {typed}, " in refuse(site, f'{key} = "{typed}"')


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("https://x.example/é", "https://x.example/%C3%A9"),
        ("https://é.example:8000/a%20b", "https://xn--9ca.example:8000/a%20b"),
        ("https://x.example//a/./b/../c/?d=e#f", "https://x.example/a/c"),
        ("https://x.example/..", "https://x.example"),
    ],
)
def test_the_sites_address_is_as_browsers_send_it(site: Path, typed: str, wanted: str) -> None:
    told = refuse(site, f'SITEURL = "{typed}"')
    fact = f"S101 setting: SITEURL is {typed}. Write it as {wanted}."
    assert told == f"pelicanconf.py:6:11: {fact}"
    run("init", "another", "--address", wanted, cwd=site, check=0)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("…", "contact@example.com"),
        ("zoe at kettles.example", "contact@example.com"),
        ("mailto:zoe@kettles.example", "zoe@kettles.example"),
        ("Zoé <zoe@kettles.example>", "zoe@kettles.example"),
        ("zoe@kettles.example, bo@kettles.example", "zoe@kettles.example"),
    ],
)
def test_readers_can_write_to_the_companys_e_mail_address(
    site: Path, typed: str, wanted: str
) -> None:
    told = refuse(site, f'COMPANY["email"] = "{typed}"')
    fact = f"S101 setting: COMPANY.email is {typed}. Write it as {wanted}."
    assert told.endswith(f" {fact}")
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(f'COMPANY["email"] = "{wanted}"\n')
    run("build", *DAY, cwd=site, check=0)
    home = (site / "output/index.html").read_text(encoding="utf-8")
    assert f'<a href="mailto:{wanted}">{wanted}</a>' in home


@pytest.mark.parametrize("address", ["robots.txt", "_headers", "sitemap.xml"])
def test_a_feed_is_not_where_a_file_of_ours_is(site: Path, address: str) -> None:
    told = refuse(site, f'ADDRESSES = {{"feed": "{address}"}}')
    fact = f"A301 address-taken: The address /{address} is taken by Ambassade. Choose another."
    assert told == f"pelicanconf.py:6:13: {fact}"


@pytest.mark.parametrize("address", ["theme/ambassade.css", "images/kettle.png", "Theme/a.js"])
def test_a_feed_is_not_where_a_site_has_its_own_files(site: Path, address: str) -> None:
    told = refuse(site, f'ADDRESSES = {{"feed": "{address}"}}')
    assert told.startswith(f"pelicanconf.py:6:22: S101 setting: ADDRESSES.feed is {address}, ")


def test_pages_may_be_in_folders_of_ours(site: Path) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('ADDRESSES = {"wall": "theme/", "stories": "api/", "feed": "api/feed.xml"}\n')
    run("build", *DAY, cwd=site, check=0)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('TIMEZONE = "Paris"', "12: S101 setting: {} Write it as Europe/Paris."),
        ('TIMEZONE = "europe/paris"', "12: S101 setting: {} Write it as Europe/Paris."),
        ('TIMEZONE = "New York"', "12: S101 setting: {} Write it as America/New_York."),
        ('TIMEZONE = "GMT+1"', "12: S101 setting: {} Name its region and city, such as "),
        ('TIMEZONE = "../zone"', "12: S101 setting: {} Name its region and city, such as "),
        ('TIMEZONE = "Europe"', "12: S101 setting: {} Name its region and city, such as "),
        ("TIMEZONE = 1", "12: S101 setting: {} Name its region and city, such as "),
        ("TIMEZONE = 10**5000", "12: S101 setting: TIMEZONE is …, which is no time zone. Name "),
        ("SITENAME = 5", '12: S101 setting: SITENAME is 5. Write it as "5".'),
    ],
)
def test_a_check_tells_of_pelicans_settings_that_cannot_be(
    tmp_path: Path, line: str, told: str
) -> None:
    write_site(tmp_path)
    with (tmp_path / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(f"{line}\n")
    typed = line.partition(" = ")[2].strip('"')
    fact = f"TIMEZONE is {typed}, which is no time zone."
    done = run("check", *DAY, cwd=tmp_path, check=1).stdout
    assert f"pelicanconf.py:6:{told.format(fact)}" in done


def test_a_check_takes_any_time_zone_that_there_is(tmp_path: Path) -> None:
    write_site(tmp_path)
    with (tmp_path / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('TIMEZONE = "Indian/Reunion"\nSITENAME = "5"\n')
    run("check", *DAY, cwd=tmp_path, check=0)


@pytest.mark.parametrize("path", ["contents", "con/tents", "a" * 300])
def test_a_folder_of_content_that_is_not_there_is_told(site: Path, path: str) -> None:
    told = refuse(site, f'PATH = "{path}"')
    assert told.startswith("pelicanconf.py:6:8: S101 setting: PATH is ")
    assert "and there is no such folder. Name the folder where they are" in told


@pytest.mark.parametrize("path", ["/", ".", "reviews", "reviews/kettle", "..", ".ambassade"])
def test_content_lies_below_the_site_and_apart_from_all_else(site: Path, path: str) -> None:
    told = refuse(site, f'PATH = "{path}"')
    fact = f"S101 setting: PATH is {path}, which cannot hold stories, pages and pictures."
    assert told.startswith(f"pelicanconf.py:6:8: {fact} ")
    assert fact in run("check", *DAY, cwd=site, check=1).stdout


def test_a_site_may_be_without_content_or_name_its_folder_in_full(site: Path) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('from pathlib import Path\nPATH = Path(__file__).parent / "content"\n')
    run("build", *DAY, cwd=site, check=0)
    shutil.rmtree(site / "content")
    run("build", *DAY, cwd=site, check=0)


def test_a_number_that_nobody_can_write_is_told_as_no_number(site: Path) -> None:
    assert "F104 number: FEED_LENGTH is" in refuse(site, "FEED_LENGTH = 10**5000")


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ('THEME = "/nonexistent"', "ValueError: Could not find the theme /nonexistent"),
        ("STATIC_PATHS = [[1]]", "TypeError: "),
        ("STATIC_PATHS = 1", "TypeError: "),
        ("JINJA_ENVIRONMENT = -1", "TypeError: argument of type 'int' is not iterable"),
        ("LOCALE = True", "TypeError: 'bool' object is not iterable"),
        ("TEMPLATE_PAGES = 1.5", "AttributeError: 'float' object has no attribute 'items'"),
        ("TEMPLATE_PAGES = {'x.html': 'x.html'}", "TemplateNotFound: x.html"),
        ("CACHE_PATH = b'x'", "TypeError: "),
        ("READERS = 'a\\x00b'", "ValueError: "),
    ],
)
def test_what_ends_pelicans_run_is_told_in_its_words(site: Path, line: str, error: str) -> None:
    # Nothing else asks Pelican to run again.
    write_file(site, "content/stories/kettles.md", b"Title: Sea\nDate: 2026-05-01\n\nThey float.\n")
    told = refuse(site, line)
    start = f"pelicanconf.py:1:1: P102 pelican-error: Pelican cannot go on: {error}"
    assert told.startswith(start)


def test_what_a_plugin_raises_is_told_with_its_line(site: Path) -> None:
    write_file(site, "plugins/crash.py", CRASH)
    told = refuse(site, 'PLUGIN_PATHS = ["plugins"]\nPLUGINS = ["ambassade", "crash"]')
    assert told.startswith("plugins/crash.py:5:1: P102 pelican-error: Pelican cannot go on: Val")


@pytest.mark.parametrize(
    "path",
    [".", "..", "content", "reviews/kettle", "theme", ".ambassade/x", "output/page", "a\\0b"],
)
def test_a_check_tells_where_nothing_can_be_built(site: Path, path: str) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(f'OUTPUT_PATH = "{path}"\n')
    run("build", *DAY, cwd=site, check=2)
    told = run("check", *DAY, cwd=site, check=1).stdout
    fact = "which cannot hold the built site: other files are there."
    remedy = "Name a folder for the built site alone: output if left out."
    shown = path.replace("\\0", "\\x00")
    assert f"pelicanconf.py:6:15: S101 setting: OUTPUT_PATH is {shown}, {fact} {remedy}\n" in told


@pytest.mark.parametrize("path", ["output", "public/site", "../elsewhere", ""])
def test_a_site_can_be_built_in_a_folder_for_it_alone(site: Path, path: str) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(f'OUTPUT_PATH = "{path}"\n')
    run("check", *DAY, cwd=site, check=0)


def test_an_output_that_is_no_path_is_refused(site: Path) -> None:
    with (site / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('OUTPUT_PATH = "a\\0b"\n')
    told = run("build", *DAY, cwd=site, check=2).stderr
    assert told == "The output a\\x00b is no path. Name a folder.\n"


@pytest.mark.parametrize("plugins", ["5", "[5]"])
def test_plugins_that_are_none_are_told(site: Path, plugins: str) -> None:
    assert "P102 pelican-error: Pelican says: Cannot reg" in refuse(site, f"PLUGINS = {plugins}")


def test_a_fault_of_ours_is_seen_whole(site: Path) -> None:
    folder = find_site(site, None)

    def fail(_: object) -> None:
        message = "a fault of ours"
        raise ValueError(message)

    with pytest.raises(ValueError, match="of ours") as caught:
        do_all([1], fail, 1)
    assert describe_pelican_fault(caught.value, folder) is None
