"""A named review that does not say for which company its author speaks.

Why: Between companies a review is worth what the company behind it is: readers who cannot see it
are easily misled ({eu-business}).

Bad:
    author: Marie Dupont
    reviewBody: It boils water.

Good:
    author:
      name: Marie Dupont
      worksFor: Nantes Tea House
    reviewBody: It boils water.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R127",
    "works-for-missing",
    Level.OFF,
    N_("The review is shown with its author's name, and author.worksFor is missing."),
    N_("Add worksFor with the company that the author works for."),
    under={"b2b": Level.WARNING},
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the author of every published review that is the site's own and not anonymous."""
    for review in catalogue.records.reviews:
        # What was typed but cannot be read has been told already.
        if review.status == "published" and not review.was_typed("author.worksFor"):
            is_own = review.provenance.publisher is None
            is_customer = review.provenance.relationship == "customer"
            if is_own and is_customer and review.author.display != "anonymous":
                yield RULE.at(review.place("author.name", "author"))
