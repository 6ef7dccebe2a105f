"""First name and initial, of whatever an editor typed as a name."""

from __future__ import annotations

import pytest

from ambassade.shown_name import first_name_and_initial


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Marie Dupont", "Marie D."),
        ("Dupont, Marie", "Marie D."),
        ("Marie Dupont (Nantes)", "Marie D."),
        ("Jean-Luc de la Tour", "Jean-Luc T."),
        ("山田太郎", "山."),
        ("山田 太郎", "太郎 山."),
        ("Cher", "Cher"),
    ],
)
def test_the_family_name_is_not_shown(name: str, shown: str) -> None:
    assert first_name_and_initial(name) == shown
