"""A proof says nothing of a person: no name, no number to call, no address to write to (C108)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ambassade.problem import Level
from ambassade.rules.severity import judge
from tests.rules.sample_site import find_problems, read_site, tell, write_samples, write_site

if TYPE_CHECKING:
    from pathlib import Path


def _tell(folder: Path, evidence: str, name: str = "Marie-Ève Dupont") -> list[str]:
    write_site(folder)
    write_samples(
        f'author: "{name}"\nreviewBody: Warm.\nprovenance: {{evidence: "{evidence}"}}\n', folder
    )
    return tell(find_problems(folder), "C108")


@pytest.mark.parametrize(
    "evidence",
    ["order-dupont", "DUPONT 7", "mail_of_marie", "2026/ève/3", "eve-12"],
)
def test_a_word_of_the_name_is_told_and_not_repeated(tmp_path: Path, evidence: str) -> None:
    (line,) = _tell(tmp_path, evidence)
    assert line.startswith("reviews/kettle/2026-05-14-saved-us-a-week.yaml:3:24: ")
    assert "has part of the author's name in it." in line
    assert evidence not in line


@pytest.mark.parametrize(
    "evidence",
    [
        "+33 6 12 34 56 78", "+33612345678", "06 12 34 56 78", "06.12.34.56.78", "0612345678",
        "tel. 020 7946 0958", "+1 (202) 555-0143", "(202) 555-0143", "tel-0612345678",
    ],
)  # fmt: skip
def test_a_telephone_number_is_told(tmp_path: Path, evidence: str) -> None:
    (line,) = _tell(tmp_path, evidence)
    assert "looks like a telephone number." in line
    assert evidence not in line


@pytest.mark.parametrize(
    "evidence",
    ["0123456789", "INV 0612345678", "ticket #0240123456", "PO 030 1234567",
     "facture 01 23 45 67 89", "2026-1234"],
)  # fmt: skip
def test_the_number_of_an_order_is_none(tmp_path: Path, evidence: str) -> None:
    assert _tell(tmp_path, evidence) == []


@pytest.mark.parametrize(
    "evidence", ["zed@example", "zed (at) example.org", "zed at example dot org"]
)
def test_an_e_mail_address_in_disguise_is_told(tmp_path: Path, evidence: str) -> None:
    (line,) = _tell(tmp_path, evidence)
    assert "looks like an e-mail address." in line


@pytest.mark.parametrize(
    "evidence",
    [
        "order-7f3a91", "20260514-0012", "2026-05-14", "INV 2026-000123", "00012345678", "4711",
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "contract-12/2025", "dupe-42", "someone@example.org",
        "look at order 7", "CMD-100200300",
    ],
)  # fmt: skip
def test_a_reference_is_left_alone(tmp_path: Path, evidence: str) -> None:
    assert _tell(tmp_path, evidence) == []


@pytest.mark.parametrize("profile", ["eu", "fr", "uk", "us", "google"])
def test_a_law_on_personal_data_makes_it_an_error(tmp_path: Path, profile: str) -> None:
    _tell(tmp_path, "order-dupont")
    conf = tmp_path / "pelicanconf.py"
    conf.write_text(f"{conf.read_text()}REVIEW_PROFILES = ['{profile}']\n")
    settings = read_site(tmp_path)[0].settings
    levels = [one.level for one in judge(find_problems(tmp_path), settings) if one.code == "C108"]
    assert levels == [Level.ERROR if profile in {"eu", "fr", "uk"} else Level.WARNING]
