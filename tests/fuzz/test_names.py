"""Whatever a file, folder, slug or address is called, nothing is read or written outside the site.

Beside the site lies a canary: a folder that nobody may change, whose words no page may show.
"""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest

from ambassade.addresses import Addresses, file_of
from ambassade.fields.node import Scalar
from ambassade.fields.reading import Reading
from ambassade.fields.settings import FIELDS
from ambassade.problem import Place
from tests.ambassade_command import files_of, run
from tests.fuzz.hostile_site import quote
from tests.publish.photographs import photograph
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from collections.abc import Callable

    from ambassade.fields.field import Field

DAY = ("--on", "2026-06-01")
CANARY = "qzcanary"
REVIEW = "author: Marie Dupont\nreviewBody: It boils water.\n"
STORY = "Title: Kettles at sea\nDate: 2026-05-01\n{}\n\nThey float.\n"
ITEM = "type: Product\nname: Kettle\ncollection: complete\n"
NAMES = (
    *("..", "../canary", "../../canary/x", "a/../../canary", "./a", "a//b", "/canary", "//host/x"),
    *("{canary}", "{canary}/x", "file://{canary}", "~", "~root", "$HOME", "..\\canary", "a\\b"),
    *("C:\\x", "c:x", "\\\\host\\x", "%2e%2e%2fcanary", "%2e%2e", "a%00b", "a%5cb", "a:b", "a;b"),
    *("con", "CON", "aux", "nul", "nul.", "nul.html", "lpt1", "com9.x", "a.", "a ", " a", "...", "-", "--"),
    *("a" * 151, "a" * 240, "a" * 255, "a" * 5_000, "é", "e\u0301", "ﬁ", "Å", "A", "a_b", "İ", "ß", "١"),
    *("a\u202eb", "a\u200bb", "a\u2028b", "a\nb", "a\tb", "\x1b[31mred", "a*b?", "<b>", "'\"", "|"),
    *("&", "#", "?"),
    *(".hidden", ".ambassade-manifest.json", "index.html", "theme", "api", "feeds", "sitemap.xml", "page"),
    *("{{", "{item}", "{0.__class__}", "{static}", "{item!r}", "{item:>99999999}", "", "/"),
)  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small site with a canary beside it."""
    write_file(tmp_path, "canary/x", CANARY.encode())
    write_file(tmp_path, "canary/x.md", STORY.format(f"Summary: {CANARY}").encode())
    write_file(tmp_path, "canary/item.yaml", ITEM.replace("Kettle", CANARY).encode())
    write_site(tmp_path / "site")
    write_file(
        tmp_path / "canary", "x.png", (tmp_path / "site/content/images/kettle.png").read_bytes()
    )
    return tmp_path / "site"


ADDRESS_FIELDS = next(field.kind.fields for field in FIELDS if field.key == "ADDRESSES")  # type: ignore[attr-defined]


def _names(site: Path) -> list[str]:
    canary = str(site.parent / "canary")
    return [name.replace("{canary}", canary) for name in NAMES]


def _outside(site: Path) -> dict[str, bytes]:
    return {
        name: data for name, data in files_of(site.parent).items() if not name.startswith("site/")
    }


def _make(site: Path, write: Callable[[Path, str, int], Path]) -> dict[str, str]:
    """Write one file for each name that the system can make; return the names by file."""
    made = {}
    for number, name in enumerate(_names(site)):
        try:
            made[write(site, name, number).relative_to(site).as_posix()] = name
        except (OSError, ValueError):
            continue
    return made


def _build_what_is_left(site: Path) -> set[str]:
    """Take away what is refused until the site can be built; return the refused files."""
    before, refused = _outside(site), set[str]()
    for _ in range(5):
        errors = json.loads(run("build", "--json", *DAY, cwd=site).stdout)
        files = {one["file"] for one in errors if one["level"] == "error"}
        if not files:
            break
        for file in {file.removesuffix("/item.yaml") for file in files}:
            assert (site / file).exists(), file
            (site / file).rename(site.parent / f"refused-{len(refused)}")
            refused.add(file)
    run("build", *DAY, cwd=site, check=0)
    _check_output(site)
    after = {name: data for name, data in _outside(site).items() if not name.startswith("refused-")}
    assert after == before
    return refused


def _check_output(site: Path) -> None:
    folded = []
    for path in (site / "output").rglob("*"):
        assert not path.is_symlink()
        assert len(path.name.encode()) <= 255
        assert path.name.isprintable()
        assert not set(path.name) & set('\\:*?"<>|')
        assert path.name.strip(". ") == path.name.lstrip(".")
        assert PurePosixPath(path.name).name.partition(".")[0] not in {"con", "aux", "nul", "lpt1"}
        folded.append(unicodedata.normalize("NFC", path.relative_to(site).as_posix()).casefold())
        if path.is_file():
            assert CANARY.encode() not in path.read_bytes(), path
    assert len(folded) == len(set(folded))


def _write_folder(site: Path, name: str, _: int) -> Path:
    if not name or name.startswith(("/", ".")):
        raise ValueError(name)
    (site / "reviews" / name).mkdir()
    write_file(site, f"reviews/{name}/item.yaml", ITEM.encode())
    return site / f"reviews/{name}"


def _write_review(site: Path, name: str, _: int) -> Path:
    if "/" in name:
        raise ValueError(name)
    (site / f"reviews/kettle/2026-05-14-{name}.yaml").write_text(REVIEW, "utf-8")
    return site / f"reviews/kettle/2026-05-14-{name}.yaml"


def _write_alias(site: Path, name: str, number: int) -> Path:
    write_file(site, f"reviews/i{number}/item.yaml", f"{ITEM}aliases: {quote(name)}\n".encode())
    return site / f"reviews/i{number}/item.yaml"


def _write_keyword(site: Path, name: str, number: int) -> Path:
    text = f"{REVIEW}keywords: [{quote(name)}]\n"
    write_file(site, f"reviews/kettle/2026-05-14-r{number}.yaml", text.encode())
    return site / f"reviews/kettle/2026-05-14-r{number}.yaml"


def _write_picture(site: Path, name: str, number: int) -> Path:
    text = (
        f"{REVIEW}consent: {{given: 2026-05-10, scope: [text, photo]}}\n"
        f"image: [{quote(name)}, {quote(f'images/{name}')}, {quote(f'{name}.png')}]\n"
    )
    write_file(site, f"reviews/kettle/2026-05-14-p{number}.yaml", text.encode())
    return site / f"reviews/kettle/2026-05-14-p{number}.yaml"


def _write_slug(site: Path, name: str, number: int) -> Path:
    line = f"Slug: {name}".replace("\n", " ")
    write_file(site, f"content/stories/g{number}.md", STORY.format(line).encode())
    return site / f"content/stories/g{number}.md"


def _write_page(site: Path, name: str, number: int) -> Path:
    line = f"Slug: {name}".replace("\n", " ")
    write_file(site, f"content/pages/s{number}.md", STORY.format(line).encode())
    return site / f"content/pages/s{number}.md"


def _write_save_as(site: Path, name: str, number: int) -> Path:
    """Write what would move a page where Pelican makes it."""
    line = f"Slug: s{number}\nSave_as: {name}\nUrl: {name}\nTemplate: {name}"
    text = STORY.format("\n".join(part for part in line.split("\n") if part))
    write_file(site, f"content/stories/s{number}.md", text.encode())
    return site / f"content/stories/s{number}.md"


def _write_story_file(site: Path, name: str, number: int) -> Path:
    if "/" in name:
        raise ValueError(name)
    path = site / f"content/stories/{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(STORY.format(f"Slug: f{number}"), "utf-8")
    return path


@pytest.mark.parametrize(
    "ways",
    [
        (_write_folder, _write_review, _write_alias, _write_keyword, _write_picture),
        (_write_slug, _write_page, _write_save_as, _write_story_file),
    ],
    ids=["reviews", "stories"],
)
def test_a_hostile_name_is_refused_or_stays_within_the_output(
    site: Path, ways: tuple[Callable[[Path, str, int], Path], ...]
) -> None:
    made = [_make(site, write) for write in ways]
    assert all(len(one) > len(NAMES) / 2 for one in made)
    refused = _build_what_is_left(site)
    assert len(NAMES) < len(refused) < sum(map(len, made))


@pytest.mark.parametrize("field", ADDRESS_FIELDS, ids=lambda one: one.key)
def test_a_hostile_address_in_the_settings_is_refused_or_within_the_site(
    site: Path, field: Field
) -> None:
    usual = str(getattr(Addresses(), field.key))
    hostile = [f"{name}/{usual}" for name in _names(site)]
    hostile += [
        usual.replace("}", each) for each in ("!r}", ".__class__}", ":9}", "}}", "}/../../")
    ]
    hostile += [f"{usual}{name}" for name in _names(site)]
    for typed in hostile:
        reading = Reading("pelicanconf.py", lambda _typed, _place: pytest.fail("no picture"))
        pattern = field.kind.cast(Scalar(typed, Place("pelicanconf.py")), field.key, reading)
        assert (pattern is None) == bool(reading.problems), typed
        if pattern is not None:
            file = PurePosixPath(
                file_of(
                    pattern.format(item="i", review="r", facet="f", topic="t", story="s", page="p")
                )
            )
            assert not file.is_absolute()
            assert not {"..", "."} & set(file.parts)
            assert file.as_posix().isascii()
            assert file.as_posix().isprintable()
            assert not set(file.as_posix()) & set('\\:*?"<>| ')


LINKS = (
    ("reviews/kettle/2026-05-14-linked.yaml", "canary/x"),
    ("reviews/linked", "canary"),
    ("content/stories/linked.md", "canary/x.md"),
    ("content/pages/linked.md", "canary/x.md"),
    ("content/stories/linked", "canary"),
    ("content/images/linked.png", "canary/x.png"),
    ("content/extra/linked.txt", "canary/x"),
    ("theme/static/linked.txt", "canary/x"),
    ("theme/templates/linked.html", "canary/x"),
    ("reviews/verbatim.lock", "canary/x"),
)


def test_links_that_lead_out_of_the_site_are_refused(site: Path) -> None:
    before = _outside(site)
    write_file(site, "pelicanconf.py", f"{SETTINGS}STATIC_PATHS = ['extra']\n".encode())
    for name, target in LINKS:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).symlink_to(Path(*[".."] * (name.count("/") + 1)) / target)
    done = run("build", *DAY, cwd=site, check=1)
    for name, _ in LINKS:
        assert f"{name}:1:1: A105 link-outside: " in done.stdout
    assert CANARY not in done.stdout + done.stderr
    assert not (site / "output").exists()
    assert _outside(site) == before


PIPES = (
    "reviews/kettle/2026-05-14-pipe.yaml",
    "reviews/kettle/pipe",
    "reviews/pipe",
    "content/stories/pipe.md",
    "content/stories/.hidden.md",
    "content/pages/pipe.md",
    "content/images/pipe.png",
    "content/extra/pipe.txt",
    "theme/static/pipe.css",
    "theme/templates/review.html",
)


def _put_pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)


def test_what_is_no_file_is_told_and_nobody_waits_for_it(site: Path) -> None:
    for name in PIPES:
        _put_pipe(site / name)
    write_file(site, "reviews/kettle/2026-05-15-x.yaml", f"{REVIEW}image: pipe.png\n".encode())
    (site / "reviews/kettle/2026-05-16-linked.yaml").symlink_to("pipe")
    for command in ("build", "check", "lock"):
        done = run(command, *(() if command == "lock" else DAY), cwd=site, check=1)
        for name in (*PIPES, "reviews/kettle/2026-05-16-linked.yaml"):
            if command != "lock" or name.startswith("reviews/"):
                assert f"{name}:1:1: A107 not-a-file: " in done.stdout, command
    assert not (site / "output").exists()


def test_what_git_keeps_in_a_folder_is_nobodys_business(site: Path) -> None:
    for name in ("content/.git/ipc", "content/stories/.git/ipc", "theme/static/.git/ipc"):
        _put_pipe(site / name)
    for name in ("content/.git/HEAD", "content/.git/head"):
        write_file(site, name, b"ref: refs/heads/main")
    run("build", *DAY, cwd=site, check=0)


KEPT = ("builds/*", "shards/*/*", "cards/*/*", "pictures/*", "heuristics.json")


@pytest.mark.parametrize("kept", KEPT)
def test_a_pipe_in_place_of_what_is_kept_is_not_waited_for(site: Path, kept: str) -> None:
    write_file(site, "content/images/large.jpg", photograph(size=(480, 360)))
    for item in ("kettle", "pot"):
        write_file(site, f"reviews/{item}/item.yaml", f"{ITEM}image: large.jpg\n".encode())
        write_file(site, f"reviews/{item}/2026-05-14-warm.yaml", REVIEW.encode())
    run("check", *DAY, cwd=site, check=0)
    run("build", *DAY, cwd=site, check=0)
    files = [path for path in (site / ".ambassade").glob(kept) if path.is_file()]
    assert files
    for path in files:
        _put_pipe(path)
    write_file(site, "reviews/pot/2026-05-15-cold.yaml", REVIEW.replace("boils", "heats").encode())
    for command in ("build", "check"):
        run(command, *DAY, cwd=site, check=0)
    assert b"It heats water." in (site / "output/reviews/index.html").read_bytes()


def test_a_pipe_in_place_of_the_manifest_is_refused(site: Path) -> None:
    run("build", *DAY, cwd=site, check=0)
    _put_pipe(site / "output/.ambassade-manifest.json")
    run("build", *DAY, cwd=site, check=2)


def test_a_link_within_the_site_is_followed_and_a_loop_does_not_stop_a_build(site: Path) -> None:
    write_file(site, "reviews/kettle/2026-05-14-warm.yaml", REVIEW.encode())
    (site / "reviews/kettle/2026-05-15-again.yaml").symlink_to("2026-05-14-warm.yaml")
    (site / "content/stories").mkdir()
    (site / "content/stories/round").symlink_to("../stories")
    (site / "content/images/round").symlink_to("round")
    run("build", *DAY, cwd=site, check=0)
    assert (site / "output/reviews/kettle/2026-05-15-again/index.html").is_file()
    _check_output(site)


def test_names_that_differ_by_case_or_unicode_form_alone_never_share_an_address(site: Path) -> None:
    for number, alias in enumerate(("/Products/Kettle/", "/products/kettle/")):
        write_file(site, f"reviews/i{number}/item.yaml", f"{ITEM}aliases: {alias}\n".encode())
    for number, slug in enumerate(("café", "cafe\u0301")):
        text = STORY.format("").replace("Kettles at sea", slug)
        write_file(site, f"content/stories/s{number}.md", text.encode())
    told = run("build", *DAY, cwd=site, check=1).stdout
    assert "i1/item.yaml:4:10: A204 alias-taken: " in told
    assert "s1.md:1:1: A201 name-taken: " in told


def test_pictures_whose_names_are_one_for_some_disks_are_told(site: Path) -> None:
    picture = (site / "content/images/kettle.png").read_bytes()
    for name in ("Kettle.png", "caf\u00e9/x.png", "cafe\u0301/x.png", "CAF\u00c9/y.png"):
        write_file(site, f"content/images/{name}", picture)
    done = run("build", *DAY, cwd=site, check=0)
    told = [line.partition(": ")[0] for line in done.stdout.splitlines() if " A108 " in line]
    assert told == [
        f"content/images/{name}:1:1" for name in ("cafe\u0301", "caf\u00e9", "kettle.png")
    ]


def test_a_name_with_bytes_that_are_no_text_is_told_and_not_built(site: Path) -> None:
    garbled = os.fsdecode(b"\xff")
    (site / f"reviews/kettle/2026-05-14-{garbled}.yaml").write_text(REVIEW)
    (site / f"reviews/{garbled}").mkdir()
    for name in (
        f"content/stories/{garbled}.md",
        f"content/pages/{garbled}.md",
        f"content/images/{garbled}.png",
    ):
        write_file(site, name, STORY.format("").encode())
    done = run("build", *DAY, cwd=site, check=1)
    for code in ("A101", "A103"):
        assert "\\udcff" in next(line for line in done.stdout.splitlines() if f" {code} " in line)
    assert json.loads(run("check", "--json", *DAY, cwd=site).stdout)
