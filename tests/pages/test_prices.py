"""A price is shown as it was typed: with no decimal less than the structured data has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ambassade_command import run
from tests.rules.sample_site import SETTINGS, write_file

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
ITEM = """\
type: Product
name: {name}
collection: complete
offers: {{price: {price}, priceCurrency: {currency}}}
"""
SHOWN = {
    ("19.999", "EUR"): ("€19.999", "19,999\u00a0€"),
    ("19.990", "EUR"): ("€19.99", "19,99\u00a0€"),
    ("19", "EUR"): ("€19.00", "19,00\u00a0€"),
    ("1234567.89", "JPY"): ("¥1,234,567.89", "1\u202f234\u202f567,89\u00a0JPY"),
    ("1234", "JPY"): ("¥1,234", "1\u202f234\u00a0JPY"),
    ("0.000001", "USD"): ("$0.000001", "0,000001\u00a0$US"),
}


def test_a_price_is_shown_with_all_decimals_that_were_typed(tmp_path: Path) -> None:
    write_file(tmp_path, "pelicanconf.py", SETTINGS.encode())
    for number, (price, currency) in enumerate(SHOWN):
        item = ITEM.format(name=f"Kettle {number}", price=price, currency=currency)
        write_file(tmp_path, f"reviews/kettle-{number}/item.yaml", item.encode())
    run("build", *DAY, cwd=tmp_path, check=0)
    for number, shown in enumerate(SHOWN.values()):
        for folder, written in zip(("", "fr/"), shown, strict=True):
            page = tmp_path / f"output/{folder}reviews/kettle-{number}/index.html"
            assert f"<strong>{written}</strong>" in page.read_text(encoding="utf-8")
