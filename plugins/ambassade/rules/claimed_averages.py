"""Averages that a text states in words: "4.9/5", "4,9 sur 5", "4.8 out of 5", "★ 4.9".

A bare "4/5" may be a fraction ("4/5 of our customers") or a day: it takes a decimal, or a word
such as "rated" or "stars" beside it. "2.5/5 cm" is a size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from ambassade.catalogue import mean
from ambassade.rounding import round_half_up

if TYPE_CHECKING:
    from collections.abc import Collection

_FIVE = 5
_VALUE = r"(?<![\w.,/])(?P<value>\d{1,2}(?:[.,]\d{1,2})?)"
_DECIMAL = r"(?<![\w.,/])(?P<value>\d[.,]\d{1,2})"
_STARS = r"(?:stars?\b|[ée]toiles?\b|[★⭐]+)"
_UNIT = r"\s*(?:(?:mm|cm|m|km|in|inch(?:es)?|g|kg|ml|cl|l|h|min|kw|w|v|bar)\b|[%€$£°″\"])"
_OF = rf"\s*(?:{_STARS}\s*)?(?:/|out\s+of|of|sur)\s*(?P<scale>5|10|20)(?:[.,]0)?(?![\w/]|[.,]\d|{_UNIT})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_VALUE}{_OF}(?:\s*{_STARS})?",
        rf"{_DECIMAL}[\s-]*{_STARS}",
        rf"[★⭐]\s*{_DECIMAL}(?![\d/]|[.,]\d|{_UNIT})",
    )
)
_BESIDE = re.compile(
    rf"\b(?:rat(?:ed|ing|ings)|average|score|not[ée]+e?s?|notes?|moyenne)\b|{_STARS}", re.IGNORECASE
)
_NEAR = 25


@dataclass(frozen=True, slots=True)
class Claimed:
    """An average as a text states it: the words, the value and its scale."""

    words: str
    value: Decimal
    scale: int

    @property
    def on_five(self) -> Fraction:
        """The value on a scale up to 5."""
        return Fraction(self.value) * _FIVE / self.scale

    def fits(self, values: Collection[Fraction]) -> bool:
        """Tell whether it is the average of `values`, as pages show it or as exact as it was typed."""
        shown = mean(values)
        if shown is None:
            return False
        typed = max(1, -int(self.value.as_tuple().exponent))
        exact = sum(values, Fraction()) / len(values) * self.scale / _FIVE
        as_typed = Fraction(round_half_up(exact * 10**typed), 10**typed)
        return self.on_five == Fraction(shown) or as_typed == Fraction(self.value)


def find_averages(text: str) -> list[Claimed]:
    """Return the averages that `text` states, none twice, in no order."""
    found: dict[int, Claimed] = {}
    for form in _FORMS:
        for match in form.finditer(text):
            claimed = _to_claim(match)
            if claimed and 1 <= claimed.on_five <= _FIVE:
                found.setdefault(match.start("value"), claimed)
    return list(found.values())


def _to_claim(match: re.Match[str]) -> Claimed | None:
    typed = match["value"].replace(",", ".")
    near = match.string[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    if "." not in typed and not _BESIDE.search(near):
        return None
    scale = match.groupdict().get("scale") or _FIVE
    return Claimed(match[0], Decimal(typed), int(scale))
