"""An author's name that is a slogan or an address.

Why: A review needs the valid name of a person or an organization, shorter than 100 characters; a
slogan is no name ({google-review}).

Bad:
    author: 50% off everything
    reviewBody: It boils water.

Good:
    author: Marie Dupont
    reviewBody: It boils water.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule
from ambassade.rules.contact import holds_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R107",
    "slogan-as-name",
    Level.ERROR,
    N_("The author's name {name} has “{mark}” in it."),
    N_("Write the name of the person or organization, and nothing else."),
)
BY_ITEM = True
ADDRESS = N_("The author's name {name} has an address in it.")
TOO_LONG = N_("The author's name has {length} characters; 99 are accepted at most.")
_LONGEST = 99
_MARKS = "%!"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every author's name."""
    for review in catalogue.records.reviews:
        name = review.author.name
        place = review.place("author.name", "author")
        mark = _find_mark(name)
        if len(name) > _LONGEST:
            yield RULE.at(place, fact=TOO_LONG, length=len(name))
        elif holds_address(name):
            yield RULE.at(place, fact=ADDRESS, name=name)
        elif mark:
            yield RULE.at(place, name=name, mark=mark)


def _find_mark(name: str) -> str:
    """Return the first character of a slogan, full-width forms as the usual ones."""
    # Some signs of currencies are letters to NFKC: U+FDFC, the rial's.
    signs = name + unicodedata.normalize("NFKC", name)
    return next(
        (sign for sign in signs if sign in _MARKS or unicodedata.category(sign) == "Sc"), ""
    )
