"""A person's name as far as it is shown by default: first name and initial."""

from __future__ import annotations

import unicodedata


def first_name_and_initial(name: str) -> str:
    """Return `Marie D.` of `Marie Dupont`. A single name stays.

    Of one in Chinese, Japanese or Korean, which holds the family name too, only the first
    character stays.
    """
    words = [word for word in name.split() if any(char.isalnum() for char in word)]
    if not words:
        return ""
    first, last = words[0], words[-1]
    if len(words) == 1:
        return f"{first[0]}." if _is_east_asian(first) and len(first) > 1 else first
    initial = next(char for char in unicodedata.normalize("NFC", last) if char.isalnum())
    return f"{first} {initial.upper()}."


def _is_east_asian(word: str) -> bool:
    names = (unicodedata.name(char, "") for char in word)
    return all(name.startswith(("CJK", "HANGUL", "HIRAGANA", "KATAKANA")) for name in names)
