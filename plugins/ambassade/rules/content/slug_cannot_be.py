"""A page or story whose slug cannot be an address.

Why: An address is read aloud, copied and typed: small letters, digits and hyphens survive that
(RFC 3986 has everything else escaped or case-sensitive).

Bad:
    # file: content/stories/a-faster-tea.md
    Title: A faster tea
    Slug: A_faster_tea
    Date: 2026-05-20

Good:
    # file: content/stories/a-faster-tea.md
    Title: A faster tea
    Slug: a-faster-tea
    Date: 2026-05-20
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ambassade.paths.reserved_names import is_reserved
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem
    from ambassade.public import StaticPage, Story

RULE = Rule(
    "A202",
    "slug-cannot-be",
    Level.ERROR,
    N_("The slug {slug} cannot be an address."),
    N_("Add a line `Slug:` to the header, of small letters, digits and hyphens."),
    fixed=True,
)
BY_ITEM = True
EMPTY = N_("The title has no letter or digit to make an address of.")
TOO_LONG = N_("The slug {slug} has more than {longest} characters.")
RESERVED = N_("Windows can make no folder of the slug {slug}.")
LONGEST = 150
_SLUG = re.compile("[a-z0-9-]+")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the slug of every page and story."""
    everything: list[StaticPage | Story] = [*catalogue.records.pages, *catalogue.records.stories]
    for written in everything:
        place = written.place("slug" if "slug" in written.places else "title")
        if not _SLUG.fullmatch(written.slug):
            yield RULE.at(place, fact="" if written.slug else EMPTY, slug=written.slug)
        elif len(written.slug) > LONGEST:
            yield RULE.at(place, fact=TOO_LONG, slug=written.slug, longest=LONGEST)
        elif is_reserved(written.slug):
            yield RULE.at(place, fact=RESERVED, slug=written.slug)
