"""The check of HTML finds what it is for: the Nu Html Checker really runs."""

from pathlib import Path

from tests.site_checks import html_validity
from tests.site_checks.tiny_site import URL, write_page, write_site


def test_one_run_finds_errors_and_warnings_and_spares_valid_pages(tmp_path: Path) -> None:
    files = {
        "index.html": write_page(),
        "error/index.html": write_page("<div><p>Never closed</p>"),
        "warning/index.html": write_page("<section><p>No heading</p></section>"),
        "feed.xml": "<not-html>",
    }
    faults = html_validity.check(write_site(tmp_path, files), URL)
    assert "error/index.html:10:5: error: Unclosed element “div”." in faults
    assert any(
        fault.startswith("warning/index.html:10:9: warning: Section lacks") for fault in faults
    )
    assert {fault.partition("/")[0] for fault in faults} == {"error", "warning"}


def test_a_folder_without_pages_is_a_fault(tmp_path: Path) -> None:
    assert html_validity.check(tmp_path, URL) == [f"{tmp_path}: no HTML page at all"]
