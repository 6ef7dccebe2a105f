"""The check that pages ask nobody else finds what it is for."""

from pathlib import Path

import pytest

from tests.site_checks import self_contained
from tests.site_checks.tiny_site import URL, write_page, write_site

FAR = "https://cdn.example.com/x"


def test_links_out_and_own_files_are_no_fault(tmp_path: Path) -> None:
    head = f'<link rel="stylesheet" href="{URL}/s.css"><link rel="me" href="{FAR}">'
    body = f'<a href="{FAR}">Out</a><img src="i.png" alt=""><script src="/sub/s.js"></script>'
    files = {"index.html": write_page(body, head), "s.css": "p { background: url(i.png) }"}
    assert self_contained.check(write_site(tmp_path, files), URL) == []


@pytest.mark.parametrize(
    "body",
    [
        f'<img src="{FAR}" alt="">',
        '<img src="//cdn.example.com/x" alt="">',
        f'<img srcset="i.png 1x, {FAR} 2x" alt="">',
        f'<script src="{FAR}"></script>',
        f'<link rel="stylesheet" href="{FAR}">',
        '<link rel="preconnect" href="//cdn.example.com">',
        f'<iframe src="{FAR}"></iframe>',
        f'<video poster="{FAR}"></video>',
        f'<object data="{FAR}"></object>',
        f'<p style="background: url({FAR})">a</p>',
        f'<style>@import "{FAR}";</style>',
        f'<svg><use href="{FAR}#a"/></svg>',
    ],
)
def test_a_request_to_another_host_is_a_fault(tmp_path: Path, body: str) -> None:
    write_site(tmp_path, {"index.html": write_page(body)})
    faults = self_contained.check(tmp_path, URL)
    assert len(faults) == 1
    assert "asks cdn.example.com, another host" in faults[0]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("index.html", write_page('<img src="data:image/gif;base64,R0" alt="">')),
        ("index.html", write_page('<a href="data:text/html,x">a</a>')),
        ("s.css", "p { background: url(data:image/gif;base64,R0) }"),
    ],
)
def test_a_data_address_is_a_fault(tmp_path: Path, path: str, text: str) -> None:
    write_site(tmp_path, {"index.html": write_page(), path: text})
    faults = self_contained.check(tmp_path, URL)
    assert len(faults) == 1
    assert faults[0].startswith(path)
    assert "is a data: address" in faults[0]


def test_a_folder_without_pages_is_a_fault(tmp_path: Path) -> None:
    assert self_contained.check(tmp_path, URL) == [f"{tmp_path}: no HTML page at all"]
