"""The check of sitemaps finds what it is for."""

from pathlib import Path

import pytest

from tests.site_checks import sitemaps
from tests.site_checks.tiny_site import URL, write_site

HEAD = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
HOME = f"<url><loc>{URL}/</loc><lastmod>2026-06-09</lastmod></url>"


def check_text(folder: Path, text: str) -> str:
    """The faults of a site with this sitemap, as one text."""
    return "\n".join(sitemaps.check(write_site(folder, {"sitemap.xml": text}), URL))


def test_a_sound_sitemap_has_no_fault(tmp_path: Path) -> None:
    post = f"<url><loc>{URL}/a/</loc><lastmod>2026-06-09T08:00:00+02:00</lastmod></url>"
    assert check_text(tmp_path, f"{HEAD}{HOME}{post}<url><loc>{URL}/b/</loc></url></urlset>") == ""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (f"{HEAD}{HOME}", "not well-formed"),
        (f"<urlset>{HOME}</urlset>", "no sitemap"),
        (f"{HEAD}</urlset>", "has no entry"),
        (f"{HEAD}{HOME}{HOME}</urlset>", "is there 2 times"),
        (f"{HEAD}{HOME.replace('/sub', '')}</urlset>", f"is not within {URL}"),
        (f"{HEAD}{HOME.replace(URL, '')}</urlset>", f"is not within {URL}"),
        (f"{HEAD}<url></url></urlset>", "'' is not within"),
        (f"{HEAD}{HOME.replace('2026-06-09', '2026-02-30')}</urlset>", "is no date"),
        (f"{HEAD}{HOME.replace('2026-06-09', '9 June')}</urlset>", "is no date"),
        (f"{HEAD}{HOME.replace('2026-06-09', '2026-06-09T08:00')}</urlset>", "is no date"),
    ],
)
def test_what_the_protocol_forbids_is_a_fault(tmp_path: Path, text: str, fault: str) -> None:
    assert fault in check_text(tmp_path, text)


def test_a_sitemap_index_is_judged_too(tmp_path: Path) -> None:
    text = f"{HEAD}<sitemap><loc>https://y.org/s.xml</loc></sitemap></urlset>"
    assert "is not within" in check_text(tmp_path, text.replace("urlset", "sitemapindex"))


def test_a_sitemap_that_is_too_big_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "MAX_BYTES", 100)
    monkeypatch.setattr(sitemaps, "MAX_ADDRESSES", 1)
    faults = check_text(tmp_path, f"{HEAD}{HOME}{HOME.replace('sub/', 'sub/a/')}</urlset>")
    assert "has 2 addresses, more than 1" in faults
    assert "bytes, more than 100" in faults
