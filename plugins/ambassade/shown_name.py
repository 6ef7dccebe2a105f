"""A person's name as far as it is shown by default: first name and initial."""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile

_EAST_ASIAN = (
    "CJK",
    "HANGUL",
    "HIRAGANA",
    "KATAKANA",
    "HALFWIDTH KATAKANA",
    "HALFWIDTH HANGUL",
    "IDEOGRAPHIC",  # such as the second character of 佐々木
    "MIDDLE DOT",  # between the parts of a foreign name
)

_TITLES = frozenset(("dr", "dre", "mr", "mrs", "ms", "miss", "mme", "mlle", "prof"))
_FEWEST_CAPITALS = 3  # "JP Martin" has two initials in front
_JOINING = frozenset(("and", "et"))
_BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]")
# What parts the words of a name that is typed without a space, as user names are: "marie.dupont".
_GLUE = re.compile(
    r"(?<=[^\W_])[_/|+\u200b]+(?=[^\W\d_])|(?<=[^\W_]{2})\.(?=[^\W\d_]{2})|(?<=\.)(?=[^\W\d_]{2})"
)
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"))


def first_name_and_initial(name: str) -> str:
    """Return `Marie D.` of `Marie Dupont`, `Dupont, Marie`, `Marie_Dupont` and `Marie Dupont (Nantes)`.

    `DUPONT Marie` has its family name in front. Behind a title a single name is a family name: `Mr D.`.
    A single name stays; but one in Chinese, Japanese or Korean holds the family name too, and only
    its first character stays. Where such a name has a space, the family name comes first.
    """
    words = [word for word in first_name_first(name).split() if any(map(str.isalnum, word))]
    if not words:
        return next(iter(name.split()), "")
    first, last = words[0], words[-1]
    if len(words) == 1:
        return f"{first[0]}." if _is_east_asian(first) and len(first) > 1 else first
    if all(map(_is_east_asian, words)):
        first, last = last, first
    initial = next(char for char in unicodedata.normalize("NFC", last) if char.isalnum())
    return f"{first} {initial.upper()[0]}."


def first_name_first(name: str) -> str:
    """Return first name and family name: no title, no brackets, `Dupont, Marie` turned round."""
    bare = _GLUE.sub(" ", _BRACKETS.sub(" ", name).replace(";", ","))
    if len(bare.split()) == 1:
        bare = " ".join((*_titles_in_brackets(name), bare))
    before, _, after = bare.partition(",")
    # "Dupont, Marie" is turned; of "Marie Dupont, director" the name stands before the comma.
    turned = f"{after} {before}" if len(before.split()) == 1 and after.strip() else before
    words = turned.split()
    title = words[:1]
    while len(words) > 1 and words[0].rstrip(".").lower() in _TITLES | _JOINING:
        words.pop(0)
    while len(words) > 1 and words[-1].rstrip(".").lower() in _SUFFIXES:
        words.pop()
    if len(words) == 1 and title != words:
        words = title + words
    return " ".join(_turn_capitals(words))


def _titles_in_brackets(name: str) -> list[str]:
    """Return what is said of a name that stands alone: in `Dupont (Mme)` it is a family name."""
    told = [each[1:-1].strip() for each in _BRACKETS.findall(name)]
    return [each for each in told if each.rstrip(".").lower() in {*_TITLES, "m"}]


def _turn_capitals(words: list[str]) -> list[str]:
    """Return `Jean DE` of `DE LA TOUR Jean`: a family name in capitals that stands before the first name."""
    capitals = [*takewhile(str.isupper, words)]
    behind = words[len(capitals) :]
    written = "".join(capitals)
    if not behind or behind[0].upper() == behind[0] or "." in written:
        return words
    if sum(map(str.isalpha, written)) < _FEWEST_CAPITALS:
        return words
    return [behind[0], capitals[0]]


def _is_east_asian(word: str) -> bool:
    return all(unicodedata.name(char, "").startswith(_EAST_ASIAN) for char in word)
