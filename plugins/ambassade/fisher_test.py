"""Fisher's exact test, one-sided: how likely chance puts so many low ones among those drawn."""

from __future__ import annotations

from fractions import Fraction
from math import comb


def chance_of_at_least(low_drawn: int, drawn: int, low: int, total: int) -> Fraction:
    """Return the exact chance of `low_drawn` low ones or more among `drawn`, blindly drawn of `total`.

    `low` of the `total` are low: the upper tail of the hypergeometric distribution.
    """
    high = total - low
    first = max(low_drawn, drawn - high, 0)
    term = comb(low, first) * comb(high, drawn - first)
    ways = 0
    # Each term follows from the one before: binomials of thousands, each anew, would take seconds.
    for k in range(first, min(low, drawn) + 1):
        ways += term
        term = term * (low - k) * (drawn - k) // ((k + 1) * (high - drawn + k + 1))
    return Fraction(ways, comb(total, drawn))
