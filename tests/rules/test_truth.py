"""What is on record of a review is so: edges that samples cannot show (R110 to R128, D103)."""

import pytest

from tests.rules.conftest import Told
from tests.rules.truth_samples import REVIEW, write_reviews, write_settings


@pytest.mark.parametrize("value", ["Yes", "oui", "true", "1", "x", "Quelque chose", '"?"'])
def test_an_incentive_that_says_only_yes_is_told(told: Told, value: str) -> None:
    (line,) = told("R111", f"{REVIEW}provenance: {{incentive: {value}}}\n")
    assert "Write what was given" in line


@pytest.mark.parametrize(
    "value", ["no", "None", "NON", "rien", "Néant", '"-"', "–", "n/a", "0", "/"]
)
def test_a_way_of_typing_none_is_told_and_is_no_incentive(told: Told, value: str) -> None:
    (line,) = told("R111", f"{REVIEW}provenance: {{incentive: {value}}}\n")
    assert line.endswith("Write `none` where nothing was given.")
    assert told("R112", "") == []


@pytest.mark.parametrize("value", ["none", "A kettle", "10 %", "1 kettle", "un sachet de thé"])
def test_what_was_given_is_clear(told: Told, value: str) -> None:
    assert told("R111", f"{REVIEW}provenance: {{incentive: {value}}}\n") == []


def test_a_policy_without_incentives_is_told_once_and_not_for_hidden_ones(told: Told) -> None:
    given = f"{REVIEW}provenance: {{incentive: A cup}}\n"
    (line,) = told("R112", write_reviews(f"{given}status: pending\n", given, given))
    assert line.startswith("reviews/kettle/2026-05-12-a-kettle.yaml:3:25: ")


@pytest.mark.parametrize(("status", "count"), [("published", 1), ("pending", 1), ("withdrawn", 0)])
def test_praise_that_was_asked_for_is_not_shown(told: Told, status: str, count: int) -> None:
    bought = "provenance: {incentive: A cup, incentiveCondition: positive}\n"
    assert len(told("R113", f"{REVIEW}status: {status}\n{bought}")) == count


LEGAL = '"legalName": "Bouilloires de l’Île S.A.S."'


@pytest.mark.parametrize(
    ("employer", "count"),
    [
        ("KETTLE WORKS, Inc.", 1),
        ("Kettle-Works GmbH & Co. KG", 1),
        ("Bouilloires de l'Ile", 1),
        ("SAS Bouilloires de l’île", 1),
        ("Kettle Works Museum", 0),
        ("Ltd", 0),
    ],
)
def test_the_company_is_known_by_its_names_without_legal_form(
    told: Told, employer: str, count: int
) -> None:
    company = f'COMPANY = {{"name": "Kettle Works", {LEGAL}}}'
    review = f"author: {{name: Marie, worksFor: '{employer.replace(chr(39), chr(39) * 2)}'}}\n"
    sample = f"# file: reviews/kettle/2026-05-14-a.yaml\n{review}reviewBody: It boils.\n"
    assert len(told("R114", write_settings(company) + sample)) == count


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("https://example.com/team/marie", 1),
        ("https://www.example.com/", 1),
        ("https://blog.example.com/marie", 1),
        ("https://facebook.com/KettleWorks/about", 1),
        ("https://facebook.com/marie", 0),
        ("https://notexample.com/", 0),
        ("https://example.com.org/", 0),
    ],
)
def test_the_company_is_known_by_its_addresses(told: Told, address: str, count: int) -> None:
    company = 'COMPANY = {"name": "Kettle Works", "url": "https://www.facebook.com/kettleworks/"}'
    sample = f'author: {{name: Marie, url: "{address}"}}\nreviewBody: It boils.\n'
    lines = told("R114", sample + write_settings(company))
    assert len(lines) == count
    assert not any(address in line for line in lines)
    rated = f"author: Marie\nreviewRating: 5\nprovenance: {{url: '{address}'}}\n"
    assert len(told("R120", rated)) == 1 - count


def test_a_hidden_insider_whose_rating_counts_is_told(told: Told) -> None:
    insider = "author: {name: Marie, worksFor: Kettle Works}\nreviewRating: 5\nstatus: withheld\n"
    assert len(told("R114", f"{insider}withheldFor: not-selected\n")) == 1
    assert told("R114", f"{insider}withheldFor: fake\n") == []


@pytest.mark.parametrize(
    ("more", "count"),
    [("status: pending\n", 1), ("status: withheld\nwithheldFor: fake\n", 0)],
)
def test_a_pending_review_needs_its_evidence_already(told: Told, more: str, count: int) -> None:
    sample = f"{REVIEW}{more}provenance: {{verification: order, evidence: }}\n"
    assert len(told("R115", sample)) == count


