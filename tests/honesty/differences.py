"""Where a built site says something else than the table: one sentence a difference."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tests.honesty import table
from tests.honesty.read_site import read_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.honesty.drawn_sites import DrawnSite
    from tests.honesty.read_site import BuiltSite, Page, ShownReview
    from tests.honesty.table import Case, Summary

LANGUAGES = ("en", "fr")
INSIDERS = {
    "employee": "an employee of",
    "family": "a relative of",
    "partner": "a business partner of",
}


@dataclass(frozen=True, slots=True)
class Differences:
    """A site as it was drawn and as it was built."""

    drawn: DrawnSite
    built: BuiltSite

    def find(self) -> Iterator[str]:
        """Yield every difference."""
        for item in self.drawn.items:
            yield from self._of_item(item)
            for key, case in self.drawn.cases_of(item).items():
                yield from self._of_own_pages(key, case)
        for page in self.built.pages.values():
            yield from self._of_page(page)
        yield from self._of_home()
        yield from self._of_wall()
        yield from self._of_ledger()

    # --- An item ---------------------------------------------------------------------------

    def _of_item(self, item: str) -> Iterator[str]:
        cases = self.drawn.cases_of(item)
        summary = table.summarise(list(cases.values()))
        shown = [key for key, case in cases.items() if table.has_page(case)]
        for language in LANGUAGES:
            pages = self.built.pages_of_item(item, language)
            listed = [one.key for page in pages for one in page.reviews]
            yield from _differ(f"{item}, shown in {language}", sorted(listed), sorted(shown))
            for page in pages:
                yield from self._of_numbers(page, self.drawn.items[item], summary)
                yield from self._of_aggregate(page, self.drawn.items[item], summary)
                strange = {node.key for node in page.nodes_of("Review", "Quotation")}
                strange -= {one.key for one in page.reviews}
                yield from _differ(f"{page.address}: nodes of what is not on it", strange, set())
            for key, case in cases.items():
                found = [node for page in pages for node in _nodes_of_words(page, key)]
                yield from _of_node(f"{key} on its item", found, case, table.node_on_item(case))
        yield from self._of_api(item, summary, shown)

    def _of_numbers(self, page: Page, item: table.Keys, summary: Summary) -> Iterator[str]:
        """Average, "n of m shown" and bars, in the page's language."""
        told = summary.average if table.shows_average(item) else None
        where = "//*[contains(@class, 'rating-summary')]//*"
        averages = page.texts(f"{where}[@class='rating-value']")
        yield from _differ(f"{page.address}: average", averages, _said(told, page.language))
        rows = page.texts("//table[@class='distribution']//tr[td]")
        bars = [[int(each) for each in read_numbers(row)] for row in rows]
        expected = [[each, summary.bars[each]] for each in (5, 4, 3, 2, 1)] if told else []
        yield from _differ(f"{page.address}: bars", bars, expected)
        if told:
            basis = read_numbers(page.texts(f"{where}[self::p]")[1])
            both = [summary.rating_count, summary.review_count, summary.rating_count]
            yield from _differ(f"{page.address}: n of m shown", basis, both)

    def _of_aggregate(self, page: Page, item: table.Keys, summary: Summary) -> Iterator[str]:
        found = [(node.parent, _numbers(node.data)) for node in page.nodes_of("AggregateRating")]
        marked = table.marks_up_average(item) and summary.average is not None
        expected = [(item["type"], _expected_numbers(summary))] if marked else []
        yield from _differ(f"{page.address}: AggregateRating", found, expected)

    def _of_api(self, item: str, summary: Summary, shown: list[str]) -> Iterator[str]:
        told = self.built.json[f"items/{item}.json"]
        listed = {one["identifier"]: one for one in self.built.json["items.json"]["items"]}
        expects = table.shows_average(self.drawn.items[item]) and summary.average is not None
        numbers = _expected_numbers(summary) if expects else None
        for name, given in (("its own file", told), ("items.json", listed[item])):
            aggregate = given.get("aggregateRating")
            found = aggregate and _numbers(aggregate)
            yield from _differ(f"{item} in {name}", found, numbers)
            bars = aggregate and {int(key): n for key, n in aggregate["distribution"].items()}
            yield from _differ(f"{item} in {name}: bars", bars, summary.bars if expects else None)
            yield from _differ(f"{item} in {name}: shown", given["reviewsShown"], len(shown))
        reviews = {one["identifier"]: one for one in told.get("reviews", ())}
        yield from _differ(f"{item} in the API", sorted(reviews), sorted(shown))
        for key, one in reviews.items():
            case = self.drawn.cases_of(item)[key]
            counts = table.counts(case) and table.shows_average(case.item)
            yield from _differ(f"{key} in the API counts", one["countsInAverage"], counts)
            value = one.get("reviewRating", {}).get("ratingValue")
            yield from _differ(f"{key} in the API", _decimal(value), _brought(case))

    # --- A review --------------------------------------------------------------------------

    def _of_own_pages(self, key: str, case: Case) -> Iterator[str]:
        pages = {one.language: one for one in self.built.pages.values() if one.review == key}
        own, translated = _languages(case)
        expected = {own, *translated} if table.has_page(case) else set()
        yield from _differ(f"pages of {key}", sorted(pages), sorted(expected))
        for language, page in pages.items():
            where = f"{key} on its own page in {language}"
            if language == own:
                node = table.node_on_own_page(case)
                yield from _of_node(where, _nodes_of_words(page, key), case, node)
            else:
                # A translation adds no second Review node; as a Quotation it has an id of its own.
                node = None
            rated = ["Review", "Rating"] if node == "Review" else []
            yield from _differ(f"{where}: rated", page.rated, rated)

    # --- Any page --------------------------------------------------------------------------

    def _of_page(self, page: Page) -> Iterator[str]:
        if page.item is None and page.review is None:
            yield from _differ(f"{page.address}: rated", page.rated, [])
        for one in page.reviews:
            where = f"{one.key} at {page.address}"
            cases = self.drawn.cases_of(one.key.split("/")[0])
            case = cases.get(one.key)
            if case is None or not table.has_page(case):
                yield f"{where}: must not be shown"
                continue
            yield from _differ(f"{where}: stars", one.rating, _brought(case))
            yield from _differ(f"{where}: as typed", one.typed, _typed(case))
            yield from _of_labels(where, one, case, table.summarise(list(cases.values())))

    def _of_home(self) -> Iterator[str]:
        """Whatever a card says of an item must be what the item's page says."""
        for language, address in (("en", ""), ("fr", "fr/")):
            home = self.built.pages[address]
            for card in home.document.xpath("//article[@class='card'][.//p[@class='card-rating']]"):
                item = card.xpath(".//a/@href")[0].rstrip("/").split("/")[-1]
                summary = table.summarise(list(self.drawn.cases_of(item).values()))
                said = read_numbers(
                    " ".join(card.xpath(".//p[@class='card-rating']")[0].itertext())
                )
                expected = [summary.average, 5, summary.rating_count]
                yield from _differ(f"card of {item} in {language}", said, expected)
                if not table.shows_average(self.drawn.items[item]):
                    yield f"card of {item} in {language}: shows an average"

    def _of_wall(self) -> Iterator[str]:
        cases = {k: c for item in self.drawn.items for k, c in self.drawn.cases_of(item).items()}
        shown = sorted(key for key, case in cases.items() if table.has_page(case))
        for prefix in ("", "fr/"):
            wall = [
                one.key
                for page in self.built.pages.values()
                if page.address == f"{prefix}reviews/"
                or page.address.startswith(f"{prefix}reviews/page/")
                for one in page.reviews
            ]
            yield from _differ(f"wall at {prefix}reviews/", sorted(wall), shown)

    def _of_ledger(self) -> Iterator[str]:
        ledger = self.built.json["ledger.json"]
        parts: dict[str, Any] = {one["identifier"]: one for one in ledger["items"]}
        whole: list[Case] = []
        for item in self.drawn.items:
            cases = list(self.drawn.cases_of(item).values())
            whole += cases
            yield from _of_one_ledger(f"ledger of {item}", parts[item], cases)
        yield from _of_one_ledger("ledger", ledger, whole)


