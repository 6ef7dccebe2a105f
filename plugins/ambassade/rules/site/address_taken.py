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

from bisect import bisect_left
from itertools import chain, islice
from operator import eq
from typing import TYPE_CHECKING

from ambassade.addresses import file_of
from ambassade.page import PageLine
from ambassade.paths.folded_path import fold_path
from ambassade.problem import N_, Level, Place, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ambassade.page_lines import PageLines
    from ambassade.problem import Problem
    from ambassade.public_site import PublicSite

# What stands at the top of every site beside its pages.
_OURS = ("_headers", "robots.txt", "sitemap.xml")
_TOGETHER = 1000
# In an address of a folder this is not named.
_INDEX = "index.html"
RULE = Rule(
    "A301",
    "address-taken",
    Level.ERROR,
    N_("The address /{address} is taken by {other}."),
    N_("Choose another."),
    fixed=True,
)


def check(site: PublicSite, lines: PageLines) -> Iterator[Problem]:
    """Look at the file of every planned page and feed, and at ours; letters' case is one as on some disks."""
    ours, feeds = [*map(_describe_ours, _OURS)], [*_list_feeds(site)]
    others = (one.address for one in (*ours, *feeds))
    if _may_meet(chain(lines.list_addresses(), others)):
        yield from _compare([*ours, *lines, *feeds], site)


def _may_meet(addresses: Iterator[str]) -> bool:
    """Tell whether two of these addresses may be one file, or a file and a folder: nearly always none are.

    Of a hundred thousand each is asked for as little as can be, and no more of them kept.
    """
    ordered = list[str]()
    while some := [*islice(addresses, _TOGETHER)]:
        folded = fold_path("\n".join(some))
        if _INDEX in folded:
            return True
        ordered += folded.split("\n")
    # Those of an item follow one another already.
    ordered.sort()
    if any(map(eq, ordered, islice(ordered, 1, None))):
        return True
    return any(_holds_another(ordered, one) for one in ordered if one[-1:] not in {"", "/"})


def _holds_another(named: Sequence[str], file: str) -> bool:
    """Tell whether a file is where one of these addresses, sorted, wants a folder."""
    folder = f"{file}/"
    number = bisect_left(named, folder)
    return number < len(named) and named[number].startswith(folder)


def _compare(lines: Sequence[PageLine], site: PublicSite) -> Iterator[Problem]:
    files = [fold_path(file_of(page.address)) for page in lines]
    seen = dict(zip(reversed(files), reversed(lines), strict=True))
    for file, page in zip(files, lines, strict=True):
        if seen[file] is not page:
            yield _tell(page, seen[file], site)
    for folder in _folders_of(files) & seen.keys():
        for file, page in seen.items():
            if file.startswith(f"{folder}/"):
                yield _tell(page, seen[folder], site)


def _list_feeds(site: PublicSite) -> Iterator[PageLine]:
    at = site.settings.addresses
    for language in site.settings.languages:
        yield _describe_feed(language, at.of_feed(language))
        for item in site.items:
            place = Place(item.item.file)
            yield _describe_feed(language, at.of_item_feed(language, item.slug), place)


def _describe_ours(name: str) -> PageLine:
    return _describe_file(name, "Ambassade")


def _describe_feed(language: str, address: str, place: Place | None = None) -> PageLine:
    return _describe_file(address, f"/{address}", language, place)


def _describe_file(
    address: str, title: str, language: str = "", place: Place | None = None
) -> PageLine:
    return PageLine(
        kind="file",
        language=language,
        address=address,
        title=title,
        indexable=False,
        modified=None,
        is_further=False,
        shows_stars=False,
        place=place,
    )


def _folders_of(files: Iterable[str]) -> set[str]:
    """Return all folders that files lie in."""
    found: set[str] = set()
    lowest = {file.rpartition("/")[0] for file in files}
    while lowest:
        found |= lowest
        lowest = {folder.rpartition("/")[0] for folder in lowest} - found
    return found - {""}


def _tell(page: PageLine, other: PageLine, site: PublicSite) -> Problem:
    told = other if other.place and not page.place else page
    rival = other if told is page else page
    place = told.place or site.settings.place("ADDRESSES")
    named = rival.place.file if rival.place else rival.title
    return RULE.at(place, address=page.address, other=named)
