"""What an author allows, on which day, and that nothing else gets out."""

import dataclasses
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from msgspec import Struct, structs

from ambassade.calendar_months import add_months
from ambassade.consent import expiry
from ambassade.model import (
    Author,
    Consent,
    Correction,
    Provenance,
    Reply,
    Translation,
    Withdrawn,
)
from ambassade.pages import plan_pages
from ambassade.public import Picture, Video
from tests.catalogue.records import (
    DAY,
    TODAY,
    disclose_one,
    make_item,
    make_review,
    make_settings,
    make_site,
    make_story,
)
from tests.outputs.made import make_all

TEXT = frozenset({"text"})
NEXT_DAY = TODAY + timedelta(days=1)
PORTRAIT = Picture("images/portrait.png", 8, 6)
PHOTO = Picture("images/photo.png", 8, 6)
FILM = Video(embed_url="https://example.com/film")


@pytest.mark.parametrize(
    ("consent", "months", "is_shown"),
    [
        (None, None, True),
        (Consent(scope=TEXT), None, True),
        (Consent(), None, False),
        (Consent(scope=frozenset({"name", "photo", "video", "social"})), None, False),
        (Consent(scope=TEXT, expires=NEXT_DAY), None, True),
        (Consent(scope=TEXT, expires=TODAY), None, False),
        (Consent(scope=TEXT, withdrawn=NEXT_DAY), None, True),
        (Consent(scope=TEXT, withdrawn=TODAY), None, False),
        (Consent(scope=TEXT, given=date(2025, 6, 1)), None, True),
        (Consent(scope=TEXT, given=date(2025, 6, 1)), 12, False),
        (Consent(scope=TEXT, given=date(2025, 6, 2)), 12, True),
        (Consent(scope=TEXT), 12, True),
        (Consent(scope=TEXT, given=date(2020, 1, 1), expires=NEXT_DAY), 12, True),
        (Consent(scope=TEXT, given=TODAY, expires=TODAY), 12, False),
        (Consent(scope=TEXT, expires=NEXT_DAY, withdrawn=TODAY), 12, False),
    ],
)
def test_words_are_shown_while_consent_holds(
    consent: Consent | None,
    months: int | None,
    is_shown: bool,  # noqa: FBT001 - a column
) -> None:
    settings = make_settings(retention_months=months)
    shown = disclose_one(make_review(consent=consent), settings=settings)
    assert (shown is not None) is is_shown


@pytest.mark.parametrize(
    ("published", "is_shown"), [(date(2025, 6, 1), False), (date(2025, 6, 2), True)]
)
def test_a_review_leaves_when_the_retention_is_over(
    published: date,
    is_shown: bool,  # noqa: FBT001 - a column
) -> None:
    settings = make_settings(retention_months=12)
    shown = disclose_one(make_review(date_published=published), settings=settings)
    assert (shown is not None) is is_shown


