"""Something was given for a review, and the policy does not speak of it.

Why: The review policy says whether anything is given in exchange for reviews ({fr-beside};
{uk-reviews}; {us-endorsement}).

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    provenance:
      incentive: 10 % off the next order

Good:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    REVIEW_POLICY = {"incentives": "Who writes a review gets 10 % off, whatever the rating."}
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
    provenance:
      incentive: 10 % off the next order
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule
from ambassade.rules.content.incentive_unclear import gives_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R112",
    "incentive-not-in-policy",
    Level.WARNING,
    N_("Something was given for this review, and REVIEW_POLICY.incentives says nothing."),
    N_("Say in REVIEW_POLICY.incentives what is given for reviews, to whom, on what terms."),
    under=dict.fromkeys(("fr", "eu", "us", "uk"), Level.ERROR),
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Tell the first published review with an incentive, where the policy has no word on them."""
    if catalogue.settings.review_policy.incentives.texts:
        return
    for review in catalogue.records.reviews:
        is_told = review.status == "published" and review.is_rewarded
        if is_told and not gives_nothing(review.provenance.incentive):
            yield RULE.at(review.place("provenance.incentive"))
            return
