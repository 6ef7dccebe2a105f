"""A keyword that leaves nothing to make an address of.

Why: Every topic has a page, whose address is made of the keyword's letters and digits.

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    keywords: ["★★★"]

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    keywords: [speed]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.paths.reserved_names import is_reserved
from ambassade.problem import N_, Level, Rule
from ambassade.text import slugify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "K101",
    "keyword-cannot-be",
    Level.ERROR,
    N_("The keyword {keyword} has no letter or digit to make an address of."),
    N_("Write a word."),
    fixed=True,
)
BY_ITEM = True
TOO_LONG = N_("The keyword {keyword} has more than {longest} characters.")
SHORTEN = N_("Write a word or two.")
RESERVED = N_("Windows can make no folder of the keyword {keyword}.")
ANOTHER = N_("Write another word.")
LONGEST = 150


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every keyword of every review."""
    for review in catalogue.records.reviews:
        for keyword in review.keywords:
            slug = slugify(keyword)
            if not slug.strip("-_"):
                yield RULE.at(review.place("keywords"), keyword=keyword)
            elif len(slug) > LONGEST:
                told = {"keyword": keyword, "longest": str(LONGEST)}
                yield RULE.at(review.place("keywords"), fact=TOO_LONG, remedy=SHORTEN, **told)
            elif is_reserved(slug):
                told = {"keyword": keyword}
                yield RULE.at(review.place("keywords"), fact=RESERVED, remedy=ANOTHER, **told)
