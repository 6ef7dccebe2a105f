"""What is an e-mail address among evidence (R109)."""

import pytest

from tests.rules.conftest import Told

REVIEW = "author: Marie\nreviewBody: It boils.\nprovenance:\n  evidence: "


@pytest.mark.parametrize(
    "evidence", ["marie@example.com", "<marie@example.com>", "by mail from a@b.co, May", "a＠b.fr"]
)
def test_an_email_address_is_told_without_repeating_it(told: Told, evidence: str) -> None:
    (line,) = told("R109", f'{REVIEW}"{evidence}"')
    assert ":4:13: provenance.evidence is an e-mail address." in line
    assert "example" not in line


@pytest.mark.parametrize("evidence", ["order 2026-0113", "seen @ the fair", "@marie", "a@b"])
def test_a_reference_is_none(told: Told, evidence: str) -> None:
    assert told("R109", f'{REVIEW}"{evidence}"') == []


def test_a_very_long_reference_is_looked_at_quickly(told: Told) -> None:
    assert told("R109", f'{REVIEW}"{"a" * 900_000}"') == []
    assert told("R109", f'{REVIEW}"{"a@" * 400_000}"') == []
