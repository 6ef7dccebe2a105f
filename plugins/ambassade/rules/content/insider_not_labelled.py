"""A review by somebody of the company that is not labelled as such.

Why: Readers must be told clearly where an officer, an employee, an agent or a relative of theirs
wrote a review ({us-insiders}; {eu-fake}; {uk-reviews}; {eu-business}; {iso-reviews}). A labelled
one is shown and never counts.

Bad:
    author:
      name: Marie Dupont
      worksFor: Kettle Works Ltd.
    reviewBody: It boils water.

Good:
    author:
      name: Marie Dupont
      worksFor: Kettle Works Ltd.
    reviewBody: It boils water.
    provenance:
      relationship: employee
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.catalogue import counts
from ambassade.problem import N_, Level, Rule
from ambassade.rules.company import is_company_name, is_own_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R114",
    "insider-not-labelled",
    Level.WARNING,
    N_("author.worksFor is {value}, the company itself, but provenance.relationship is customer."),
    N_("Write `relationship: employee` (or family, partner) under provenance."),
    under=dict.fromkeys(("fr", "eu", "us", "uk", "b2b", "iso20488"), Level.ERROR),
)
BY_ITEM = True
# The address itself may hold a name that is not shown.
ADDRESS = N_("author.url is on the company's own site, but provenance.relationship is customer.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the employer and the address of every customer who is shown or counted."""
    settings = catalogue.settings
    for review in catalogue.records.reviews:
        is_used = counts(review) or review.status in {"published", "pending"}
        if not is_used or review.provenance.relationship != "customer":
            continue
        author = review.author
        if author.works_for and is_company_name(author.works_for, settings):
            yield RULE.at(review.place("author.worksFor"), value=author.works_for)
        elif author.url and is_own_address(author.url, settings):
            yield RULE.at(review.place("author.url"), fact=ADDRESS)