def _of_one_ledger(where: str, told: dict[str, Any], cases: list[Case]) -> Iterator[str]:
    statuses = Counter(case.status for case in cases)
    expected = {
        "received": len(cases),
        "shown": sum(map(table.has_page, cases)),
        **{each: statuses[each] for each in ("published", "pending", "withheld", "withdrawn")},
    }
    yield from _differ(where, {key: told[key] for key in expected}, expected)
    grounds = Counter(case.review["withheldFor"] for case in cases if case.status == "withheld")
    yield from _differ(f"{where}: grounds", told["withheldByGround"], dict(grounds))


def _of_node(where: str, found: list[Any], case: Case, expected: str | None) -> Iterator[str]:
    yield from _differ(
        f"{where}: node", [one.type for one in found], [expected] if expected else []
    )
    for node in found:
        if node.type == "Review":
            yield from _differ(f"{where}: of", node.parent, case.item["type"])
            rating = node.data.get("reviewRating", {})
            ends = (rating.get("worstRating"), rating.get("bestRating"))
            told = (_decimal(rating.get("ratingValue")), *ends)
            yield from _differ(f"{where}: rating", told, (_brought(case), 1, 5))
        else:
            yield from _differ(f"{where}: rating", node.data.get("reviewRating"), None)
            source = case.origin.get("url") if "publisher" in case.origin else None
            yield from _differ(f"{where}: isBasedOn", node.data.get("isBasedOn"), source)


