"""The words of a person's name, as addresses and texts may hold them."""

from __future__ import annotations

import re
from functools import lru_cache

from ambassade.text import fold, fold_words

_APOSTROPHES = re.compile("['’ʼ‘´`′ʹ]")
_FEWEST = 3


@lru_cache(maxsize=1024)
def name_words(name: str) -> frozenset[str]:
    """Return the words of a name as slugs write them; O'Brien is `brien` and `obrien`."""
    words: set[str] = set()
    for form in (name, _APOSTROPHES.sub("", name), _APOSTROPHES.sub("", fold(name))):
        words.update(fold_words(form))
    return frozenset(word for word in words if sum(map(str.isalpha, word)) >= _FEWEST)
