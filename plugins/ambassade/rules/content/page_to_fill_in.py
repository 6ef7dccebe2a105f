"""A page or story with texts in brackets that are still to be filled in, such as the legal notice.

Why: The legal notice says who publishes the site and who hosts it ({fr-notice}); the page on privacy
says what is kept of those who wrote. `ambassade init` leaves brackets where it cannot know, and so
does `ambassade new story`. In a story, where quotations have brackets, only a paragraph of its own
counts. Links, footnotes, code, `[sic]` and `[…]` are none either.

Bad:
    # file: content/pages/legal-notice.md
    Title: Legal notice

    Publisher: [name and legal form of the company], 12 Kettle Lane.

Good:
    # file: content/pages/legal-notice.md
    Title: Legal notice

    Publisher: Kettle Works Ltd, 12 Kettle Lane. See [how we work](https://example.com).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule
from ambassade.rules.content import sample_published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "S106",
    "page-to-fill-in",
    Level.OFF,
    N_("The page still has texts in brackets to fill in, this one the first of {count}."),
    N_("Fill them in, and take the brackets away."),
    under={"fr": Level.ERROR, "eu": Level.WARNING, "google": Level.WARNING},
)
BY_ITEM = True
STORY = N_("The story still has texts in brackets to fill in, this one the first of {count}.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every static page and story that is published; the sample is told by its own rule."""
    for page in catalogue.records.pages:
        if page.blanks:
            yield RULE.at(page.blanks[0], count=len(page.blanks))
    for story in catalogue.records.stories:
        if story.blanks and story.slug != sample_published.STORY:
            yield RULE.at(story.blanks[0], fact=STORY, count=len(story.blanks))
