"""Checks of a built site, whoever built it: they read its files and know nothing of Ambassade.

Each check takes the output folder and the site's public address, and returns one line a fault.
No fault, no line: `assert CHECKS["links"](output, "https://x.org/sub") == []`.
"""

from collections.abc import Callable
from pathlib import Path

from tests.site_checks import (
    feeds,
    html_validity,
    json_ld,
    links,
    self_contained,
    sitemaps,
    vocabulary,
)

CHECKS: dict[str, Callable[[Path, str], list[str]]] = {
    "feeds": feeds.check,
    "html_validity": html_validity.check,
    "json_ld": json_ld.check,
    "links": links.check,
    "self_contained": self_contained.check,
    "sitemaps": sitemaps.check,
    "vocabulary": vocabulary.check,
}
