"""A rating from another site that would count as the company's own.

Why: An average is of ratings that the company itself gathered; those of another site are quoted
with its name, and neither counted nor marked up ({google-review}; {fr-fair}; {eu-checked};
{us-suppression}; {uk-reviews}).

Bad:
    author: Marie Dupont
    reviewRating: 5
    provenance:
      url: https://reviews.example.org/kettle-works/17

Good:
    author: Marie Dupont
    reviewRating: 5
    provenance:
      publisher: Example Reviews
      url: https://reviews.example.org/kettle-works/17
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec.structs import replace

from ambassade.catalogue import counts
from ambassade.problem import N_, Level, Rule
from ambassade.rules.company import is_own_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.model import Review
    from ambassade.problem import Problem

RULE = Rule(
    "R120",
    "elsewhere-counted",
    Level.WARNING,
    N_("provenance.url is on another site, {host}, but provenance.publisher is missing."),
    N_("Add publisher with that site's name: the rating is then quoted and does not count."),
    under=dict.fromkeys(("google", "fr", "eu", "us", "uk"), Level.ERROR),
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the origin of every rating that counts, or will once it is published."""
    for review in catalogue.records.reviews:
        url = review.provenance.url
        # A publisher that was typed but cannot be read has been told already.
        if url is None or review.was_typed("provenance.publisher") or not _would_count(review):
            continue
        if not is_own_address(url, catalogue.settings):
            yield RULE.at(review.place("provenance.url"), host=urlsplit(url).hostname)


def _would_count(review: Review) -> bool:
    is_pending = review.status == "pending"
    return counts(replace(review, status="published") if is_pending else review)