def test_a_method_that_is_not_described_is_told_once(told: Told) -> None:
    verified = f"{REVIEW}provenance: {{verification: order, evidence: a1}}\n"
    (line,) = told("R116", write_reviews(REVIEW, verified, verified))
    assert line.startswith("reviews/kettle/2026-05-12-a-kettle.yaml:3:28: ")


@pytest.mark.parametrize(
    ("dates", "policy", "count"),
    [
        ("dateReceived: 2026-05-17\n", 15, 0),
        ("dateReceived: 2026-05-16\n", 15, 1),
        ("", 18, 0),
        ("", 17, 1),
        ("", '"none"', 0),
    ],
)
def test_pending_longer_than_promised_is_told_the_day_after(
    told: Told, dates: str, policy: object, count: int
) -> None:
    promise = write_settings(f'REVIEW_POLICY = {{"publicationDays": {policy}}}')
    assert len(told("R118", f"{REVIEW}status: pending\n{dates}{promise}")) == count


@pytest.mark.parametrize(
    ("record", "missing"),
    [
        ("", "withdrawn.date, withdrawn.by is"),
        ("withdrawn: {date: 2026-05-20}\n", "withdrawn.by is"),
        ("withdrawn: {by: author}\n", "withdrawn.date is"),
        ("withdrawn: {date: 2026-05-20, by: seller}\n", ""),
        ("withdrawn: 2026-05-20\n", ""),
    ],
)
def test_a_withdrawal_needs_its_date_and_its_author(told: Told, record: str, missing: str) -> None:
    lines = told("R119", f"{REVIEW}status: withdrawn\n{record}")
    assert len(lines) == bool(missing)
    assert not missing or f"The review is withdrawn, and {missing} missing." in lines[0]


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ("reviewRating: 5\n", 1),
        ("reviewRating: 5\nstatus: pending\n", 1),
        ("reviewRating: 5\nstatus: withheld\nwithheldFor: abusive\n", 1),
        ("reviewRating: 5\nstatus: withheld\nwithheldFor: fake\n", 0),
        ("", 0),
    ],
)
def test_only_a_rating_that_would_count_is_taken_for_one_from_elsewhere(
    told: Told, more: str, count: int
) -> None:
    origin = 'provenance: {url: "https://reviews.example.org/1"}\n'
    lines = told("R120", REVIEW + more + origin)
    assert len(lines) == count
    assert all("on another site, reviews.example.org, but" in line for line in lines)


def test_of_a_status_that_is_none_only_its_own_fault_is_told(told: Told) -> None:
    sample = f"{REVIEW}status: witheld\nwithheldFor: fake\nwithdrawn: {{by: author}}\n"
    assert len(told("F106", sample)) == 1
    assert [told(code, "") for code in ("R103", "R104", "R105", "R119")] == [[], [], [], []]


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("anonyme", 1),
        ("A customer", 1),
        ("Un client vérifié", 1),
        ("Utilisatrice 42", 1),
        ("N/A", 1),
        ("?", 1),
        ("Utilisateur Google", 1),
        ("Un utilisateur de Google", 1),
        ("A Google User", 1),
        ("Google-Nutzer", 1),
        ("Ein Google-Nutzer", 1),
        ("Un usuario de Google", 1),
        ("Um usuário do Google", 1),
        ("Un utente di Google", 1),
        ("Een Google-gebruiker", 1),
        ("Amazon Customer", 1),
        ("Client d’Amazon", 1),
        ("Google", 0),
        ("Marie de Google", 0),
        ("Kunde Schmidt", 0),
        ("Guest House Nantes", 0),
        ("1664", 0),
        ("Marie", 0),
        ("A.", 0),
    ],
)
def test_some_names_are_none(told: Told, name: str, count: int) -> None:
    assert len(told("R124", f"author: '{name}'\nreviewBody: It boils.\n")) == count


def test_a_name_that_is_hidden_is_asked_for_only_by_who_wants_it_known(told: Told) -> None:
    hidden = "author: {name: Anonymous, display: anonymous}\nreviewBody: It boils.\n"
    assert told("R124", hidden) == []
    assert len(told("R124", write_settings('REVIEW_PROFILES = ["google", "iso20488"]'))) == 1


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("", {"D103", "R127", "R128"}),
        ("status: pending\n", set()),
        ("provenance: {publisher: Elsewhere}\n", {"D103"}),
        ("dateExperienced: yesterday\n", {"R127", "R128"}),
        ("reply: {text: Sorry.}\n", {"D103", "R127"}),
    ],
)
def test_customs_ask_only_of_what_is_published_here(told: Told, more: str, codes: set[str]) -> None:
    sample = f"author: Marie\nreviewRating: 2\n{more}"
    told("D103", sample)
    assert {code for code in ("D103", "R127", "R128") if told(code, "")} == codes
