"""An item of a type with stars that bears the company's name.

Why: Reviews of the company itself get no stars, however they are embedded, and a company that is
called a Product misleads ({google-review}; {google-policies}).

Bad:
    # file: reviews/kettle/item.yaml
    type: Product
    name: Kettle works
    collection: complete

Good:
    # file: reviews/kettle/item.yaml
    type: Organization
    name: Kettle Works
    collection: complete
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.catalogue import type_of
from ambassade.problem import N_, Level, Rule
from ambassade.text import collapse, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem
    from ambassade.public import Item

RULE = Rule(
    "E103",
    "company-as-item",
    Level.OFF,
    N_("{name} is the company's name, and the type is {type}."),
    N_(
        "Never retype the company to have stars: make it an Organization or a LocalBusiness. If it "
        "truly is something of that name, say so in REVIEW_RULES, with the reason."
    ),
    under={"google": Level.WARNING},
)
BY_ITEM = True


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the names of every item that may show stars."""
    company = catalogue.settings.company
    own = {_fold(name) for name in (company.name, company.legal_name) if name}
    for item in catalogue.records.items:
        kind = type_of(item)
        if kind is None or not kind.shows_stars:
            continue
        taken = [(key, name) for key, name in _names_of(item) if _fold(name) in own]
        if taken:
            key, name = taken[0]
            yield RULE.at(item.place(key), name=name, type=item.type)


def _names_of(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the item's names, in whatever language, by their keys."""
    yield "name", item.name
    for tag, named in item.translations.items():
        if named.name:
            yield f"translations.{tag}.name", named.name


def _fold(name: str) -> str:
    return collapse(fold(name))
