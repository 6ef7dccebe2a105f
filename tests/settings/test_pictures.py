"""Pictures: only those under content/images/, only formats that browsers show, none too large."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from ambassade.media import PictureFolder
from ambassade.problem import Place, Problem
from ambassade.public import Picture

HERE = Place("reviews/kettle/item.yaml", 3, 8)


def _save(kind: str) -> bytes:
    file = BytesIO()
    Image.new("RGB", (8, 6), "teal").save(file, kind)
    return file.getvalue()


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a `content/` with one picture, and one beside it that is out of bounds."""
    images = tmp_path / "content" / "images"
    images.mkdir(parents=True)
    (images / "a.png").write_bytes(_save("PNG"))
    (tmp_path / "content" / "secret.png").write_bytes(_save("PNG"))
    return tmp_path / "content"


def _find(content: Path, typed: str) -> Picture | str:
    found = PictureFolder(content).find(typed, HERE)
    if isinstance(found, Problem):
        assert found.place == HERE
        return found.code
    return found


@pytest.mark.parametrize(
    "typed", ["a.png", "images/a.png", "content/images/a.png", "/images/a.png", "./images/./a.png"]
)
def test_a_picture_may_be_named_from_the_site_content_or_images(content: Path, typed: str) -> None:
    assert _find(content, typed) == Picture("images/a.png", 8, 6)


@pytest.mark.parametrize(
    "typed",
    [
        "../secret.png",
        "images/../../secret.png",
        "content/secret.png",
        "/a.png",
        "/etc/passwd",
        "..",
        "//x.org/a.png",
        "https://x.org/a.png",
        "file:///etc/passwd",
        "images\\a.png",
        "a\x00.png",
    ],
)
def test_whatever_leads_out_of_images_is_refused(content: Path, typed: str) -> None:
    assert _find(content, typed) == "F111"


def test_a_link_may_lead_to_another_picture_and_nowhere_else(content: Path) -> None:
    images = content / "images"
    (images / "inside.png").symlink_to("a.png")
    (images / "outside.png").symlink_to(content / "secret.png")
    (images / "folder").symlink_to(content)
    (images / "loop.png").symlink_to("loop.png")
    (images / "broken.png").symlink_to("none.png")
    assert _find(content, "inside.png") == Picture("images/inside.png", 8, 6)
    assert _find(content, "outside.png") == "F111"
    assert _find(content, "folder/secret.png") == "F111"
    assert _find(content, "loop.png") == "F110"
    assert _find(content, "broken.png") == "F110"


@pytest.mark.parametrize("typed", ["none.png", "a.png/b", "A.PNG", "x" * 300, "é" * 5000, "folder"])
def test_what_is_not_there_is_told(content: Path, typed: str) -> None:
    (content / "images" / "folder").mkdir()
    assert _find(content, typed) == "F110"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "AVIF", "GIF"])
def test_a_format_that_browsers_show_is_taken_whichever_its_name_tells(
    content: Path, kind: str
) -> None:
    (content / "images" / "b.JPG").write_bytes(_save(kind))
    assert _find(content, "b.JPG") == Picture("images/b.JPG", 8, 6)


@pytest.mark.parametrize("name", ["a.html", "a.js", "a.svg", "a.png.htm", "a.txt", "a"])
def test_a_picture_that_servers_would_take_for_something_else_is_refused(
    content: Path, name: str
) -> None:
    (content / "images" / name).write_bytes(_save("GIF"))
    assert _find(content, name) == "F110"


PNG_HEAD = b"\x89PNG\r\n\x1a\n"


def _huge_png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    return PNG_HEAD + struct.pack(">I", len(head)) + chunk + struct.pack(">I", zlib.crc32(chunk))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Hello, this is a text.",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"%PDF-1.4",
        PNG_HEAD,
        _huge_png(8000, 8000),
        _huge_png(20_000, 20_000),
        _huge_png(2**31 - 1, 2**31 - 1),
        _save("BMP"),
        _save("TIFF"),
        _save("ICO"),
        _save("PPM"),
    ],
)
def test_what_is_no_such_picture_is_refused(content: Path, data: bytes) -> None:
    (content / "images" / "b.png").write_bytes(data)
    assert _find(content, "b.png") == "F110"


SAMPLES = [_save(kind) for kind in ("PNG", "JPEG", "WEBP", "AVIF", "GIF", "TIFF", "BMP")]


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.sampled_from(SAMPLES),
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 255))),
    st.integers(0, 400),
)
@pytest.mark.filterwarnings("error")
def test_a_damaged_picture_is_a_picture_or_a_problem(
    content: Path, sample: bytes, changes: list[tuple[int, int]], length: int
) -> None:
    data = bytearray(sample[:length])
    for at, byte in changes:
        if at < len(data):
            data[at] = byte
    (content / "images" / "b.png").write_bytes(bytes(data))
    found = _find(content, "b.png")
    assert found in {"F110", "F112"} or (isinstance(found, Picture) and found.width > 0)


def test_each_picture_is_looked_at_once(content: Path) -> None:
    folder = PictureFolder(content)
    first = folder.find("a.png", HERE)
    (content / "images" / "a.png").unlink()
    assert folder.find("images/a.png", HERE) == first
