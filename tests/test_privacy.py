"""No secret reaches a site: a site full of canaries is built, and every byte of it is looked at.

A canary is a word that stands nowhere else. Those of `SECRET` may be in no file, no file name and
nothing that the command says; those of `PUBLIC` must be found, or the search would prove nothing.
"""

from __future__ import annotations

import gzip
import importlib
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from PIL import Image, PngImagePlugin

from tests.ambassade_command import files_of, run
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

FULL_CONSENT = "consent: {given: 2026-05-01, scope: [text, name, photo, video, social]}\n"
PUBLIC = (
    "qzshownwords", "qzshowntitle", "Qzfullsurname", "qzshownreply", "qzshowntranscript",
    "qzshowntranslation", "qzshownphoto", "qzshownportrait", "qzshownlink", "qzshowntown",
)  # fmt: skip
REVIEWS = {
    # Everything that may be shown is.
    "2026-05-01-shown": """\
author: {name: Ada Qzfullsurname, display: full, image: images/qzshownportrait.jpg, \
url: "https://qzshownlink.example/", addressLocality: Qzshowntown}
reviewRating: 5
name: A qzshowntitle
reviewBody: It says qzshownwords.
reply: {text: We say qzshownreply.}
image: images/qzshownphoto.png
video: {embedUrl: "https://film.example/1", transcript: They say qzshowntranscript.}
translations: {fr: {reviewBody: On dit qzshowntranslation.}}
provenance: {verification: order, evidence: qzsecretevidence}
"""
    + FULL_CONSENT,
    # The name is hidden, and with it what leads to it; nor are pictures in the scope.
    "2026-05-02-initial": """\
author: {name: Bea Qzsecretinitial, image: images/qzsecretportrait.jpg, \
url: "https://qzsecretlink.example/"}
reviewRating: 4
reviewBody: Fine.
image: images/qzsecretphoto.png
video: {contentUrl: "https://qzsecretfilm.example/1.mp4", thumbnailUrl: images/qzsecretstill.png, \
name: qzsecretfilmname, transcript: qzsecrettranscript}
provenance: {source: email, verification: contract, evidence: qzsecretcontract}
corrections: [{date: 2026-05-20, by: author, reason: A slip, was: abcdefqzsecrethash}]
consent: {given: 2026-05-01, scope: [text]}
""",
    "2026-05-03-full-without-scope": """\
author: {name: Cleo Qzsecretfull, display: full, url: "https://qzsecretfullurl.example/"}
reviewRating: 4
reviewBody: Fine too.
consent: {given: 2026-05-01, scope: [text]}
""",
    "2026-05-04-nobody": """\
author: {name: Qzsecretfirst Qzsecretlast, display: anonymous, jobTitle: Qzsecretjob, \
worksFor: Qzsecretfirm, addressLocality: Qzsecrettown, image: images/qzsecretanonymous.jpg}
reviewRating: 2
reviewBody: Nobody says so.
"""
    + FULL_CONSENT.replace("photo, ", ""),
}
HIDDEN = {
    "withheld": "status: withheld\nwithheldFor: abusive\n",
    "withdrawn": "status: withdrawn\nwithdrawn: {date: 2026-05-20, by: author}\n",
    "lapsed": "consent: {given: 2026-05-01, scope: [text, name, photo, video], expires: 2026-05-31}\n",
    "taken-back": "consent: {given: 2026-05-01, scope: [text, photo], withdrawn: 2026-05-31}\n",
    "out-of-scope": "consent: {given: 2026-05-01, scope: [photo, name, video]}\n",
    "too-old": "datePublished: 1970-05-05\n" + FULL_CONSENT,
}
PENDING = {"pending": "status: pending\n"}
HIDDEN_REVIEW = """\
author: {{name: Dora Qzsecret{id}name, display: full, jobTitle: Qzsecret{id}job, \
image: images/qzsecret{id}picture.png}}
reviewRating: 1
name: A qzsecret{id}title
reviewBody: It says qzsecret{id}words.
excerpt: qzsecret{id}words
keywords: [qzsecret{id}topic]
reviewAspect: {{qzsecret{id}aspect: 2}}
inLanguage: en
reply: {{text: We say qzsecret{id}reply., author: Qzsecret{id}replier}}
provenance: {{verification: order, evidence: qzsecret{id}evidence, incentive: qzsecret{id}gift}}
image: images/qzsecret{id}picture.png
video: {{embedUrl: "https://qzsecret{id}player.example/1", name: qzsecret{id}film, \
transcript: qzsecret{id}transcript}}
translations: {{fr: {{name: Un qzsecret{id}titre, reviewBody: On dit qzsecret{id}mots.}}}}
corrections: [{{date: 2026-05-20, by: author, reason: qzsecret{id}reason}}]
"""
# What of a pending review may be seen in a draft; everything else of it stays a secret there too.
DRAFTED = (
    "qzsecretpendingtitle", "qzsecretpendingwords", "qzsecretpendingtopic", "qzsecretpendingreply",
    "qzsecretpendinggift", "qzsecretpendingaspect", "qzsecretpendingtitre", "qzsecretpendingmots",
    "qzsecretpendingreason", "qzsecretpendingjob", "qzsecretpendingreplier",
)  # fmt: skip
STORY = """\
Title: Tea
Date: 2026-05-20
Reviews: kettle/2026-05-01-shown, kettle/2026-05-10-lapsed, kettle/2026-05-10-withheld

Tea.
"""


