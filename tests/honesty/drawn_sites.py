"""Whole sites at random, of everything that the contract allows, and their files."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import strategies as st

from tests.honesty.table import Case, Keys
from tests.rules.sample_site import write_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hypothesis.vendor.pretty import RepresentationPrinter

TODAY = "2026-06-01"
URL = "https://example.com/sub"
TYPES = (
    *("Product", "Product", "SoftwareApplication", "Course", "Book"),
    *("Service", "Organization", "LocalBusiness"),
)
# With a retention of 24 months the third leaves today and the fourth tomorrow.
DAYS = ("2026-05-20", "2025-11-03", "2024-06-01", "2024-06-02", "2022-01-28")
AFTERWARDS = "2026-05-28"
# Worst, best, and the steps between: whole stars, halves, tenths, and what does not come out even.
SCALES = (
    *(("1", "5", "1"), ("1", "5", "1"), ("1", "5", "0.5"), ("1", "5", "0.1")),
    *(("0", "10", "1"), ("0", "10", "0.5"), ("1", "20", "1"), ("1", "4", "1")),
    *(("0", "5", "0.25"), ("-2", "2", "1"), ("0", "100", "0.125"), ("0", "1", "0.125")),
)
NAMES = ("Marie Dupont", "Ada", "王小明", "O'Neill, Shaun", "Dr Zoé Le Gall")
WORDS = (
    "It boils.",
    "*Very* warm.\n\n- and red",
    "1. <b>fast</b> </script>",
    "Ça chauffe & ça va.",
)
GROUNDS = (
    *("abusive", "personal-data", "off-topic", "fake", "illegal", "duplicate"),
    *("not-selected", "not-selected"),
)
CONSENTS: tuple[Keys | None, ...] = (
    *((None,) * 5),
    {"given": "2026-01-01", "scope": ["text"]},
    {"given": "2026-01-01", "scope": ["text", "name", "photo"]},
    {"given": "2026-01-01", "scope": ["text", "name"], "expires": "2026-06-02"},
    {"given": "2026-01-01", "scope": ["text"], "withdrawn": "2026-06-01"},
    {"given": "2026-01-01", "scope": ["text", "name"], "expires": "2026-06-01"},
    {"given": "2026-01-01", "scope": ["name", "photo"]},
    {"given": "2024-06-01", "scope": ["text"]},
    {"given": "2024-06-02", "scope": ["text"]},
)
SETTINGS = f"""\
SITEURL = "{URL}"
SITENAME = "Kettles"
DEFAULT_LANG = "en"
LANGUAGES = ["en", "fr"]
COMPANY = {{"name": "Kettle Works"}}
REVIEWS_PER_PAGE = 3
"""


@dataclass(frozen=True, slots=True)
class DrawnSite:
    """What is typed in a site's files: items and reviews by the name that they have there."""

    items: dict[str, Keys]
    reviews: dict[str, Keys]
    retention_months: int | None
    quoted: tuple[str, ...]

    def _repr_pretty_(self, printer: RepresentationPrinter, _cycle: bool) -> None:  # noqa: FBT001
        """Say how large it is, for hypothesis: its files are in the folder that a difference names."""
        printer.text(f"<a site of {len(self.items)} items, {len(self.reviews)} reviews>")

    def cases_of(self, item: str) -> dict[str, Case]:
        """Return the cases of an item's reviews by their identifiers on the whole site."""
        return {
            key: Case(review, self.items[item], TODAY, self.retention_months)
            for key, review in self.reviews.items()
            if key.split("/")[0] == item
        }

    def write(self, folder: Path) -> None:
        """Write its files into `folder`."""
        for name, text in self._files():
            write_file(folder, name, text.encode())

    def _files(self) -> Iterator[tuple[str, str]]:
        kept = f"RETENTION_MONTHS = {self.retention_months}\n" if self.retention_months else ""
        yield "pelicanconf.py", SETTINGS + kept
        for name, item in self.items.items():
            yield f"reviews/{name}/item.yaml", _to_yaml(item)
        for key, review in self.reviews.items():
            yield f"reviews/{key}.yaml", _to_yaml(review)
        quoted = f"Reviews: {', '.join(self.quoted)}\n" if self.quoted else ""
        yield "content/stories/tea.md", f"Title: Tea\nDate: 2026-05-01\n{quoted}\nWe had tea.\n"


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ANN401, ARG002 - as in its parent
        return True


def _to_yaml(keys: Keys) -> str:
    return str(yaml.dump(keys, Dumper=_Plain, allow_unicode=True, sort_keys=False))


@st.composite
def drawn_sites(draw: st.DrawFn) -> DrawnSite:
    """Draw a site of many small items."""
    items: dict[str, Keys] = {}
    reviews: dict[str, Keys] = {}
    for number in range(draw(st.integers(12, 20))):
        slug = f"kettle-{number}"
        items[slug] = draw(drawn_items(number))
        # Where several reviews count, averages come to lie between two tenths.
        is_calm = draw(st.booleans())
        for _ in range(draw(st.integers(0, 6))):
            review = draw(drawn_reviews(len(reviews), is_calm=is_calm))
            reviews[f"{slug}/{review['datePublished']}-q{len(reviews)}x"] = review
    return DrawnSite(
        items=items,
        reviews=reviews,
        retention_months=draw(st.sampled_from((None, 24))),
        quoted=tuple(list(reviews)[::7]),
    )


