"""A locked review whose rating counted, and that now tells an origin for which it does not.

Why: An average counts every genuine rating ({us-suppression}; {eu-fake}). Whoever names a customer
family, or a review of one's own another site's, takes the rating out of it without a trace.

Bad:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewRating: 1
    reviewBody: It boils water.
    provenance:
      relationship: family
    # file: reviews/verbatim.lock
    kettle/2026-05-14-saved-us-a-week words=d5abab9dd8af88008feddd50caa6c085 rating=6414063f611c3f9473723ab34ee296a9 author=df607458eedd524811347b0951bf23f9 dates=ec9a2ff0e010d0244293d5111eac562a counts=yes corrections=- locked=2026-05-15

Good:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewRating: 1
    reviewBody: It boils water.
    # file: reviews/verbatim.lock
    kettle/2026-05-14-saved-us-a-week words=d5abab9dd8af88008feddd50caa6c085 rating=6414063f611c3f9473723ab34ee296a9 author=df607458eedd524811347b0951bf23f9 dates=ec9a2ff0e010d0244293d5111eac562a counts=yes corrections=- locked=2026-05-15
"""  # noqa: E501 - a line of the lock is as long as it is

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.catalogue import may_count
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "V109",
    "counts-no-more",
    Level.WARNING,
    N_("When it was locked, the rating counted; now `relationship` is {relationship}."),
    N_(
        "Put it back. If it is so, say why in REVIEW_RULES, "
        "with `only: {review}`; the policy page shows the reason."
    ),
    under={"fr": Level.ERROR, "eu": Level.ERROR, "us": Level.ERROR, "uk": Level.ERROR},
)
BY_ITEM = True
PUBLISHER = N_("When it was locked, the rating counted; now a `publisher` was added.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the origin of every rated review whose rating was one for an average."""
    for review in catalogue.records.reviews:
        entry = catalogue.records.lock.get(review.key)
        if entry is None or not entry.counts or may_count(review) or not review.review_rating:
            continue
        if review.provenance.publisher:
            place = review.place("provenance.publisher")
            yield RULE.at(place, fact=PUBLISHER, review=review.key)
        else:
            place, relationship = (
                review.place("provenance.relationship"),
                review.provenance.relationship,
            )
            yield RULE.at(place, relationship=relationship, review=review.key)
