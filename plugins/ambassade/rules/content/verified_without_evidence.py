"""A verification of which there is no evidence.

Why: No check may be claimed that was not made ({eu-checked}; {fr-checked}). The evidence is a
reference to the company's own files, such as an order's number; it is never published.

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    provenance:
      verification: order

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    provenance:
      verification: order
      evidence: order-1a2b
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R115",
    "verified-without-evidence",
    Level.ERROR,
    N_("provenance.verification is {method}, and evidence is missing."),
    N_("Add evidence, such as an order's number: it is never published. Or delete verification."),
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the verification of every review that is or will be shown."""
    for review in catalogue.records.reviews:
        origin = review.provenance
        # Evidence that was typed but cannot be read has been told already.
        if origin.verification == "none" or review.was_typed("provenance.evidence"):
            continue
        if review.status in {"published", "pending"}:
            place = review.place("provenance.verification")
            yield RULE.at(place, method=origin.verification)
