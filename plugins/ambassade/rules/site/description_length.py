"""A page's description that says too little, or more than search engines show.

Why: A description tells people what they will find on the page ({google-snippets}). No rule sets a
length; by custom 50 to 160 characters serve. What an item or a story says at length is cut at a word
by itself. A review's page quotes the customer and is left alone.

Bad:
    # file: reviews/kettle/item.yaml
    type: Product
    name: Kettle
    collection: complete
    description: It boils.

Good:
    # file: reviews/kettle/item.yaml
    type: Product
    name: Kettle
    collection: complete
    description: A kettle of enamelled steel that boils two litres of water on any stove.
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    TAGLINE = "Every review that we received of our kettles, good and bad, word for word."
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule
from ambassade.rules.site_words import places_of_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ambassade.page import Page
    from ambassade.problem import Problem
    from ambassade.public_site import PublicSite

FEWEST, MOST = 50, 160
RULE = Rule(
    "E108",
    "description-length",
    Level.OFF,
    N_("The page's description has {length} characters: “{description}”."),
    N_("Say in {fewest} to {most} characters what one finds there."),
    under={"google": Level.WARNING},
)
MISSING = N_("The page has no description of its own, only “{description}”.")


def check(site: PublicSite, pages: Sequence[Page]) -> Iterator[Problem]:
    """Look at the descriptions that an editor of the company can change."""
    for page, places in places_of_words(site, pages):
        length = len(page.description)
        if not FEWEST <= length <= MOST:
            yield RULE.at(
                places.description,
                fact="" if places.has_description else MISSING,
                fewest=FEWEST,
                most=MOST,
                length=length,
                description=page.description,
            )
