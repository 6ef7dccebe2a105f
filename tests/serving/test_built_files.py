"""An address leads to a file of the built site, or elsewhere, or nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ambassade.serving.built_files import find_file
from ambassade.serving.site_address import read_base

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with two pages, and a file beside it that is nobody's business."""
    root = tmp_path / "root"
    (root / "a é").mkdir(parents=True)
    (root / "index.html").touch()
    (root / "a é/index.html").touch()
    (root / "empty").mkdir()
    (tmp_path / "secret").touch()
    (root / "way-out").symlink_to(tmp_path / "secret")
    return root


@pytest.mark.parametrize("base", ["", "/sub", "/sub/sub"])
def test_a_folder_is_its_index_and_is_asked_for_with_a_slash(base: str, root: Path) -> None:
    assert find_file(root, base, f"{base}/") == root / "index.html"
    assert find_file(root, base, f"{base}/index.html?x=1#y") == root / "index.html"
    assert find_file(root, base, f"{base}/a%20%C3%A9/") == root / "a é/index.html"
    assert find_file(root, base, f"{base}/a%20%C3%A9?x=1") == f"{base}/a%20%C3%A9/?x=1"


@pytest.mark.parametrize(
    "target",
    ["/empty/", "/nowhere", "/way-out", "/../secret", "/%2e%2e/secret", "/a%20é/../index.html",
     "//index.html", "/a%5Cb", "/C:/x", "/.hidden", "index.html", "*", "/index.html/",
     "/" + "a" * 5000, "/" + "a/" * 5000],
)  # fmt: skip
def test_all_else_is_nothing(target: str, root: Path) -> None:
    assert find_file(root, "", target) is None


def test_the_bare_host_leads_to_where_the_site_is(root: Path) -> None:
    assert find_file(root, "/sub", "/") == "/sub/"
    assert find_file(root, "/sub", "/sub") == "/sub/"
    assert find_file(root, "/sub", "/subway") is None
    assert find_file(root, "/sub", "/index.html") is None


@pytest.mark.parametrize(
    ("written", "base"),
    [
        ('{"url": "https://example.com/"}', ""),
        ('{"url": "https://example.com/sub/sub/"}', "/sub/sub"),
        ('{"url": "https://example.com/caf%C3%A9/"}', "/café"),
        ("{}", ""),
        ("[", ""),
        ('{"url": 1}', ""),
    ],
)
def test_the_built_site_says_its_path(written: str, base: str, tmp_path: Path) -> None:
    (tmp_path / "api/v1").mkdir(parents=True)
    (tmp_path / "api/v1/site.json").write_text(written, encoding="utf-8")
    assert read_base(tmp_path) == base