class Built(NamedTuple):
    """What a command made and said."""

    files: dict[str, bytes]
    said: str


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site full of canaries, locked; one of its reviews was forgotten."""
    site = tmp_path_factory.mktemp("canaries") / "site"
    write_site(site)
    settings = f"{SETTINGS}RETENTION_MONTHS = 600\n"
    write_file(site, "pelicanconf.py", settings.encode())
    texts = {**REVIEWS}
    for name, more in {**HIDDEN, **PENDING}.items():
        letters = name.replace("-", "")
        texts[f"2026-05-10-{name}"] = HIDDEN_REVIEW.format(id=letters) + more
        picture = f"qzsecret{letters}picture.png"
        write_file(site, f"content/images/{picture}", _picture("PNG"))
    for name, text in texts.items():
        write_file(site, f"reviews/kettle/{name}.yaml", text.encode())
    forgotten = (
        "author: Edda Qzsecretforgotten\nreviewRating: 3\nreviewBody: qzsecretforgottenwords\n"
    )
    write_file(site, "reviews/kettle/2026-05-11-forgotten.yaml", forgotten.encode())
    for name in ("qzshownportrait.jpg", "qzsecretportrait.jpg", "qzsecretanonymous.jpg"):
        write_file(site, f"content/images/{name}", _picture("JPEG"))
    for name in ("qzshownphoto.png", "qzsecretphoto.png", "qzsecretstill.png"):
        write_file(site, f"content/images/{name}", _picture("PNG"))
    for kind in ("jpg", "png", "webp", "avif", "gif"):
        form = {"jpg": "JPEG"}.get(kind, kind.upper())
        write_file(site, f"content/images/qzstory.{kind}", _picture(form))
    pictures = "".join(
        f"![It](/images/qzstory.{kind})\n" for kind in ("png", "webp", "avif", "gif")
    )
    story = STORY.replace("Date:", "Image: images/qzstory.jpg\nDate:") + pictures
    write_file(site, "content/stories/tea.md", story.encode())
    run("lock", cwd=site, check=0)
    run("forget", "kettle/2026-05-11-forgotten", cwd=site, check=0)
    return site


@pytest.fixture(scope="module")
def built(site: Path) -> Built:
    """Return the site as it is published."""
    done = run("build", cwd=site, check=0)
    return Built(files_of(site / "output"), done.stdout + done.stderr)


@pytest.fixture(scope="module")
def draft(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return the site with its drafts."""
    folder = tmp_path_factory.mktemp("draft") / "output"
    done = run("build", "--drafts", "--output", folder, cwd=site, check=0)
    return Built(files_of(folder), done.stdout + done.stderr)


def _picture(form: str) -> bytes:
    """Return a picture whose metadata hold the canary, in each way that its format has."""
    exif = Image.Exif()
    exif[0x013B] = "qzsecretartist"
    exif.get_ifd(0x8825).update({1: "N", 2: (47.0, 12.0, 34.5678), 3: "W", 4: (1.0, 33.0, 8.765)})
    exif.get_ifd(0x8825)[0x1B] = b"qzsecretgps"
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "qzsecretauthor")
    comment = b"qzsecretcomment"
    metadata: dict[str, dict[str, Any]] = {
        "PNG": {"exif": exif, "pnginfo": texts},
        "JPEG": {"exif": exif, "comment": comment, "xmp": b"<x>qzsecretxmp</x>"},
        "WEBP": {"exif": exif, "xmp": b"<x>qzsecretxmp</x>"},
        "AVIF": {"exif": exif},
        "GIF": {"comment": comment},
    }
    file = BytesIO()
    image = Image.effect_noise((40, 30), 60).convert("RGB")
    image.save(file, form, **metadata[form])
    data = file.getvalue() + b"qzsecretafterwards"
    assert b"qzsecret" in file.getvalue()
    return data


