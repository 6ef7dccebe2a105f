"""A person's name as far as it is shown by default: first name and initial."""

from __future__ import annotations

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
    """Return `Marie D.` of `Marie Dupont`. A single name stays.

    Of one in Chinese, Japanese or Korean, which holds the family name too, only the first
    character stays.
    """
    words = [word for word in name.split() if any(char.isalnum() for char in word)]
    if not words:
        return next(iter(name.split()), "")
    first, last = words[0], words[-1]
    if len(words) == 1:
        return f"{first[0]}." if _is_east_asian(first) and len(first) > 1 else first
    initial = next(char for char in unicodedata.normalize("NFC", last) if char.isalnum())
    return f"{first} {initial.upper()[0]}."


def _is_east_asian(word: str) -> bool:
    return all(unicodedata.name(char, "").startswith(_EAST_ASIAN) for char in word)
