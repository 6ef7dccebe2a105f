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
from ambassade.rules.site_words import places_of_words, tell_language

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
    N_("{page} has a description of {length} characters: “{description}”."),
    N_("Say in {fewest} to {most} characters what one finds there."),
    under={"google": Level.WARNING},
)
BY_ITEM = True
IN_LANGUAGE = N_(
    "{page}, in {language}, has a description of {length} characters: “{description}”."
)
MISSING = N_("{page} has no description of its own.")
MISSING_IN = N_("{page}, in {language}, has no description of its own.")

_ITS_HEADER = N_("Write Summary in its header, of {fewest} to {most} characters.")
_REMEDIES = {
    "home": N_("Write TAGLINE in the settings, of {fewest} to {most} characters."),
    "item": N_("Write {key} in this file, of {fewest} to {most} characters."),
    "story": _ITS_HEADER,
    "page": _ITS_HEADER,
}


def check(site: PublicSite, pages: Sequence[Page]) -> Iterator[Problem]:
    """Look at the descriptions that an editor of the company can change."""
    for page, places in places_of_words(site, pages):
        length, has_one = len(page.description), places.has_description
        if FEWEST <= length <= MOST:
            continue
        fact, in_language = ("", IN_LANGUAGE) if has_one else (MISSING, MISSING_IN)
        # What the home page lacks, it lacks in every language: it is told once.
        in_all = not has_one and page.kind == "home"
        yield RULE.at(
            places.description,
            fact=fact if in_all or len(site.settings.languages) == 1 else in_language,
            remedy="" if has_one else _REMEDIES[page.kind],
            page=places.page,
            fewest=FEWEST,
            most=MOST,
            **({} if in_all else {"language": tell_language(page.language)}),
            **({"length": length, "description": page.description} if has_one else {}),
            **({} if has_one else {"key": places.key}),
        )
