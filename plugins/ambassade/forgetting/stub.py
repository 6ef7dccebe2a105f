"""What stays of a rated review that was forgotten: what the average needs, and nothing of a person.

In: the review on record and the day. Out: the text of its file. A published one has a consent that
was withdrawn: it counts, and is not shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.writing.yaml_text import write_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ambassade.model import Review

# None of them may be a word of the file's name, which must not name the author (R108).
_NOBODY = ("Anonymous", "Somebody", "N. N.")


def write_stub(review: Review, day: date) -> str:
    """Return the file of a review that is forgotten on `day`; of a stub, the same stub."""
    return "".join(f"{line}\n" for line in _lines(review, day))


def _lines(review: Review, day: date) -> Iterator[str]:
    yield "# yaml-language-server: $schema=../review.schema.json"
    yield f"# Forgotten on {day}: what its author wrote and was called is no longer here."
    yield f"author: {{name: {_name_nobody(review)}, display: anonymous}}"
    rating = review.review_rating
    if rating is not None:
        ends = (rating.rating_value, rating.best_rating, rating.worst_rating)
        value, best, worst = (format(each, "f") for each in ends)
        scale = f"{{ratingValue: {value}, bestRating: {best}, worstRating: {worst}}}"
        yield f"reviewRating: {value if rating.is_on_five else scale}"
    if review.was_typed("datePublished"):
        yield f"datePublished: {review.date_published}"
    yield from _tell_status(review)
    kept = {
        "publisher": write_text(review.provenance.publisher or ""),
        "relationship": review.provenance.relationship,
    }
    if not review.provenance.publisher:
        del kept["publisher"]
    if review.provenance.relationship == "customer":
        del kept["relationship"]
    if kept:
        yield "provenance:"
        yield from (f"  {key}: {value}" for key, value in kept.items())
    if review.status in {"published", "pending"}:
        yield f"consent: {_take_consent_back(review, day)}"


def _tell_status(review: Review) -> Iterator[str]:
    if review.status != "published":
        yield f"status: {review.status}"
    if review.withheld_for:
        yield f"withheldFor: {review.withheld_for}"
    if review.withdrawn:
        known = {"date": review.withdrawn.date, "by": review.withdrawn.by}
        told = ", ".join(f"{key}: {value}" for key, value in known.items() if value)
        yield f"withdrawn: {{{told}}}"


def _take_consent_back(review: Review, day: date) -> str:
    given = review.consent.given if review.consent else None
    withdrawn = review.consent.withdrawn if review.consent else None
    last = min(withdrawn, day) if withdrawn else day
    # A consent that was given after it was taken back would be a fault.
    start = f"given: {given}, " if given and given <= last else ""
    return f"{{{start}withdrawn: {last}}}"


def _name_nobody(review: Review) -> str:
    words = set(review.slug.split("-"))
    return next(name for name in _NOBODY if name.lower() not in words)
