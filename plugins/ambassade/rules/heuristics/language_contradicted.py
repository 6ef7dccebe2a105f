"""Words in another language than the file says.

Why: The language decides which page of the site shows a review, how it is read aloud and how it is
found ({google-review}). A wrong one is most often no more than forgotten: `inLanguage` is the site's
language where nobody writes it.

Bad:
    author: Marie Dupont
    reviewBody: L'eau bout en deux minutes et la bouilloire s'arrête toute seule, sans aucun bruit.

Good:
    author: Marie Dupont
    inLanguage: fr
    reviewBody: L'eau bout en deux minutes et la bouilloire s'arrête toute seule, sans aucun bruit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule
from ambassade.words.language_detector import detector_version
from ambassade.words.language_of_text import (
    find_language,
    group_of,
    is_known,
    is_plainly,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.kept.remembered import Memory
    from ambassade.problem import Problem

RULE = Rule(
    "H102",
    "language-contradicted",
    Level.WARNING,
    N_("The words look like “{found}”, and the review's language is “{tag}”."),
    N_("Write the language of the words, such as inLanguage: {found}."),
)
TRANSLATION = N_("The words look like “{found}”, and stand as the translation into “{tag}”.")
MOVE = N_("Write the translation under the language that it is in.")
# Its detector takes as long to load as all the others to look.
SLOW = True
_VERSION = "H102.1"


def check(catalogue: Catalogue, memory: Memory) -> Iterator[Problem]:
    """Look at the words of every review and of their translations."""
    for review in catalogue.records.reviews:
        tag = review.in_language
        found = _contradicts(tag, review.review_body, memory)
        if found:
            place = review.place("inLanguage", "reviewBody")
            yield RULE.at(place, found=found, tag=tag)
        for tag, words in review.translations.items():
            found = _contradicts(tag, words.review_body, memory)
            if found:
                place = review.place(f"translations.{tag}.reviewBody", f"translations.{tag}")
                yield RULE.at(place, fact=TRANSLATION, remedy=MOVE, found=found, tag=tag)


def _contradicts(tag: str, text: str | None, memory: Memory) -> str:
    """Return the language that `text` is in if it is surely not the one of `tag`, else nothing."""
    if not text or is_plainly(tag, text):
        return ""
    group, rule = group_of(tag), f"{_VERSION} {detector_version()}"
    return str(memory.recall(rule, f"{group}\n{text}", lambda: _find_other(group, text)))


def _find_other(group: str, text: str) -> str:
    found = find_language(text)
    return found if found and group_of(found) != group and is_known(group) else ""
