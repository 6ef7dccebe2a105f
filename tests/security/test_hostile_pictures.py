"""Pictures that would harm whoever unpacks or opens them are refused with a code, and never published."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.ambassade_command import run, run_pelican
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
FORMATS = ("PNG", "JPEG", "WEBP", "AVIF", "GIF")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"{}>{}</svg>'
REVIEW = """\
author: Marie Dupont
reviewBody: It boils water.
image: images/{name}
consent: {{given: 2026-05-10, scope: [text, photo]}}
"""
STORY = "Title: Kettles\nDate: 2026-05-01\n\n![They float]({{static}}/images/{name})\n"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width: int, height: int, *more: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", head), *more, _chunk(b"IDAT", zlib.compress(bytes(100_000))))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks) + _chunk(b"IEND", b"")


def _cut(form: str) -> bytes:
    out = BytesIO()
    Image.linear_gradient("L").convert("RGB").save(out, form)
    return out.getvalue()[: len(out.getvalue()) // 2]


LARGE = {
    "50,000 x 50,000 PNG": _png(50_000, 50_000),
    "9,000 x 9,000 PNG": _png(9_000, 9_000),
    "65,535 x 65,535 GIF": b"GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\x02\x02L\x01\0;",
}
NO_PICTURE = {
    "a text of 200 MB in a PNG": _png(
        8, 8, _chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(200_000_000), 1))
    ),
    "SVG with a script": SVG.format("", "<script>alert(1)</script>").encode(),
    "SVG with onload": SVG.format(' onload="alert(1)"', "").encode(),
    "SVG with foreignObject": SVG.format(
        "", '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'
    ).encode(),
    "SVG that asks elsewhere": SVG.format(
        "", '<image x:href="https://elsewhere.example/a.png"/>'
    ).encode(),
    "SVG that does nothing": SVG.format("", '<path d="M0 0"/>').encode(),
    "HTML": b"<!DOCTYPE html><script>alert(1)</script>",
    "nothing": b"",
    **{f"half a {form}": _cut(form) for form in FORMATS},
}
REFUSED = {name: ("F112", data) for name, data in LARGE.items()} | {
    name: ("F110", data) for name, data in NO_PICTURE.items()
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site of which each review shows one of them, and each story too; a sound one is among them."""
    folder = tmp_path_factory.mktemp("hostile")
    write_site(folder)
    for number, (name, (_, data)) in enumerate(REFUSED.items(), 10):
        file = f"p{number}.{'svg' if 'SVG' in name else 'png'}"
        write_file(folder, f"content/images/{file}", data)
        write_file(
            folder, f"reviews/kettle/2026-05-{number}-a.yaml", REVIEW.format(name=file).encode()
        )
    return folder


def test_a_review_with_one_is_refused_with_its_code(site: Path) -> None:
    done = run("build", *DAY, cwd=site, check=1)
    told = {line.split(":")[0]: line for line in done.stdout.splitlines() if "kettle/" in line}
    for number, (name, (code, _)) in enumerate(REFUSED.items(), 10):
        assert f" {code} " in told[f"reviews/kettle/2026-05-{number}-a.yaml"], name
    assert not (site / "output").exists()


def test_a_story_with_one_is_refused_with_its_code_too(site: Path, tmp_path: Path) -> None:
    write_site(tmp_path)
    for path in (site / "content/images").iterdir():
        write_file(tmp_path, f"content/images/{path.name}", path.read_bytes())
    names = sorted(path.name for path in (site / "content/images").glob("p*"))
    for name in names:
        text = STORY.format(name=name).replace("Kettles", f"Kettles {name}")
        write_file(tmp_path, f"content/stories/{name.replace('.', '-')}.md", text.encode())
    done = run("build", *DAY, cwd=tmp_path, check=1)
    told = {line.split(":")[0]: line for line in done.stdout.splitlines()}
    for (title, (code, _)), name in zip(REFUSED.items(), names, strict=True):
        assert f" {code} " in told[f"content/stories/{name.replace('.', '-')}.md"], title
    assert not (tmp_path / "output").exists()


def test_pelican_alone_refuses_a_story_with_an_svg(tmp_path: Path) -> None:
    write_site(tmp_path)
    write_file(tmp_path, "pelicanconf.py", f'{SETTINGS}PLUGINS = ["ambassade"]\n'.encode())
    write_file(tmp_path, "content/images/a.svg", NO_PICTURE["SVG with a script"])
    write_file(tmp_path, "content/stories/a.md", STORY.format(name="a.svg").encode())
    done = run_pelican(tmp_path)
    assert done.returncode == 1
    assert "F110" in done.stdout + done.stderr
    assert not (tmp_path / "output/images/a.svg").exists()


