"""An incentive that asked for praise.

Why: Nothing may be given in exchange for praise: such a review is no genuine one ({us-incentive};
{eu-fake}).

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    provenance:
      incentive: 10 % off the next order
      incentiveCondition: positive

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    status: withheld
    withheldFor: illegal
    provenance:
      incentive: 10 % off the next order
      incentiveCondition: positive
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R113",
    "incentive-for-praise",
    Level.ERROR,
    N_("incentiveCondition is positive: praise was asked for in exchange, which no law allows."),
    N_("Write `status: withheld` and `withheldFor: illegal`; correct the key if it is not so."),
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the condition of every review that is or will be shown."""
    for review in catalogue.records.reviews:
        is_positive = review.provenance.incentive_condition == "positive"
        if is_positive and review.status in {"published", "pending"}:
            yield RULE.at(review.place("provenance.incentiveCondition"))
