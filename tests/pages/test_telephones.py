"""A telephone number is shown as it was typed, and its link rings up whom it means (RFC 3966)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("typed", "dialled"),
    [
        ("02 40 00 00 00", "0240000000"),
        ("+33 (0)2.40.00.00.00", "+33240000000"),
        ("0033 (0)2 40 00 00 00", "0033240000000"),
        ("+33\u00a02\u202f40 00 00 00", "+33240000000"),
        ("081/22 33 44", "081223344"),
        ("(01) 234-5678", "01234-5678"),
    ],
)
def test_the_link_of_a_telephone_number_rings_it_up(
    tmp_path: Path, typed: str, dialled: str
) -> None:
    write_site(tmp_path)
    item = f"type: LocalBusiness\nname: Tea\ncollection: complete\ntelephone: {typed}\n"
    write_file(tmp_path, "reviews/tea/item.yaml", item.encode())
    run("build", "--on", "2026-06-01", cwd=tmp_path, check=0)
    page = (tmp_path / "output/reviews/tea/index.html").read_text(encoding="utf-8")
    assert f'<a href="tel:{dialled}">{typed}</a>' in page


def test_read_from_the_right_a_number_and_an_address_keep_their_order(tmp_path: Path) -> None:
    write_site(tmp_path)
    settings = SETTINGS.replace('["en", "fr"]', '["en", "he"]')
    write_file(tmp_path, "pelicanconf.py", settings.encode())
    item = (
        "type: LocalBusiness\nname: Tea\ncollection: complete\ntelephone: +33 2 40 00 00 00\n"
        "address: {streetAddress: 12 quai X, addressLocality: Nantes}\n"
    )
    write_file(tmp_path, "reviews/tea/item.yaml", item.encode())
    run("build", "--on", "2026-06-01", cwd=tmp_path, check=0)
    page, hebrew = (
        (tmp_path / f"output/{way}reviews/tea/index.html").read_text(encoding="utf-8")
        for way in ("", "he/")
    )
    assert '<a href="tel:+33240000000">+33 2 40 00 00 00</a>' in page
    assert '<a href="tel:+33240000000" dir="ltr">+33 2 40 00 00 00</a>' in hebrew
    assert "<dd>12 quai X, Nantes</dd>" in page
    assert "<dd><bdi>12 quai X, Nantes</bdi></dd>" in hebrew
