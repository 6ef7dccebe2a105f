"""A story that quotes a review that there is not.

Why: A quotation must have its source: the review, on record, word for word ({eu-fake}).

Bad:
    # file: reviews/kettle/2026-05-15-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
    # file: content/stories/a-faster-tea.md
    Title: A faster tea
    Date: 2026-05-20
    Reviews: kettle/2026-05-15-saved-us-a-weak

Good:
    # file: reviews/kettle/2026-05-15-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
    # file: content/stories/a-faster-tea.md
    Title: A faster tea
    Date: 2026-05-20
    Reviews: kettle/2026-05-15-saved-us-a-week
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "T102",
    "unknown-review",
    Level.ERROR,
    N_("There is no review {review}."),
    N_("Write the review's folder and file name without .yaml, as in kettle/2026-05-14-well-made."),
)
CLOSEST = N_("Did you mean {closest}?")
PARTED = N_("Separate the reviews by commas: {list}.")
_BREAKS = re.compile(r"[\s;]+")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every review that a story quotes; of one that was forgotten T103 tells."""
    lock = catalogue.records.lock
    for story in catalogue.records.stories:
        place = story.place("reviews")
        for key in story.reviews:
            if key in catalogue.reviews or (key in lock and lock[key].forgotten):
                continue
            several = [one for one in _BREAKS.split(key) if one]
            if len(several) > 1 and all("/" in one for one in several):
                yield RULE.at(place, remedy=PARTED, review=key, list=", ".join(several))
                continue
            closest = difflib.get_close_matches(key.lower(), catalogue.reviews, 1, 0.6)
            if closest:
                yield RULE.at(place, remedy=CLOSEST, review=key, closest=closest[0])
            else:
                yield RULE.at(place, review=key)
