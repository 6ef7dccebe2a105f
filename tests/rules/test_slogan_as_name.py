"""Which names are slogans (R107)."""

import json

import pytest

from tests.rules.conftest import Told


@pytest.mark.parametrize(
    "name",
    [
        "1986",
        "24601",
        "Marie D.",
        "O'Brien",
        "J.R.R. Tolkien",
        "Prof.de Vries",
        "St.John Smythe",
        "Kettles & Co.",
        "Co.Ltd",
        "Zoë @ home",
        "Ürsula Öz",
        "山田太郎",
        "x" * 99,
    ],
)
def test_a_name_is_no_slogan(told: Told, name: str) -> None:
    assert told("R107", f"author: {json.dumps(name)}\nreviewBody: It boils.") == []


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("Best kettle!", "!"),
        ("50 % off", "%"),
        ("Save 5€", "€"),
        ("$aver", "$"),
        ("Top！", "!"),
        ("﷼ Bob", "﷼"),
    ],
)
def test_a_mark_makes_a_slogan(told: Told, name: str, mark: str) -> None:
    (line,) = told("R107", f"author: {json.dumps(name)}\nreviewBody: It boils.")
    assert f"has “{mark}” in it" in line
    assert ":1:9: " in line


@pytest.mark.parametrize(
    "name",
    [
        "http://kettles.example",
        "www.kettles.example",
        "marie@example.org",
        "kettles.com",
        "Buy at kettles.de now",
        "Kettles.DE",
        "kettles.fr/shop",
    ],
)
def test_an_address_is_no_name(told: Told, name: str) -> None:
    (line,) = told("R107", f"author:\n  name: {json.dumps(name)}\nreviewBody: It boils.")
    assert "has an address in it" in line
    assert ":2:9: " in line


def test_a_hundred_characters_are_no_name_and_one_fact_is_told(told: Told) -> None:
    (line,) = told("R107", f"author: Wow! {'x' * 95}\nreviewBody: It boils.")
    assert "has 100 characters" in line


def test_whoever_answers_may_be_called_anything(told: Told) -> None:
    sample = "author: Marie\nreviewBody: It boils.\nreply: {text: Thanks, author: Kettles!}"
    assert told("R107", sample) == []
