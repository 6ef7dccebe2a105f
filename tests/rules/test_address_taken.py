"""Two pages at one address, or one where others want a folder: found in whatever addresses there are."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from ambassade.addresses import file_of
from ambassade.catalogue import make_catalogue
from ambassade.disclose_site import disclose_site
from ambassade.model import Records
from ambassade.page import PageLine
from ambassade.page_lines import PageLines
from ambassade.paths.folded_path import fold_path
from ambassade.rules.site.address_taken import check
from tests.catalogue.records import TODAY, make_settings

if TYPE_CHECKING:
    from ambassade.public_site import PublicSite

STEPS = st.sampled_from(
    ["a", "A", "b", "é", "e\u0301", "Σ", "σ", "ς", "index.html", "feeds", "Robots.txt"]
)
ADDRESSES = st.builds(
    lambda steps, end: "/".join(steps) + (end if steps else ""),
    st.lists(STEPS, max_size=3),
    st.sampled_from(["/", ""]),
)


def _make_site() -> PublicSite:
    return disclose_site(make_catalogue(Records(), make_settings(), TODAY))


def _describe(address: str) -> PageLine:
    return PageLine(
        kind="page",
        language="en",
        address=address,
        title=address,
        indexable=True,
        modified=None,
        is_further=False,
        shows_stars=False,
        place=None,
    )


def _meet(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")


@given(st.lists(ADDRESSES, max_size=5))
def test_a_fault_is_told_where_two_files_meet_and_nowhere_else(addresses: list[str]) -> None:
    site = _make_site()
    lines = PageLines({}, [_describe(each) for each in addresses])
    ours = ["_headers", "robots.txt", "sitemap.xml"]
    feeds = [site.settings.addresses.of_feed(each) for each in site.settings.languages]
    files = [fold_path(file_of(each)) for each in (*addresses, *ours, *feeds)]
    does_any = any(_meet(one, other) for one, other in combinations(files, 2))
    assert bool([*check(site, lines)]) == does_any