def test_an_expiry_that_was_typed_goes_before_the_retention() -> None:
    given = Consent(given=DAY, expires=TODAY)
    assert expiry(given, 1) == TODAY
    assert expiry(Consent(given=DAY), 1) == date(2026, 6, 14)
    assert expiry(Consent(given=DAY), None) is None


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
        (date(2024, 11, 30), 1, date(2024, 12, 30)),
        (date(2024, 11, 30), 2, date(2025, 1, 30)),
        (date(2024, 1, 1), 999_999_999_999, date.max),
    ],
)
def test_months_end_where_the_calendar_says(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


SCOPES = [None, *(frozenset(parts) for parts in (["text"], ["text", "name"], ["text", "photo"]))]
SCOPES += [frozenset(["text", "video"]), frozenset(["text", "name", "photo", "video", "social"])]


@pytest.mark.parametrize(
    ("display", "scope"), list(product(["initial", "full", "anonymous"], SCOPES))
)
def test_each_part_is_shown_only_in_its_scope(display: str, scope: frozenset[str] | None) -> None:
    author = Author("Marie Dupont", url="https://x.org", image=PORTRAIT, display=display)
    consent = None if scope is None else Consent(scope=scope)
    review = make_review(author=author, image=(PHOTO,), video=FILM, consent=consent)
    shown = disclose_one(review)
    assert shown is not None
    parts = scope or frozenset()
    in_full = display == "full" and "name" in parts
    named = "Marie Dupont" if in_full else "Marie D."
    assert shown.author.name == (None if display == "anonymous" else named)
    assert shown.author.url == ("https://x.org" if in_full else None)
    may_be_seen = "photo" in parts and display != "anonymous"
    assert shown.author.image == (PORTRAIT if may_be_seen else None)
    assert shown.image == ((PHOTO,) if "photo" in parts else ())
    assert shown.video == (FILM if "video" in parts else None)


def test_an_anonymous_author_says_nothing_of_themselves() -> None:
    author = Author(
        "Marie Dupont", "Cook", "Tea School", "Nantes", "https://x.org", PORTRAIT, "anonymous"
    )
    shown = disclose_one(make_review(author=author, consent="text name photo"))
    assert shown is not None
    assert set(structs.asdict(shown.author).values()) == {None}


SECRET = "Quetzalcoatl"  # noqa: S105 - no password
WORDS = "Xylophonic"


def _with_secrets(slug: str, **given: Any) -> Any:  # noqa: ANN401 - a review
    evidence = Provenance(
        source="email",
        verification="order",
        evidence=f"{SECRET}-order",
        incentive_condition="positive",
    )
    usual: dict[str, Any] = {
        "author": f"Marie {SECRET}",
        "rating": 4,
        "provenance": evidence,
        "image": (Picture(f"images/{SECRET}.png"),),
        "video": Video(embed_url=f"https://x.org/{SECRET}", transcript=SECRET),
        "corrections": (Correction(DAY, "author", "A typing error", f"{SECRET}-hash"),),
    }
    return make_review(slug, **(usual | given))


def _hidden(slug: str, **given: Any) -> Any:  # noqa: ANN401 - a review
    words = {
        "name": WORDS,
        "review_body": f"It is {WORDS}.",
        "keywords": (WORDS,),
        "excerpt": WORDS,
        "reply": Reply(f"We thank you for {WORDS}"),
        "translations": {"fr": Translation(WORDS, WORDS, WORDS)},
        "review_aspect": {},
    }
    return _with_secrets(slug, **(words | given))


def test_no_secret_is_in_anything_public() -> None:
    photo = Picture(f"images/{SECRET}.png")
    reviews = [
        _with_secrets("initial"),
        _with_secrets("full", display="full"),
        _with_secrets("no-name-in-scope", display="full", consent="text"),
        _with_secrets("anonymous", display="anonymous", consent="text"),
        _with_secrets(
            "portrait", author=Author(f"Zoé {SECRET}", url=f"https://x.org/{SECRET}", image=photo)
        ),
        _hidden("pending", status="pending"),
        _hidden("withheld", status="withheld", withheld_for="abusive"),
        _hidden("withdrawn", status="withdrawn", withdrawn=Withdrawn(TODAY, "author")),
        _hidden("lapsed", consent=Consent(scope=TEXT, expires=TODAY)),
        _hidden("taken-back", consent=Consent(scope=TEXT, withdrawn=TODAY)),
        _hidden("out-of-scope", consent="name photo video"),
        _hidden("old", date_published=date(2020, 1, 1)),
    ]
    story = make_story(reviews=tuple(review.key for review in reviews), item="kettle")
    settings = make_settings(retention_months=60)
    site = make_site(*reviews, items=[make_item()], stories=[story], settings=settings)
    assert len(site.reviews) == 5

    files = b"".join(data for _, data in make_all(site)).decode()
    records = repr(site)
    planned = "".join(repr(page) for page in plan_pages(replaced_stories(site)))
    for text in (records.replace(repr(site.stories), ""), files, planned):
        assert SECRET not in text
        assert WORDS not in text


def replaced_stories(site: Any) -> Any:  # noqa: ANN401 - a site
    """Return the site without stories, whose headers name reviews by identifier."""
    return dataclasses.replace(site, stories=())


def test_the_record_of_a_review_has_no_place_for_a_private_field() -> None:
    shown = disclose_one(_with_secrets("initial"))
    assert shown is not None
    names = set()

    def collect(value: object) -> None:
        if isinstance(value, Struct):
            for name, inner in structs.asdict(value).items():
                names.add(name)
                collect(inner)
        elif isinstance(value, list | tuple):
            for inner in value:
                collect(inner)

    collect(shown)
    private = {"evidence", "consent", "display", "was", "status", "withheld_for", "withdrawn"}
    assert not names & (private | {"provenance", "file", "places"})


def test_a_verification_without_evidence_is_not_told() -> None:
    for evidence, told in ((None, None), ("order-1", "order")):
        review = make_review(provenance=Provenance(verification="order", evidence=evidence))
        shown = disclose_one(review)
        assert shown is not None
        assert shown.labels.verification == told
