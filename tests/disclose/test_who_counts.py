"""The contract's table "Who counts, and what is marked up", one row a case."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from ambassade.graph.assemble import build_graph
from ambassade.json_ld import Node
from ambassade.model import Consent
from ambassade.pages import plan_pages
from ambassade.public import PublicItem
from tests.catalogue.records import TODAY, make_item, make_review, make_settings, make_site


@dataclass(frozen=True, slots=True)
class Case:
    """A review of 2 beside a known one of 4; `average` and `counts` are those of both."""

    given: dict[str, Any]
    average: str | None = "3.0"
    counts: tuple[int, int] = (2, 2)
    on_item: str | None = "Review"
    on_page: str | None = "Review"
    has_page: bool = True
    item: dict[str, Any] = field(default_factory=dict)
    marked_average: bool = True


def _not_counted(**given: Any) -> Case:  # noqa: ANN401 - whatever a case says
    usual: dict[str, Any] = {"average": "4.0", "counts": (1, 1), "on_item": None, "on_page": None}
    return Case(**(usual | given))


def _hidden(given: dict[str, Any]) -> Case:
    """A rating that counts, of a review of which nothing is shown."""
    return Case(given, counts=(2, 1), on_item=None, on_page=None, has_page=False)


def _withheld(ground: str) -> dict[str, Any]:
    return {"status": "withheld", "withheld_for": ground}


QUOTED: dict[str, Any] = {"on_item": "Quotation", "on_page": "Quotation"}
UNMARKED: dict[str, Any] = {"marked_average": False, **QUOTED}
ELSEWHERE: dict[str, Any] = {"provenance": {"publisher": "Elsewhere", "url": "https://x.org/1"}}
CASES = {
    "initial": Case({}),
    "in full": Case({"display": "full", "consent": "text name"}),
    "full without consent": Case({"display": "full"}),
    "without text": Case({"review_body": None}),
    "Book": Case({}, item={"type": "Book"}),
    "Course": Case({}, item={"type": "Course"}),
    "SoftwareApplication": Case({}, item={"type": "SoftwareApplication"}),
    "anonymous": Case({"display": "anonymous"}, on_item=None, on_page=None),
    "expired": _hidden({"consent": Consent(scope=frozenset({"text"}), expires=TODAY)}),
    "consent withdrawn": _hidden({"consent": Consent(scope=frozenset({"text"}), withdrawn=TODAY)}),
    "text not in scope": _hidden({"consent": "name photo"}),
    "older than the retention": _hidden({"date_published": date(2021, 6, 1)}),
    "not rated": _not_counted(given={"rating": None}, **QUOTED),
    "from another site": _not_counted(given=ELSEWHERE, **QUOTED),
    "selection": Case(
        {},
        average=None,
        on_item="Quotation",
        item={"collection": "selection"},
        marked_average=False,
    ),
    "Service": Case({}, item={"type": "Service"}, **UNMARKED),
    "Organization": Case({}, average=None, item={"type": "Organization"}, **UNMARKED),
    "LocalBusiness": Case({}, average=None, item={"type": "LocalBusiness"}, **UNMARKED),
    "not-selected": _hidden(_withheld("not-selected")),
    "abusive": _hidden(_withheld("abusive")),
    "personal-data": _hidden(_withheld("personal-data")),
    "off-topic": _not_counted(given=_withheld("off-topic"), has_page=False),
    "fake": _not_counted(given=_withheld("fake"), has_page=False),
    "illegal": _not_counted(given=_withheld("illegal"), has_page=False),
    "duplicate": _not_counted(given=_withheld("duplicate"), has_page=False),
    "withheld on no ground": _not_counted(given={"status": "withheld"}, has_page=False),
    "pending": _not_counted(given={"status": "pending"}, has_page=False),
    "withdrawn": _not_counted(given={"status": "withdrawn"}, has_page=False),
    "employee": _not_counted(given={"provenance": {"relationship": "employee"}}),
    "family": _not_counted(given={"provenance": {"relationship": "family"}}),
    "partner": _not_counted(given={"provenance": {"relationship": "partner"}}),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_table_holds(case: Case) -> None:
    settings = make_settings(retention_months=60)
    known = make_review("known", rating=4)
    given = make_review("case", **({"rating": 2} | case.given))
    site = make_site(known, given, items=[make_item(**case.item)], settings=settings)
    (item,) = site.items
    _check_summary(item, case)

    pages = [page for page in plan_pages(site) if page.language == "en"]
    (item_page,) = (page for page in pages if page.kind == "item")
    graph = build_graph(item_page, site)
    assert graph is not None
    assert _kind_in(graph, given.identifier) == case.on_item
    averages = [node for node in graph["@graph"] if "aggregateRating" in node]
    assert len(averages) == case.marked_average
    if averages:
        told = averages[0]["aggregateRating"]
        assert str(told["ratingValue"]) == case.average
        assert (told["ratingCount"], told["reviewCount"]) == case.counts

    own = [page for page in pages if given.identifier in page.address]
    assert len(own) == case.has_page
    if own:
        graph = build_graph(own[0], site)
        assert graph is not None
        assert _kind_in(graph, given.identifier) == case.on_page
        assert not any("aggregateRating" in node for node in graph["@graph"])


def _check_summary(item: PublicItem, case: Case) -> None:
    if case.average is None:
        assert item.summary is None
        return
    assert item.summary is not None
    assert str(item.summary.average) == case.average
    assert (item.summary.rating_count, item.summary.review_count) == case.counts


def _kind_in(graph: Node, identifier: str) -> str | None:
    """Return the type of the node that holds the words or the rating of that review, if any."""
    nested = [one for node in graph["@graph"] for one in node.get("review", ())]
    kinds = {
        node["@type"]
        for node in [*graph["@graph"], *nested]
        if node["@type"] in {"Review", "Quotation"} and identifier in node["@id"]
    }
    assert len(kinds) <= 1
    return kinds.pop() if kinds else None


def test_what_comes_from_elsewhere_says_what_it_is_based_on() -> None:
    site = make_site(make_review(rating=2, **ELSEWHERE))
    (page,) = (page for page in plan_pages(site) if page.kind == "review")
    graph = build_graph(page, site)
    assert graph is not None
    (quotation,) = (node for node in graph["@graph"] if node["@type"] == "Quotation")
    assert quotation["isBasedOn"] == "https://x.org/1"


@pytest.mark.parametrize("relationship", ["employee", "family", "partner"])
def test_who_is_no_customer_is_labelled(relationship: str) -> None:
    site = make_site(make_review(rating=2, provenance={"relationship": relationship}))
    assert site.reviews[0].labels.relationship == relationship
