"""Rounding half up: of two whole numbers as near, the greater."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import floor


@lru_cache(maxsize=1024)
def round_half_up(value: Fraction) -> int:
    """Return the whole number nearest to `value`; of two, the greater."""
    return floor(value + Fraction(1, 2))
