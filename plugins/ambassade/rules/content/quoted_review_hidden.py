"""A story that quotes a review whose words may not be shown today.

Why: A consent that ended ends everywhere, in a story too ({eu-consent}; {eu-erasure}).

Bad:
    # file: reviews/kettle/2026-05-15-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
    status: pending
    # file: content/stories/a-faster-tea.md
    Title: A faster tea
    Date: 2026-05-20
    Reviews: kettle/2026-05-15-saved-us-a-week

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

from typing import TYPE_CHECKING

from ambassade.consent import leaves_on, parts_shown
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.model import Review
    from ambassade.problem import Place, Problem

RULE = Rule(
    "T103",
    "quoted-review-hidden",
    Level.WARNING,
    N_("{review} is quoted here, but its words may not be shown today."),
    N_("Take it out of reviews, and its words out of the story's text."),
)
NOT_PUBLISHED = N_("{review} is quoted here, but its status is {status}.")
LEFT = N_(
    "{review} is quoted here, and its words leave the site on {day}: the quotation leaves this page "
    "by itself, but not what the story's own text says of it."
)
FORGOTTEN = N_(
    "{review} is quoted here, and was forgotten on {day}: the quotation leaves this page by itself, "
    "but not what the story's own text says of it."
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every review that a story quotes."""
    for story in catalogue.records.stories:
        place = story.place("reviews")
        for key in story.reviews:
            review, entry = catalogue.reviews.get(key), catalogue.records.lock.get(key)
            if entry is not None and entry.forgotten:
                yield RULE.at(place, fact=FORGOTTEN, review=key, day=entry.forgotten)
            elif review is not None:
                yield from _check_review(review, place, catalogue)


def _check_review(review: Review, place: Place, catalogue: Catalogue) -> Iterator[Problem]:
    months = catalogue.settings.retention_months
    if parts_shown(review, catalogue.today, months):
        return
    day = leaves_on(review, months)
    fact = "" if day is None or day > catalogue.today else LEFT
    if review.status != "published":
        fact = NOT_PUBLISHED
    yield RULE.at(place, fact=fact, review=review.key, status=review.status, day=day)
