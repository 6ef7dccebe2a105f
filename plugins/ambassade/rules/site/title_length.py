"""A page's title that search engines cut.

Why: A title says what its page is about ({google-titles}). No rule sets a length; by custom about 60
characters are seen. The title of every page ends with the site's name, which may be cut: counted is
what stands before it. A review's title is the customer's and is left alone.

Bad:
    # file: content/stories/kettles.md
    Title: How a fishing boat from Brittany came to boil its water with our kettle on the high seas
    Date: 2026-05-01

    They float.

Good:
    # file: content/stories/kettles.md
    Title: How a fishing boat came to boil its water with our kettle
    Date: 2026-05-01

    They float.
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

MOST = 60
RULE = Rule(
    "E107",
    "title-length",
    Level.OFF,
    N_("{page} has a title of {length} characters before the site's name: “{title}”."),
    N_("Search engines show about {most}: say the same in fewer words."),
    under={"google": Level.WARNING},
)
BY_ITEM = True
IN_LANGUAGE = N_(
    "{page}, in {language}, has a title of {length} characters before the site's name: “{title}”."
)


def check(site: PublicSite, pages: Sequence[Page]) -> Iterator[Problem]:
    """Look at the titles that an editor of the company can change."""
    for page, places in places_of_words(site, pages):
        if len(page.title) > MOST:
            yield RULE.at(
                places.title,
                fact="" if len(site.settings.languages) == 1 else IN_LANGUAGE,
                page=places.page,
                language=tell_language(page.language),
                length=len(page.title),
                title=page.title,
                most=MOST,
            )
