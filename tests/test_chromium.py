"""The browser and the server that other tests stand on work."""

from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from tests.chromium import serve


def test_the_browser_shows_a_page_served_under_a_prefix(tmp_path: Path, browser: Browser) -> None:
    (tmp_path / "index.html").write_text("<title>Hello</title>", encoding="utf-8")
    with serve(tmp_path, "/sub") as address:
        page = browser.new_page()
        page.goto(f"{address}/")
        assert page.title() == "Hello"


def test_outside_the_prefix_there_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("Hello", encoding="utf-8")
    with serve(tmp_path, "/sub") as address:
        with urlopen(f"{address}/index.html") as answer:
            assert answer.read() == b"Hello"
        with pytest.raises(HTTPError) as error:
            urlopen(f"{address.removesuffix('/sub')}/index.html")
    assert error.value.code == HTTPStatus.NOT_FOUND
