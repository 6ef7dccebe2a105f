"""The check of Atom feeds finds what it is for."""

from pathlib import Path

import pytest

from tests.site_checks import feeds
from tests.site_checks.tiny_site import URL, write_site

ENTRY = (
    "<entry><id>urn:a</id><title>A</title><updated>2026-06-09T08:00:00Z</updated>"
    f'<link href="{URL}/a/"/><published>2026-06-09T08:00:00Z</published></entry>'
)
FEED = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:f</id><title>F</title>'
    "<updated>2026-06-09T08:00:00+02:00</updated><author><name>M</name></author>"
    f'<link rel="self" href="{URL}/atom.xml"/>{ENTRY}</feed>'
)


def check_files(folder: Path, *texts: str) -> str:
    """The faults of a site with these feeds, as one text."""
    files = {f"{i}.xml": text for i, text in enumerate(texts)}
    return "\n".join(feeds.check(write_site(folder, files), URL))


def test_sound_feeds_have_no_fault(tmp_path: Path) -> None:
    assert check_files(tmp_path, FEED, FEED.replace("urn:f", "urn:g")) == ""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("</feed>", "", "not well-formed"),
        ("http://www.w3.org/2005/Atom", "", "no Atom feed"),
        ("<id>urn:f</id>", "", "feed has not exactly one id"),
        ("<title>F</title>", "<title/>", "feed has not exactly one title"),
        ("<title>A</title>", "", "entry 1 has not exactly one title"),
        ("<title>A</title>", "<title>A</title><title>B</title>", "entry 1 has not exactly one"),
        ("08:00:00+02:00", "08:00:00", "feed updated"),
        ("<updated>2026-06-09T08:00:00Z", "<updated>2026-06-31T08:00:00Z", "entry 1 updated"),
        ("<published>2026-06-09T08:00:00Z", "<published>2026-06-09", "entry 1 published"),
        ("<author><name>M</name></author>", "", "entry 1 has no author"),
        (f'<link href="{URL}/a/"/>', "", "entry 1 has neither content nor a link"),
        ('rel="self"', 'rel="via"', "feed has no link rel=self"),
        (ENTRY, ENTRY * 2, "id 'urn:a' is there 2 times"),
    ],
)
def test_what_atom_forbids_is_a_fault(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert old in FEED
    assert fault in check_files(tmp_path, FEED.replace(old, new))


def test_two_feeds_with_one_id_are_a_fault(tmp_path: Path) -> None:
    assert "another feed has the same id 'urn:f'" in check_files(tmp_path, FEED, FEED)


def test_a_feed_that_is_too_big_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MAX_BYTES", 100)
    assert "bytes, more than 100" in check_files(tmp_path, FEED)
