"""An author's name in which a letter of one script passes for one of another.

Why: A Cyrillic “а” looks like a Latin one. Such a name cannot be searched for or compared, and it is a
way to sign twice without being noticed: no name of a person is written so ({eu-fake}; {google-review}).

Bad:
    author: Mаrie Dupont
    reviewBody: It boils water.

Good:
    author: Мария Dupont
    reviewBody: It boils water.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.kept.remembered import Memory
    from ambassade.problem import Problem

RULE = Rule(
    "H103",
    "look-alike-name",
    Level.WARNING,
    N_(
        "The author's name {name} has “{letter}” ({script}) in it, which looks like another "
        "script's letter."
    ),
    N_("Write the whole name in one script."),
)
_SCRIPTS = {
    "LATIN": Word(N_("Latin")),
    "GREEK": Word(N_("Greek")),
    "CYRILLIC": Word(N_("Cyrillic")),
}
_WORD = re.compile(r"[^\W\d_]+")


def check(catalogue: Catalogue, _memory: Memory) -> Iterator[Problem]:
    """Look at every word of every author's name."""
    for review in catalogue.records.reviews:
        name = review.author.name
        for word in () if name.isascii() else _WORD.findall(name):
            found = _find_look_alike(word)
            if found:
                place = review.place("author.name", "author")
                yield RULE.at(place, name=name, letter=found[0], script=found[1])
                break


def _find_look_alike(word: str) -> tuple[str, Word] | None:
    """Return the letter of a word in two scripts that passes for one of its main script; None: none."""
    scripts = Counter(_script_of(letter) for letter in word)
    if len(scripts.keys() & _SCRIPTS.keys()) < 2:  # noqa: PLR2004 - a mixture is of two
        return None
    # The table of look-alikes is large: only a mixed name waits for it.
    from confusable_homoglyphs.confusables import is_confusable  # noqa: PLC0415

    main = max(_SCRIPTS, key=lambda script: scripts[script])
    found = is_confusable(word, greedy=True, preferred_aliases=[main]) or []
    letters = [one["character"] for one in found if one["alias"] in _SCRIPTS]
    return (letters[0], _SCRIPTS[_script_of(letters[0])]) if letters else None


@cache
def _script_of(letter: str) -> str:
    """Return the script of a letter as the names of Unicode begin: `CYRILLIC` of `а`."""
    return unicodedata.name(letter, "").partition(" ")[0]
