"""The first day of a site: begun, checked, built, served, edited, broken and mended, as one sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Browser, expect

from tests.ambassade_command import run
from tests.patience import PATIENCE
from tests.rules.sample_site import write_file
from tests.served_site import start_serving

if TYPE_CHECKING:
    from pathlib import Path

REVIEW = """\
# yaml-language-server: $schema=../review.schema.json
author: Marie Dupont
reviewRating: 4
reviewBody: It kept the rain out.
consent: {given: 2026-05-14, scope: [text]}
"""
NAME = "reviews/our-product/2026-05-14-kept-the-rain-out.yaml"


def test_a_site_is_begun_served_edited_broken_and_mended(tmp_path: Path, browser: Browser) -> None:
    run("init", "shop", "--company", "Rain & Sons", cwd=tmp_path, check=0)
    site = tmp_path / "shop"
    assert "0 errors" in run("check", "--on", "2026-06-01", cwd=site, check=0).stderr
    run("build", "--on", "2026-06-01", cwd=site, check=0)
    assert "Rain &amp; Sons" in (site / "output/index.html").read_text(encoding="utf-8")
    expect.set_options(timeout=PATIENCE * 1000)
    with start_serving(site) as served, browser.new_context() as context:
        tab = context.new_page()
        tab.goto(f"{served.address}reviews/our-product/")
        expect(tab.get_by_text("It kept the rain out.")).to_have_count(0)
        write_file(site, NAME, REVIEW.encode())
        expect(tab.get_by_text("It kept the rain out.")).to_be_visible()
        expect(tab.get_by_text("Marie D.", exact=True).first).to_be_visible()
        write_file(site, NAME, REVIEW.replace("Rating: 4", "Rating: 4,5").encode())
        expect(tab.get_by_role("alert")).to_contain_text(f"{NAME}:3:15")
        expect(tab.get_by_role("alert")).to_contain_text("Write 4.5, with a decimal point.")
        write_file(site, NAME, REVIEW.replace("Rating: 4", "Rating: 4.5").encode())
        expect(tab.get_by_role("alert")).to_have_count(0)
        expect(tab.get_by_text("4.5 out of 5 stars").first).to_be_attached()
