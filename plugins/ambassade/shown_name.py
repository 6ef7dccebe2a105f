"""A person's name as far as it is shown by default: first name and initial."""

from __future__ import annotations

import re
import unicodedata

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


def first_name_and_initial(name: str) -> str:
    """Return `Marie D.` of `Marie Dupont`, `Dupont, Marie` and `Marie Dupont (Nantes)`.

    A single name stays; but one in Chinese, Japanese or Korean holds the family name too, and only
    its first character stays. Where such a name has a space, the family name comes first.
    """
    words = [word for word in _first_name_first(name).split() if any(map(str.isalnum, word))]
    if not words:
        return next(iter(name.split()), "")
    first, last = words[0], words[-1]
    if len(words) == 1:
        return f"{first[0]}." if _is_east_asian(first) and len(first) > 1 else first
    if all(map(_is_east_asian, words)):
        first, last = last, first
    initial = next(char for char in unicodedata.normalize("NFC", last) if char.isalnum())
    return f"{first} {initial.upper()[0]}."


def _first_name_first(name: str) -> str:
    """Return a name without what stands in brackets, and with what stood before a comma at its end."""
    bare = re.sub(r"\([^)]*\)|\[[^]]*\]", " ", name)
    family, comma, given = bare.partition(",")
    is_turned = comma and "," not in given and given.strip()
    return f"{given} {family}" if is_turned else bare


def _is_east_asian(word: str) -> bool:
    return all(unicodedata.name(char, "").startswith(_EAST_ASIAN) for char in word)
