"""A file's name, and so an address, that names the author.

Why: A consent may be withdrawn and a name must then leave the site ({eu-consent}; {eu-erasure}); an
address stays, in links, search engines and archives.

Bad:
    # file: reviews/kettle/2026-05-15-why-marie-loves-it.yaml
    author: Marie Dupont
    reviewBody: It boils water.

Good:
    # file: reviews/kettle/2026-05-15-why-we-love-it.yaml
    author: Marie Dupont
    reviewBody: It boils water.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule
from ambassade.rules.name_words import name_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R108",
    "slug-names-person",
    Level.ERROR,
    N_("The file's name has “{word}” in it, which is part of the author's name."),
    N_("Rename the file after the review's title, or with four random letters: {example}."),
)
BY_ITEM = True
# Without vowels four letters make no word, and no name but by chance.
LETTERS = "bcdfghjklmnpqrstvwxz"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the file's name of every review, whatever its author allows to be shown."""
    for review in catalogue.records.reviews:
        names = name_words(review.author.name)
        found = next((word for word in review.slug.split("-") if word in names), None)
        if found:
            day = review.identifier.removesuffix(review.slug)
            example = f"{day}{_four_letters(review.key)}.yaml"
            yield RULE.at(review.place(), word=found, example=example)


def _four_letters(key: str) -> str:
    """Return letters that look random and are always the same for the same review."""
    digest = sha256(key.encode()).digest()
    return "".join(LETTERS[byte % len(LETTERS)] for byte in digest[:4])