def _damaged(form: str) -> bytes:
    """Return a picture of which every part is there, but not what is in it; a film for WebP and GIF."""
    out = BytesIO()
    image = Image.effect_noise((400, 300), 60)
    second = Image.effect_noise((400, 300), 60)
    film = {"save_all": True, "append_images": [second], "lossless": True}
    exif = image.getexif()
    exif[0x0112] = 6
    more = {"JPEG": {"exif": exif}, "PNG": {}}.get(form, film)
    image.convert("L" if form == "GIF" else "RGB").save(out, form, **more)
    data = bytearray(out.getvalue())
    # Of a JPEG how its pixels are packed, else what is packed: of a film the last frame.
    places = {
        "JPEG": data.find(b"\xff\xc4") + 5,
        "GIF": data.rfind(b",\0\0\0\0\x90\x01") + 10 + 3 * 256 + 2,
        "WEBP": data.rfind(b"VP8L") + 20,
        "PNG": 500,
    }
    at = places[form]
    data[at : at + 16] = b"\xff" * 16
    return bytes(data)


ITEM = "type: Product\nname: Kettle\ncollection: complete\nimage:\n- kettle.png\n- images/{}\n"


@pytest.mark.parametrize("form", ["JPEG", "GIF", "WEBP"])
@pytest.mark.parametrize("jobs", [1, 3])
def test_a_damaged_picture_is_told_by_a_build_with_file_and_line(
    form: str, jobs: int, tmp_path: Path
) -> None:
    write_site(tmp_path)
    write_file(tmp_path, "content/images/p.png", _damaged(form))
    write_file(tmp_path, "content/images/q.png", _damaged(form) + b"-")
    write_file(tmp_path, "reviews/kettle/item.yaml", ITEM.format("p.png").encode())
    write_file(tmp_path, "content/stories/a.md", STORY.format(name="q.png").encode())
    done = run("build", *DAY, "--jobs", str(jobs), cwd=tmp_path, check=1)
    assert (
        "reviews/kettle/item.yaml:6:3: F110 picture-missing: images/p.png is not a " in done.stdout
    )
    assert "content/stories/a.md:4:15: F110 picture-missing: images/q.png is not a " in done.stdout
    assert not (tmp_path / "output").exists()
    for name in ("p", "q"):
        (tmp_path / f"content/images/{name}.png").unlink()
        write_file(
            tmp_path,
            f"content/images/{name}.png",
            (tmp_path / "content/images/kettle.png").read_bytes(),
        )
    assert "F110" not in run("build", *DAY, cwd=tmp_path, check=0).stdout


def test_a_damaged_png_is_told_by_check_too(tmp_path: Path) -> None:
    write_site(tmp_path)
    write_file(tmp_path, "content/images/p.png", _damaged("PNG"))
    write_file(tmp_path, "reviews/kettle/item.yaml", ITEM.format("p.png").encode())
    for command in ("check", "build"):
        done = run(command, *DAY, cwd=tmp_path, check=1)
        assert "reviews/kettle/item.yaml:6:3: F110 picture-missing: " in done.stdout


def test_pelican_alone_refuses_a_damaged_picture(tmp_path: Path) -> None:
    write_site(tmp_path)
    write_file(tmp_path, "pelicanconf.py", f'{SETTINGS}PLUGINS = ["ambassade"]\n'.encode())
    write_file(tmp_path, "content/images/p.jpg", _damaged("JPEG"))
    write_file(tmp_path, "reviews/kettle/item.yaml", ITEM.format("p.jpg").encode())
    done = run_pelican(tmp_path)
    assert done.returncode == 1
    assert "reviews/kettle/item.yaml:6:3: F110 " in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_sound_pictures_of_every_format_are_shown(tmp_path: Path) -> None:
    write_site(tmp_path)
    for number, form in enumerate(FORMATS, 10):
        out = BytesIO()
        Image.new("RGB", (40, 30), "teal").save(out, form)
        name = f"a{number}.{form.lower()}"
        write_file(tmp_path, f"content/images/{name}", out.getvalue())
        write_file(
            tmp_path, f"reviews/kettle/2026-05-{number}-a.yaml", REVIEW.format(name=name).encode()
        )
    run("build", *DAY, cwd=tmp_path, check=0)
    assert len([*(tmp_path / "output/images").glob("a1*")]) == len(FORMATS)
