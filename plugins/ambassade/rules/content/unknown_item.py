"""A story about an item that there is not.

Why: A story links to its item's page, and its markup names the item by that page (Google Search
Central, structured data guidelines); a link that leads nowhere helps nobody.

Bad:
    # file: content/stories/a-faster-tea.md
    Title: A faster tea
    Date: 2026-05-20
    Item: ketle

Good:
    # file: content/stories/a-faster-tea.md
    Title: A faster tea
    Date: 2026-05-20
    Item: kettle
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "T101",
    "unknown-item",
    Level.ERROR,
    N_("There is no item {item}."),
    N_("Write the name of a folder under reviews/."),
)
CLOSEST = N_("Did you mean {closest}?")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the item of every story."""
    for story in catalogue.records.stories:
        # A folder with reviews whose item.yaml cannot be read has been told already.
        if story.item is None or story.item in catalogue.items or story.item in catalogue.by_item:
            continue
        known = catalogue.items.keys() | catalogue.by_item.keys()
        place = story.place("item")
        closest = difflib.get_close_matches(story.item.lower(), sorted(known), 1, 0.6)
        if closest:
            yield RULE.at(place, remedy=CLOSEST, item=story.item, closest=closest[0])
        else:
            yield RULE.at(place, item=story.item)
