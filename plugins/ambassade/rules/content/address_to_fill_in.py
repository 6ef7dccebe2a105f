"""A site whose address is still the one that examples have.

Why: Pages, feeds, the sitemap and structured data give their addresses in full; at an address that
is not the site's, search engines find nothing ({google-policies}).

Bad:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    REVIEW_PROFILES = ["google"]

Good:
    # file: pelicanconf.py
    SITEURL = "https://reviews.kettle-works.example"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    REVIEW_PROFILES = ["google"]
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ambassade.fields.settings import PROFILES
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

_EXAMPLES = frozenset({"example.com", "www.example.com", "localhost", "127.0.0.1"})
RULE = Rule(
    "S105",
    "address-to-fill-in",
    Level.OFF,
    N_("SITEURL is {address}, which is nobody’s address."),
    N_("Write the address under which the world will find the site."),
    under=dict.fromkeys(PROFILES, Level.WARNING),
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the host of the site's address, where anybody asks for it."""
    settings = catalogue.settings
    if not settings.review_profiles and RULE.code not in settings.review_rules:
        return
    if urlsplit(settings.site_url).hostname in _EXAMPLES:
        yield RULE.at(settings.place("SITEURL"), address=settings.site_url)