@cache
def _secrets(site: Path) -> tuple[str, ...]:
    """Return every canary of the site's sources that is no public one."""
    found = set()
    for name, data in files_of(site).items():
        if name.startswith(("reviews/", "content/")):
            text = f"{name} {data.decode('latin-1')}".lower()
            parts = text.split("qzsecret")[1:]
            found |= {f"qzsecret{_letters(part)}" for part in parts}
    return tuple(sorted(found))


def _letters(text: str) -> str:
    return text[: next((i for i, each in enumerate(text) if not ("a" <= each <= "z")), len(text))]


def _find(words: tuple[str, ...], built: Built) -> set[str]:
    """Return which of the words are in a file, unpacked if it is packed, a name, or what was said."""
    haystacks = [built.said.lower().encode(), "\n".join(built.files).lower().encode()]
    haystacks += [_unpack(name, data).lower() for name, data in built.files.items()]
    return {word for word in words if any(word.lower().encode() in each for each in haystacks)}


def _unpack(name: str, data: bytes) -> bytes:
    if name.endswith(".gz"):
        return gzip.decompress(data)
    if name.endswith(".br"):
        unpacked: bytes = importlib.import_module("brotli").decompress(data)
        return unpacked
    return data


def test_there_are_many_canaries(site: Path) -> None:
    assert len(_secrets(site)) > 100
    assert {"qzsecretevidence", "qzsecretartist", "qzsecretafterwards", "qzsecretgps"} <= {
        *_secrets(site)
    }


def test_what_may_be_seen_is_found_so_that_the_search_proves_something(built: Built) -> None:
    assert _find(PUBLIC, built) == {*PUBLIC}


def test_no_secret_is_in_a_byte_a_file_name_or_a_message_of_the_site(
    site: Path, built: Built
) -> None:
    assert _find(_secrets(site), built) == set()


def test_a_draft_shows_what_is_pending_and_nothing_else(site: Path, draft: Built) -> None:
    assert sorted(_find(_secrets(site), draft)) == sorted(DRAFTED)


def test_outside_its_pages_a_draft_says_nothing_of_what_is_pending(draft: Built) -> None:
    # The manifest lists the pages, of which a topic is one.
    machine = {
        name: data
        for name, data in draft.files.items()
        if not name.endswith(".html") and name != ".ambassade-manifest.json"
    }
    assert "sitemap.xml" in machine
    assert _find(DRAFTED, Built(machine, draft.said)) == set()


def test_check_tells_no_secret(site: Path) -> None:
    done = run("check", cwd=site, check=0)
    assert "C109" in done.stdout
    assert _find(_secrets(site), Built({}, done.stdout + done.stderr)) == set()


def test_no_hash_of_the_lock_is_published(site: Path, built: Built) -> None:
    lock = (site / "reviews/verbatim.lock").read_text()
    hashes = {word.partition("=")[2] for line in lock.splitlines() for word in line.split()[1:5]}
    long = tuple(each for each in hashes if len(each) == 32)
    assert len(long) > 10
    assert _find(long, built) == set()


def test_a_secret_that_slipped_out_would_be_found(site: Path, built: Built) -> None:
    secret = _secrets(site)[0]
    for name, data in ((f"{secret}.html", b""), ("a.html", secret.encode())):
        assert _find((secret,), Built({**built.files, name: data}, "")) == {secret}
    packed = {"a.html.gz": gzip.compress(secret.encode())}
    assert _find((secret,), Built(packed, "")) == {secret}
    assert _find((secret,), Built({}, f"reading {secret}")) == {secret}


@pytest.mark.parametrize("kind", ["refuse", "consent", "withdraw"])
def test_a_letter_leaves_nothing_behind_for_the_next_build(
    site: Path, built: Built, kind: str
) -> None:
    key = "withheld" if kind == "refuse" else "lapsed"
    letter = run("letter", kind, f"kettle/2026-05-10-{key}", cwd=site, check=0).stdout
    assert f"Qzsecret{key}name" in letter
    run("build", cwd=site, check=0)
    assert files_of(site / "output") == built.files


def test_published_pictures_are_whole(built: Built) -> None:
    pictures = [name for name in built.files if name.startswith("images/qzs")]
    assert len(pictures) == 7
    for name in pictures:
        with Image.open(BytesIO(built.files[name])) as image:
            image.load()
            assert image.size == (40, 30)
