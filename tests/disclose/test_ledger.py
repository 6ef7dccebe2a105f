"""The ledger: numbers of everything on record, by status, ground, item and year; no word of it."""

from __future__ import annotations

import json
from datetime import timedelta

from ambassade.model import Reply
from ambassade.outputs.ledger import make
from tests.catalogue.records import DAY, make_review, make_site


def _after(days: int) -> Reply:
    return Reply("Thank you.", DAY + timedelta(days))


def test_every_review_on_record_is_in_it() -> None:
    ledger = make_site(
        make_review("a", reply=_after(3), date_received=DAY - timedelta(4)),
        make_review("b", status="pending"),
        make_review("c", status="withheld", withheld_for="fake"),
        make_review("d", status="withdrawn"),
        make_review("e", consent="photo", reply=_after(6), date_received=DAY - timedelta(1)),
    ).ledger
    assert (ledger.received, ledger.answered) == (5, 2)
    assert ledger.by_status == {"published": 2, "pending": 1, "withheld": 1, "withdrawn": 1}
    assert ledger.by_ground == {"fake": 1}
    assert (ledger.days_to_publish, ledger.days_to_reply) == (2.5, 4.5)


def test_of_nothing_there_is_no_median() -> None:
    ledger = make_site(make_review("a", status="pending")).ledger
    assert (ledger.days_to_publish, ledger.days_to_reply) == (None, None)


def test_the_file_tells_it_by_item_and_year_of_receipt() -> None:
    old = make_review("a", date_received=DAY - timedelta(400))
    site = make_site(old, make_review("b"), make_review("c", status="pending"))
    ((name, data),) = make(site, [])
    told = json.loads(data)
    assert name == "api/v1/ledger.json"
    assert told["received"] == 3
    years = told["items"][0]["years"]
    assert {year: numbers["received"] for year, numbers in years.items()} == {"2025": 1, "2026": 2}
    assert old.author.name not in data.decode()
