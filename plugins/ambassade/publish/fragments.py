"""Pieces of pages that are the same wherever they stand, rendered once.

A review stands on its item's page, on a page for each facet that it has, on the wall and at its
topics. In: a macro and what it is called with. Out: what the macro gives, made on the first call.

A macro that came by `{% from … import … %}` sees nothing but its arguments and what is the same on
every page: the same values give the same piece. Texts, whole numbers and days are the same when
they are equal, anything else when it is one object.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from ambassade.publish.lean_code import mark

if TYPE_CHECKING:
    from markupsafe import Markup

MOST_KEPT = 4096
Key = tuple[object, ...]
# What it was made of, the macro first, and what that gave.
Piece = tuple[tuple[object, ...], "Markup"]
# Called with the macro's values; None where it has nothing.
Lender = Callable[..., str | None]
# Not true and false, which are equal to 1 and 0.
_BY_VALUE = frozenset({str, int, date})


class Fragments:
    """The pieces of one language. A call of it is `once(macro, *values)`."""

    def __init__(self) -> None:
        self._kept: dict[Key, Piece] = {}
        self._same: dict[Key, Piece] = {}
        self._lenders: dict[int, tuple[object, Lender]] = {}

    def __call__(self, macro: Callable[..., Markup], /, *values: object) -> Markup:
        """Return what `macro` gives."""
        # Nearly all come as the same objects again; to look at their types takes as long as the rest.
        same = (id(macro), *map(id, values))
        found = self._same.get(same)
        if found is None:
            lent = self._borrow(macro, values)
            if lent is not None:  # and is kept there
                return lent
            # Its own values are kept with it, and not those that are equal.
            found = _keep(self._same, same, (macro, *values), self._find(macro, values))
        return found[1]

    def _find(self, macro: Callable[..., Markup], values: tuple[object, ...]) -> Markup:
        if _BY_VALUE.isdisjoint(map(type, values)):
            return macro(*values)
        key = _key_of(macro, values)
        found = self._kept.get(key)
        if found is None:
            found = _keep(self._kept, key, (macro, *values), macro(*values))
        return found[1]

    def _borrow(self, macro: Callable[..., Markup], values: tuple[object, ...]) -> Markup | None:
        lender = self._lenders.get(id(macro))
        piece = lender[1](*values) if lender else None
        return None if piece is None else mark(piece)

    def borrow(self, macro: Callable[..., Markup], lend: Lender) -> None:
        """Let `lend` give what the macro made in another process, or before."""
        self._lenders[id(macro)] = macro, lend


def _keep(kept: dict[Key, Piece], key: Key, made_of: tuple[object, ...], piece: Markup) -> Piece:
    """Keep a piece with what it is made of: while that is kept, no other object can have its number."""
    if len(kept) >= MOST_KEPT:
        kept.clear()
    kept[key] = made_of, piece
    return kept[key]


def _key_of(macro: Callable[..., Markup], values: tuple[object, ...]) -> Key:
    return id(macro), *[value if type(value) in _BY_VALUE else (id(value),) for value in values]
