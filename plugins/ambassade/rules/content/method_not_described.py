"""A review is shown as verified, and the policy does not say how.

Why: Where reviews are checked, it is said how ({eu-checked}; {fr-procedure}; {uk-reviews}).

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    provenance:
      verification: order
      evidence: order-1a2b

Good:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    REVIEW_POLICY = {"verification": "Reviews of which we found the order are marked."}
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
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
    "R116",
    "method-not-described",
    Level.WARNING,
    N_("The review is shown as verified, and REVIEW_POLICY.verification says nothing."),
    N_("Say in REVIEW_POLICY.verification how it is made sure that reviews come from customers."),
    under=dict.fromkeys(("fr", "eu", "uk"), Level.ERROR),
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Tell the first published review that is marked, where the policy does not say what that is."""
    if catalogue.settings.review_policy.verification.texts:
        return
    for review in catalogue.records.reviews:
        if review.is_verified and review.status == "published":
            yield RULE.at(review.place("provenance.verification"))
            return
