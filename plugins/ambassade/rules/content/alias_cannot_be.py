"""A former address that is no path of this site.

Why: An alias becomes a page of its own at the former address; outside the site there is no place
to put it.

Bad:
    # file: reviews/kettle/item.yaml
    type: Product
    name: Kettle
    collection: complete
    aliases: https://example.com/products/kettle?id=7

Good:
    # file: reviews/kettle/item.yaml
    type: Product
    name: Kettle
    collection: complete
    aliases: /products/kettle/
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ambassade.paths.reserved_names import is_reserved
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "A203",
    "alias-cannot-be",
    Level.ERROR,
    N_("The alias {alias} is no path of this site."),
    N_(
        "Write the path alone, such as /products/kettle/: letters, digits and . _ ~ - are "
        "allowed, 150 of them between two slashes."
    ),
    fixed=True,
)
BY_ITEM = True
RESERVED = N_("The alias {alias} has a name in it that Windows can make no folder of.")
LEAVE_OUT = N_("Leave it out.")
LONGEST = 150
_PATH = re.compile(r"/?(?:[A-Za-z0-9._~-]+(?:/[A-Za-z0-9._~-]+)*/?)?")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every alias."""
    for item in catalogue.records.items:
        for alias in item.aliases:
            parts = alias.split("/")
            is_long = max(map(len, parts)) > LONGEST
            if not _PATH.fullmatch(alias) or {".", ".."} & set(parts) or is_long:
                yield RULE.at(item.place("aliases"), alias=alias)
            elif any(map(is_reserved, parts)):
                yield RULE.at(item.place("aliases"), fact=RESERVED, remedy=LEAVE_OUT, alias=alias)
