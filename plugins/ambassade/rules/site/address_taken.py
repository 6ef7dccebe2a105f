"""Two pages that want the same address.

Why: One address is one page: of two, one would be lost.

Bad:
    # file: content/pages/kettle.md
    Title: How we make kettles

    Slowly.
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    ADDRESSES = {"item": "{item}/", "page": "{page}/"}
    SLUGIFY_SOURCE = "basename"

Good:
    # file: content/pages/kettle.md
    Title: How we make kettles

    Slowly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.addresses import file_of
from ambassade.problem import N_, Level, Place, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ambassade.page import PageLine
    from ambassade.problem import Problem
    from ambassade.public_site import PublicSite

RULE = Rule(
    "A301",
    "address-taken",
    Level.ERROR,
    N_("The address /{address} is taken by {other}."),
    N_("Choose another."),
    fixed=True,
)


def check(site: PublicSite, lines: Sequence[PageLine]) -> Iterator[Problem]:
    """Look at the file of every planned page; upper and lower case are one, as on some disks."""
    files = [file_of(page.address).casefold() for page in lines]
    seen = dict(zip(reversed(files), reversed(lines), strict=True))
    if len(seen) < len(files):
        for file, page in zip(files, lines, strict=True):
            if seen[file] is not page:
                yield _tell(page, seen[file], site)
    # Nearly all are an index.html, which hardly a folder is called: they are in nobody's way.
    tops = {file.partition("/")[0] for file in files if not file.endswith("index.html")}
    for file, page in seen.items():
        if "index.html/" in file or file.partition("/")[0] in tops:
            yield from (_tell(page, seen[above], site) for above in _above(file) if above in seen)


def _above(file: str) -> Iterator[str]:
    """Yield the folders that a file lies in."""
    above = file.rpartition("/")[0]
    while above:
        yield above
        above = above.rpartition("/")[0]


def _tell(page: PageLine, other: PageLine, site: PublicSite) -> Problem:
    told = page if page.place else other
    rival = other if told is page else page
    place = told.place or Place(site.settings.file)
    named = rival.place.file if rival.place else rival.title
    return RULE.at(place, address=page.address, other=named)
