"""The ledger: numbers of everything on record, by status, ground, item and year; no word of it."""

from __future__ import annotations

import json
from datetime import timedelta

from ambassade.catalogue import make_catalogue
from ambassade.disclose_site import disclose_site
from ambassade.model import Locked, Records, Reply
from ambassade.outputs.ledger import make
from ambassade.page_lines import PageLines
from tests.catalogue.records import (
    DAY,
    TODAY,
    make_item,
    make_review,
    make_settings,
    make_site,
)


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
    statuses = {"published": 2, "pending": 1, "withheld": 1, "withdrawn": 1, "forgotten": 0}
    assert ledger.by_status == statuses
    assert ledger.by_ground == {"fake": 1}
    assert (ledger.days_to_publish, ledger.days_to_reply) == (2.5, 4.5)


def test_what_is_done_on_the_same_day_takes_no_days() -> None:
    ledger = make_site(make_review("a", reply=_after(0), date_received=DAY)).ledger
    assert (ledger.days_to_publish, ledger.days_to_reply) == (0, 0)


def test_of_nothing_there_is_no_median() -> None:
    ledger = make_site(make_review("a", status="pending")).ledger
    assert (ledger.days_to_publish, ledger.days_to_reply) == (None, None)


def test_the_file_tells_it_by_item_and_year_of_receipt() -> None:
    old = make_review("a", date_received=DAY - timedelta(400))
    site = make_site(old, make_review("b"), make_review("c", status="pending"))
    ((name, data),) = make(site, PageLines())
    told = json.loads(data)
    assert name == "api/v1/ledger.json"
    assert told["received"] == 3
    years = told["items"][0]["years"]
    assert {year: numbers["received"] for year, numbers in years.items()} == {"2025": 1, "2026": 2}
    assert old.author.name not in data.decode()


def test_what_was_forgotten_stays_received_and_is_counted_as_nothing_else() -> None:
    stub = make_review("a", rating=4, status="withheld", withheld_for="abusive")
    lock = {
        key: Locked(key, forgotten=DAY)
        for key in (stub.key, "kettle/2024-03-01-gone", "kettle/odd", "elsewhere/2024-03-01-x")
    }
    catalogue = make_catalogue(
        Records(items=(make_item(),), reviews=(stub, make_review("b")), lock=lock),
        make_settings(),
        TODAY,
    )
    site = disclose_site(catalogue)
    assert (site.ledger.received, site.ledger.by_ground) == (4, {})
    assert site.ledger.by_status == {
        "published": 1, "pending": 0, "withheld": 0, "withdrawn": 0, "forgotten": 3,
    }  # fmt: skip
    assert site.items[0].ledger == site.ledger
    years = {year: each.by_status["forgotten"] for year, each in site.items[0].by_year.items()}
    assert years == {2024: 1, 2026: 2}
    assert site.items[0].summary is not None
    assert site.items[0].summary.rating_count == 1