def _of_labels(where: str, shown: ShownReview, case: Case, summary: Summary) -> Iterator[str]:
    """Whatever must be said beside it is said, and nothing of that kind that is not so."""
    is_left_out = "reviewRating" in case.review and not table.counts(case)
    shows_average = table.shows_average(case.item) and summary.average is not None
    insider = case.origin.get("relationship", "customer")
    to_say = [case.origin[key] for key in ("incentive", "publisher") if key in case.origin]
    expected = len(to_say) + (insider != "customer") + (is_left_out and shows_average)
    yield from _differ(f"{where}: labels in {shown.labels}", len(shown.labels), expected)
    told = " ".join(shown.labels)
    yield from (f"{where}: does not say {words}" for words in to_say if words not in told)
    if shown.language == "en":
        for each, words in INSIDERS.items():
            yield from _differ(f"{where}: {each}", words in told, each == insider)


def _nodes_of_words(page: Page, key: str) -> list[Any]:
    return [node for node in page.nodes_of("Review", "Quotation") if node.key == key]


def _languages(case: Case) -> tuple[str, set[str]]:
    """Return the language of a review's own page, and those of its translations' pages."""
    spoken = str(case.review.get("inLanguage", "en"))[:2]
    own = spoken if spoken in LANGUAGES else "en"
    return own, {tag for tag in case.review.get("translations", {}) if tag in LANGUAGES} - {own}


def _said(average: Decimal | None, language: str) -> list[str]:
    if average is None:
        return []
    return [str(average).replace(".", "," if language == "fr" else ".")]


def _numbers(told: dict[str, Any]) -> dict[str, Any]:
    keys = ("ratingValue", "bestRating", "worstRating", "ratingCount", "reviewCount")
    return {key: _decimal(told[key]) for key in keys if key in told}


def _expected_numbers(summary: Summary) -> dict[str, Any]:
    counts = {"ratingCount": summary.rating_count, "reviewCount": summary.review_count}
    numbers = {"ratingValue": summary.average, "bestRating": 5, "worstRating": 1}
    return numbers | {key: count for key, count in counts.items() if count}


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _brought(case: Case) -> Decimal | None:
    value = table.brought(case.review)
    return None if value is None else table.round_to(value, 2)


def _typed(case: Case) -> tuple[Decimal, ...]:
    """Return what was typed where that was on another scale: value, best, and worst where it is not 1."""
    typed = case.review.get("reviewRating")
    if not isinstance(typed, dict):
        return ()
    worst = Decimal(typed.get("worstRating", 1))
    scale = Decimal(typed["ratingValue"]), Decimal(typed.get("bestRating", 5))
    return scale if worst == 1 else (*scale, worst)


def _differ(what: str, found: object, expected: object) -> Iterator[str]:
    if found != expected:
        yield f"{what}: found {found!r}, the table says {expected!r}"
