"""An e-mail address as evidence.

Why: Evidence is an opaque reference, such as an order's number: an e-mail address is personal data
that the files have no need of ({eu-limits}).

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    provenance:
      verification: order
      evidence: marie@example.com

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    provenance:
      verification: order
      evidence: order 2026-0113
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule
from ambassade.rules.contact import holds_email

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R109",
    "evidence-is-email",
    Level.ERROR,
    # The address itself is not told: messages end up in logs that many may read.
    N_("provenance.evidence is an e-mail address."),
    N_("Write a reference instead, such as the order's number."),
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every review's evidence."""
    for review in catalogue.records.reviews:
        if review.provenance.evidence and holds_email(review.provenance.evidence):
            yield RULE.at(review.place("provenance.evidence"))
