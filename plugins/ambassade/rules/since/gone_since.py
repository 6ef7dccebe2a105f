"""A review that was published at a revision and is gone, its rating, or its line of the lock.

Why: Whoever takes out reviews that were published passes off what is left as all of them
({us-suppression}; {eu-checked}), and can take out the lines of the lock too. The history of git
still knows both.

Bad:
    # file: before/reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.

Good:
    # file: before/reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
    # file: reviews/verbatim.lock
    kettle/2026-05-14-saved-us-a-week forgotten=2026-05-30
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Place, Rule
from ambassade.source.lock_reader import LOCK_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.problem import Problem
    from ambassade.since import Since

RULE = Rule(
    "V106",
    "gone-since",
    Level.ERROR,
    N_("This review was published at {revision}, and its file is gone."),
    N_(
        "Bring the file back, with another `status` if it is not to be shown; "
        "where its author is to be forgotten, say: ambassade forget {review}."
    ),
    fixed=True,
)
RATING = N_("This review was forgotten since {revision}, and its rating is gone with it.")
KEEP_RATING = N_("Bring the file back, then say: ambassade forget {review}. That keeps the rating.")
LINE = N_("The lock of {review} is gone; at {revision} it was there.")
PUT_LINE_BACK = N_("Put the line back as git has it.")


def check(since: Since) -> Iterator[Problem]:
    """Look for the file and the line of every review; one that was moved has both elsewhere."""
    gone = since.gone()
    for key, now in gone.items():
        if now is None:
            yield RULE.at(Place(f"reviews/{key}.yaml"), review=key, revision=since.revision)
    for key, _was, stub in since.stubs():
        if stub is None:
            place, fact, remedy = Place(f"reviews/{key}.yaml"), RATING, KEEP_RATING
            yield RULE.at(place, fact=fact, remedy=remedy, review=key, revision=since.revision)
    moved = since.moved_stubs().keys()
    for key in sorted(since.former_lock.keys() - since.lock.keys() - gone.keys() - moved):
        place, revision = Place(LOCK_FILE), since.revision
        yield RULE.at(place, fact=LINE, remedy=PUT_LINE_BACK, review=key, revision=revision)
