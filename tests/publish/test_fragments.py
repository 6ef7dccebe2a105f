"""A piece is rendered once for the same values, and for no others."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup

from ambassade.publish.fragments import Fragments


class _Macro:
    """Counts how often it is called."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, *values: object) -> Markup:
        self.calls += 1
        return Markup("{}").format(repr(values))


def test_equal_texts_numbers_and_days_give_one_piece() -> None:
    once, macro = Fragments(), _Macro()
    for _ in range(3):
        assert once(macro, "a", 1, date(2026, 5, 1), None) == once(
            macro, "a", 1, date(2026, 5, 1), None
        )
    assert macro.calls == 1


def test_what_is_equal_and_another_thing_gives_another_piece() -> None:
    once, macro = Fragments(), _Macro()
    values: list[Any] = [1, True, 0, False, 1.0, "1", Markup("1"), None, ""]
    assert [once(macro, each) for each in values] == [macro(each) for each in values]


def test_another_object_and_another_macro_give_another_piece() -> None:
    once, macro, other = Fragments(), _Macro(), _Macro()
    first, second = SimpleNamespace(name="a"), SimpleNamespace(name="a")
    for _ in range(2):
        once(macro, first)
        once(macro, second)
        once(other, first)
    assert (macro.calls, other.calls) == (2, 1)


def test_what_is_borrowed_is_not_made() -> None:
    once, macro = Fragments(), _Macro()
    once.borrow(macro, lambda *values: "lent" if values == ("a", 2) else None)
    assert once(macro, "a", 2) == "lent"
    assert once(macro, "a") != "lent"
    assert macro.calls == 1
