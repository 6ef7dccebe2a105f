"""The contract's table "Who counts, and what is marked up", written down once more.

Nothing here knows the product: it reads what was typed in a site's files, and says what a visitor
must find. A review may be in several rows; it then has the least that any of them grants.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Keys = dict[str, Any]

NOTHING, QUOTATION, REVIEW = 0, 1, 2
NODES = {NOTHING: None, QUOTATION: "Quotation", REVIEW: "Review"}
STARRED = {"Product", "SoftwareApplication", "Course", "Book"}
COMPANY_ITSELF = {"Organization", "LocalBusiness"}
GENUINE = {"not-selected", "abusive", "personal-data"}


@dataclass(frozen=True, slots=True)
class Case:
    """A review and its item as they were typed, on one day, on a site with that retention."""

    review: Keys
    item: Keys
    today: str
    retention_months: int | None

    @property
    def status(self) -> str:
        """Published, unless said otherwise."""
        return str(self.review.get("status", "published"))

    @property
    def origin(self) -> Keys:
        """What was typed under `provenance`."""
        found: Keys = self.review.get("provenance", {})
        return found


class Row(NamedTuple):
    """A row: whom it is about, whether they may count, what their nodes and pages may be."""

    name: str
    is_about: Callable[[Case], bool]
    on_item: int
    on_own_page: int
    counts: bool = True
    has_page: bool = True


# --- Consent and retention ---------------------------------------------------------------------


def is_lapsed(case: Case) -> bool:
    """Tell whether the text may not be shown: never allowed, over, or taken back."""
    consent = case.review.get("consent")
    if consent is None:
        return False
    end = consent.get("expires") or later(consent.get("given"), case.retention_months)
    ends = [day for day in (end, consent.get("withdrawn")) if day is not None]
    return "text" not in consent.get("scope", []) or any(day <= case.today for day in ends)


def is_older(case: Case) -> bool:
    """Tell whether it was published longer ago than the site keeps reviews."""
    end = later(case.review["datePublished"], case.retention_months)
    return end is not None and end <= case.today


def later(day: str | None, months: int | None) -> str | None:
    """Return the day that many months later; None where there is no end. Days up to the 28th only."""
    if day is None or months is None:
        return None
    year, month, rest = int(day[:4]), int(day[5:7]), day[8:]
    assert int(rest) <= 28
    whole = year * 12 + month - 1 + months
    return f"{whole // 12:04}-{whole % 12 + 1:02}-{rest}"


# --- The table -----------------------------------------------------------------------------------

# "published, named (full or initial), rated, own, `complete`, a type that may show stars": yes,
# Review. Whoever is in no row of these is in that one.
ROWS = (
    Row("anonymous", lambda case: _display(case) == "anonymous", NOTHING, NOTHING),
    Row("lapsed", is_lapsed, NOTHING, NOTHING, has_page=False),
    Row("older", is_older, NOTHING, NOTHING, has_page=False),
    Row(
        "not rated",
        lambda case: "reviewRating" not in case.review,
        QUOTATION,
        QUOTATION,
        counts=False,
    ),
    Row("elsewhere", lambda case: "publisher" in case.origin, QUOTATION, QUOTATION, counts=False),
    # No average is shown of it: see `shows_average`.
    Row("selection", lambda case: case.item["collection"] == "selection", QUOTATION, REVIEW),
    Row("no stars", lambda case: case.item["type"] not in STARRED, QUOTATION, QUOTATION),
    Row(
        "withheld, genuine",
        lambda case: case.review.get("withheldFor") in GENUINE,
        NOTHING,
        NOTHING,
        has_page=False,
    ),
    Row(
        "withheld otherwise, pending, withdrawn",
        lambda case: case.status != "published" and case.review.get("withheldFor") not in GENUINE,
        NOTHING,
        NOTHING,
        counts=False,
        has_page=False,
    ),
    Row(
        "insider",
        lambda case: case.origin.get("relationship", "customer") != "customer",
        NOTHING,
        NOTHING,
        counts=False,
    ),
)


def rows_of(case: Case) -> list[Row]:
    """Return every row that a review is in."""
    return [row for row in ROWS if row.is_about(case)]


def counts(case: Case) -> bool:
    """Tell whether its rating is in the average."""
    return all(row.counts for row in rows_of(case))


def has_page(case: Case) -> bool:
    """Tell whether it is shown at all."""
    return all(row.has_page for row in rows_of(case))


def node_on_item(case: Case) -> str | None:
    """Return the type of its node on the item's page."""
    return _node(case, min((row.on_item for row in rows_of(case)), default=REVIEW))


def node_on_own_page(case: Case) -> str | None:
    """Return the type of its node on its own page."""
    return _node(case, min((row.on_own_page for row in rows_of(case)), default=REVIEW))


def _node(case: Case, granted: int) -> str | None:
    # Not in the table: where there are no words, there is nothing to quote.
    return None if granted == QUOTATION and "reviewBody" not in case.review else NODES[granted]


def shows_average(item: Keys) -> bool:
    """Tell whether its pages show an average: of a `selection` none, of the company itself never."""
    return item["collection"] == "complete" and item["type"] not in COMPANY_ITSELF


def marks_up_average(item: Keys) -> bool:
    """Tell whether structured data does: of a Service never."""
    return shows_average(item) and item["type"] in STARRED


def _display(case: Case) -> str:
    author = case.review["author"]
    return str(author.get("display", "initial")) if isinstance(author, dict) else "initial"


# --- Ratings -----------------------------------------------------------------------------------


def brought(review: Keys) -> Fraction | None:
    """Return the exact rating on 1 to 5, linearly from worst (default 1) to best (default 5)."""
    typed = review.get("reviewRating")
    if typed is None:
        return None
    whole = typed if isinstance(typed, dict) else {"ratingValue": typed}
    worst, best = Fraction(whole.get("worstRating", 1)), Fraction(whole.get("bestRating", 5))
    return 1 + (Fraction(whole["ratingValue"]) - worst) * 4 / (best - worst)


def round_to(exact: Fraction, decimals: int) -> Decimal:
    """Return `exact` with so many decimals, half up."""
    return Decimal(floor(exact * 10**decimals * 2 + 1) // 2).scaleb(-decimals)


class Summary(NamedTuple):
    """What an item's pages say: the average, how many ratings, how many of them shown, the bars."""

    average: Decimal | None
    rating_count: int
    review_count: int
    bars: Mapping[int, int]


def summarise(cases: Sequence[Case]) -> Summary:
    """Return the numbers of the reviews of one item."""
    counted = [case for case in cases if counts(case)]
    values = [value for case in counted if (value := brought(case.review)) is not None]
    stars = [int(round_to(value, 0)) for value in values]
    return Summary(
        average=round_to(sum(values, Fraction()) / len(values), 1) if values else None,
        rating_count=len(values),
        review_count=sum(has_page(case) for case in counted),
        bars={each: stars.count(each) for each in range(1, 6)},
    )
