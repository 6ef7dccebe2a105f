"""Two pages of one language with the same title.

Why: A title says what its page is about, not as another page's ({google-titles}). Titles of reviews
are their customers' own, and two may choose the same.

Bad:
    # file: content/stories/kettles.md
    Title: Kettles at sea
    Date: 2026-05-01

    They float.
    # file: content/stories/more-kettles.md
    Title: Kettles at sea
    Date: 2026-05-02
    Slug: more-kettles

    They still float.

Good:
    # file: content/stories/kettles.md
    Title: Kettles at sea
    Date: 2026-05-01

    They float.
    # file: content/stories/more-kettles.md
    Title: Kettles at sea, a year later
    Date: 2026-05-02

    They still float.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Place, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.page import PageLine
    from ambassade.page_lines import PageLines
    from ambassade.problem import Problem
    from ambassade.public_site import PublicSite

_REVIEW = "review"
RULE = Rule(
    "E110",
    "duplicate-title",
    Level.OFF,
    N_("The page's title “{title}” is also that of {other}."),
    N_("Say in each title what its page alone is about."),
    under={"google": Level.WARNING},
)


def check(site: PublicSite, lines: PageLines) -> Iterator[Problem]:
    """Look at the titles of all pages that search engines may show; all end with the site's name."""
    seen: dict[tuple[str, str], PageLine] = {}
    # Among themselves reviews may have one title: they are their customers' own.
    for page in lines.list_titled(alone=_REVIEW):
        other = seen.setdefault((page.language, page.title), page)
        if other is not page and not page.kind == other.kind == _REVIEW:
            yield _tell(page, other, site)


def _tell(page: PageLine, other: PageLine, site: PublicSite) -> Problem:
    # A customer's title is not ours to change.
    told = page if page.place and page.kind != _REVIEW else other
    told = told if told.place else page
    rival = other if told is page else page
    place = told.place or Place(site.settings.file)
    named = rival.place.file if rival.place else f"/{rival.address}"
    return RULE.at(place, title=told.title, other=named)
