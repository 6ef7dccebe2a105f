"""Pieces of pages that are the same wherever they stand, rendered once.

A review stands on its item's page, on a page for each facet that it has, on the wall and at its
topics. In: a macro and what it is called with. Out: what the macro gives, made on the first call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

MOST_KEPT = 4096
_BY_VALUE = (str, int, type(None))


def make_once() -> Callable[..., Markup]:
    """Return `once(macro, *values)` for the templates of one language.

    A macro that came by `{% from … import … %}` sees nothing but its arguments and what is the same
    on every page: the same values give the same piece. Texts and numbers are the same when they are
    equal, anything else when it is one object.
    """
    kept: dict[tuple[object, ...], tuple[tuple[object, ...], Markup]] = {}

    def once(macro: Callable[..., Markup], /, *values: object) -> Markup:
        key = (
            id(macro),
            *(value if isinstance(value, _BY_VALUE) else (id(value),) for value in values),
        )
        found = kept.get(key)
        if found is None:
            if len(kept) >= MOST_KEPT:
                kept.clear()
            # With its values: while they are kept, no other object can have their number.
            found = kept[key] = ((macro, *values), macro(*values))
        return found[1]

    return once