@st.composite
def drawn_items(draw: st.DrawFn, number: int) -> Keys:
    """Draw an item.yaml."""
    kind = draw(st.sampled_from(TYPES))
    item: Keys = {
        "type": kind,
        "name": f"Kettle {number}",
        "collection": draw(st.sampled_from(("complete", "complete", "selection"))),
    }
    if kind not in {"Organization", "LocalBusiness"} and draw(st.booleans()):
        item["offers"] = {"price": "19.00", "priceCurrency": "EUR"}
    if draw(st.booleans()):
        item["translations"] = {"fr": {"name": f"Bouilloire {number}"}}
    return item


@st.composite
def drawn_reviews(draw: st.DrawFn, number: int, *, is_calm: bool) -> Keys:
    """Draw a review's file. Of a calm one nothing but consent or age keeps it from being counted.

    Its date is typed, so that the file's name says nothing else.
    """
    words = f"{draw(st.sampled_from(WORDS))} Kettle {number}."
    review: Keys = {
        "author": draw(_authors()),
        "datePublished": draw(st.sampled_from(DAYS)),
        **draw(st.sampled_from(({}, {}, {"name": f"A title {number}"}))),
        **draw(_words_and_rating(words, is_calm=is_calm)),
        **({} if is_calm else draw(_states())),
        **draw(st.sampled_from(({}, {"keywords": ["speed"]}, {"keywords": ["tea", "speed"]}))),
        **draw(st.sampled_from(({}, {"featured": True}))),
        **draw(st.sampled_from(({}, {"inLanguage": "fr-CA"}, {"inLanguage": "de"}))),
    }
    origin = {} if is_calm else draw(_origins())
    consent = draw(st.sampled_from(CONSENTS))
    extras = {"provenance": origin, "consent": consent, **draw(_extras(review))}
    return {**review, **{key: value for key, value in extras.items() if value}}


def _authors() -> st.SearchStrategy[Any]:
    displays = st.sampled_from(("initial", "full", "anonymous"))
    whole = st.fixed_dictionaries({"name": st.sampled_from(NAMES), "display": displays})
    return st.one_of(st.sampled_from(NAMES), whole)


@st.composite
def _words_and_rating(draw: st.DrawFn, words: str, *, is_calm: bool) -> Keys:
    either = ("both",) if is_calm else ("both", "both", "both", "both", "rating", "words")
    which = draw(st.sampled_from(either))
    found: Keys = {} if which == "words" else {"reviewRating": draw(_ratings())}
    return found if which == "rating" else {**found, "reviewBody": words}


@st.composite
def _ratings(draw: st.DrawFn) -> Any:  # noqa: ANN401 - a number, or a mapping
    worst, best, step = map(Decimal, draw(st.sampled_from(SCALES)))
    value = str(worst + step * draw(st.integers(0, int((best - worst) / step))))
    scale = {"bestRating": str(best)} if best != 5 else {}
    scale |= {"worstRating": str(worst)} if worst != 1 else {}
    return {"ratingValue": value, **scale} if scale else value


@st.composite
def _states(draw: st.DrawFn) -> Keys:
    states = ("published",) * 6 + ("pending", "withheld", "withheld", "withdrawn")
    status = draw(st.sampled_from(states))
    if status == "withheld":
        return {"status": status, "withheldFor": draw(st.sampled_from(GROUNDS))}
    if status == "withdrawn":
        return {"status": status, "withdrawn": {"date": AFTERWARDS, "by": "author"}}
    return {} if status == "published" else {"status": status}


@st.composite
def _origins(draw: st.DrawFn) -> Keys:
    verified = {"verification": "order", "evidence": "order-20417"}
    elsewhere = {"publisher": "Elsewhere", "url": "https://example.org/reviews/1"}
    relationships = ("employee", "family", "partner")
    return {
        **draw(st.sampled_from(({}, {"source": "form"}, verified))),
        **draw(st.sampled_from(({}, {}, {"incentive": "a bag of tea"}))),
        **draw(st.sampled_from(({},) * 8 + (elsewhere, {"publisher": "Elsewhere"}))),
        **draw(st.sampled_from(({},) * 8 + tuple({"relationship": one} for one in relationships))),
    }


@st.composite
def _extras(draw: st.DrawFn, review: Keys) -> Keys:
    """Draw what changes neither numbers nor the kind of a node."""
    extras: Keys = {}
    if draw(st.booleans()):
        extras["reply"] = {"text": "We thank *you*.", "datePublished": AFTERWARDS}
    if draw(st.booleans()):
        extras["corrections"] = [{"date": AFTERWARDS, "by": "author", "reason": "A word."}]
    if "reviewBody" in review and draw(st.booleans()):
        tags = {"fr", "en", "de"} - {review.get("inLanguage", "en")[:2]}
        words = {"name": "Titre", "reviewBody": "Des mots.", "translator": "Zoé"}
        extras["translations"] = {draw(st.sampled_from(sorted(tags))): words}
    return extras
