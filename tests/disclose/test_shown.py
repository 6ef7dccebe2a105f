"""Names, excerpts, topics, aspects and translations as they are shown."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ambassade.model import Translation
from ambassade.public import Excerpt, Named
from ambassade.shown_name import first_name_and_initial
from tests.catalogue.records import (
    DAY,
    disclose_one,
    make_item,
    make_review,
    make_site,
    make_story,
    rate,
)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Marie Dupont", "Marie D."),
        ("Marie", "Marie"),
        ("Marie D.", "Marie D."),
        ("Marie D", "Marie D."),
        ("M. D.", "M. D."),
        ("Jean de la Fontaine", "Jean F."),
        ("Ludwig van Beethoven", "Ludwig B."),
        ("Jean-Pierre Dupont-Moretti", "Jean-Pierre D."),
        ("Seán O’Brien", "Seán O."),
        ("Anna  von\u00a0der   Leyen", "Anna L."),
        ("Zoé E\u0301tienne", "Zoé É."),
        ("marie étienne", "marie É."),
        ("Ida ßeta", "Ida S."),
        ("Marie 🌸", "Marie"),
        ("Marie Dupont 🌸", "Marie D."),
        ("🌸", "🌸"),
        ("🌸 🌸", "🌸"),
        ("王小明", "王."),
        ("佐々木太郎", "佐."),
        ("김민수", "김."),
        ("卡尔·马克思", "卡."),
        ("王", "王"),
        ("Иван Петров", "Иван П."),
        ("42", "42"),
        ("", ""),
        (" ", ""),
        ("Dupont, Marie", "Marie D."),
        ("Marie Dupont (Nantes)", "Marie D."),
        ("山田 太郎", "太郎 山."),
        ("Mr Dupont", "Mr D."),
        ("Dr. Schmidt", "Dr. S."),
        ("Prof. Dr. Schmidt", "Prof. S."),
        ("Dupont, Mme.", "Mme. D."),
        ("Mr Dupont Jr", "Mr D."),
        ("Mr DUPONT", "Mr D."),
        ("Mme Marie Dupont", "Marie D."),
        ("Mr", "Mr"),
        ("PETIT Jean", "Jean P."),
        ("DURAND-MARTIN Éric", "Éric D."),
        ("DE LA TOUR Jean", "Jean D."),
        ("O’BRIEN Seán", "Seán O."),
        ("Mme PETIT Jeanne Marie", "Jeanne P."),
        ("PETIT jean (Nantes)", "jean P."),
        ("JEAN PETIT", "JEAN P."),
        ("JP Martin", "JP M."),
        ("DJ Bob", "DJ B."),
        ("J.R. Tolkien", "J.R. T."),
        ("J.R.R. Tolkien", "J.R.R. T."),
        ("ACME 2000", "ACME 2."),
        ("marie.dupont", "marie D."),
        ("marie_dupont44", "marie D."),
        ("Marie/Dupont", "Marie D."),
        ("Marie\u200bDupont", "Marie D."),
        ("J.Dupont", "J. D."),
        ("J.R.R.Tolkien", "J.R.R. T."),
        ("user_123", "user_123"),
        ("Dupont; Marie", "Marie D."),
        ("Dupont (Mme)", "Mme D."),
        ("Dupont [M.]", "M. D."),
        ("Marie Dupont (Mme)", "Marie D."),
        ("Mme et M. Dupont", "M. D."),
    ],
)
def test_by_default_first_name_and_initial_are_shown(name: str, shown: str) -> None:
    assert first_name_and_initial(name) == shown


@pytest.mark.parametrize(("name", "shown"), [("Smith Jr", "Smith"), ("Ann Smith Jr", "Ann S.")])
def test_a_suffix_is_no_family_name(name: str, shown: str) -> None:
    assert first_name_and_initial(name) == shown


@given(st.text(), st.text(st.characters(categories=["Lu", "Ll"]), min_size=4, max_size=12))
def test_a_family_name_is_never_shown_beyond_its_initial(first: str, family: str) -> None:
    shown = first_name_and_initial(f"A{first} {family}")
    assert not shown.endswith(family)


@pytest.mark.parametrize(
    ("body", "excerpt", "shown"),
    [
        ("It is warm. I like it.", "It is warm.", ("It is warm.", False, True)),
        ("It is warm. I like it.", "I like it.", ("I like it.", True, False)),
        ("It is warm.", "It is warm.", ("It is warm.", False, False)),
        ("It *is*\n\n- warm", "is warm", ("is warm", True, False)),
        ("It *is* warm", "*is* warm", ("is warm", True, False)),
        ("I like e\u0301te\u0301", "été", ("été", True, False)),
        ("It is warm.", "cold", None),
        ("It is warm.", "arm", None),
        (None, "warm", None),
        ("It is warm.", None, None),
    ],
)
def test_an_excerpt_is_shown_as_it_stands_in_the_body(
    body: str | None, excerpt: str | None, shown: tuple[str, bool, bool] | None
) -> None:
    review = disclose_one(make_review(rating=4, review_body=body, excerpt=excerpt))
    assert review is not None
    assert review.excerpt == (shown and Excerpt(*shown))


def test_keywords_of_one_slug_are_one_topic_named_as_first_written() -> None:
    site = make_site(
        make_review("new", keywords=("SUPPORT", "Speed", "speed")),
        make_review("old", keywords=("Support",), date_published=DAY.replace(day=1)),
    )
    assert [(topic.name, topic.slug) for topic in site.topics] == [
        ("Speed", "speed"),
        ("Support", "support"),
    ]
    assert [topic.slug for topic in site.reviews[0].keywords] == ["support", "speed"]


def test_aspects_are_on_the_scale_of_the_rating() -> None:
    aspects = {"price": Decimal(9)}
    scaled = disclose_one(make_review(rating=rate(8, 10, 0), review_aspect=aspects))
    alone = disclose_one(make_review(review_aspect={"price": Decimal(3)}))
    assert scaled is not None
    assert alone is not None
    assert scaled.review_aspect == (("price", rate(9, 10, 0)),)
    assert alone.review_aspect == (("price", rate(3)),)


def test_translations_are_shown_in_the_languages_of_the_site() -> None:
    words = Translation("Titre", "Ça chauffe", "Zoé")
    review = make_review(translations={"fr-CA": words, "de": words, "en-GB": words})
    shown = disclose_one(review)
    assert shown is not None
    assert [one.language for one in shown.translations] == ["de", "fr"]
    assert shown.translations[1].body is not None
    assert shown.translations[1].body.text == "Ça chauffe"


def test_a_review_belongs_to_the_language_of_the_site_it_is_nearest_to() -> None:
    for tag, language in (("fr-CA", "fr"), ("en-GB", "en"), ("de", "en"), ("fr", "fr")):
        shown = disclose_one(make_review(in_language=tag))
        assert shown is not None
        assert (shown.in_language, shown.page_language) == (tag, language)


def test_an_item_is_named_in_the_language_of_the_page() -> None:
    names = {"fr-CA": Named("Canard", "Au Québec"), "de": Named("Kessel")}
    (item,) = make_site(items=[make_item(translations=names)]).items
    assert [item.name(language) for language in ("en", "fr", "de")] == [
        "Kettle",
        "Canard",
        "Kessel",
    ]
    assert (item.description("fr"), item.description("en")) == ("Au Québec", None)
    both = make_item(translations={"fr": Named("Bouilloire"), "fr-CA": Named("Canard")})
    assert make_site(items=[both]).items[0].name("fr") == "Bouilloire"


def test_reviews_are_told_from_the_newest_to_the_oldest() -> None:
    days = [3, 9, 1, 9]
    reviews = [
        make_review(f"r{number}", date_published=DAY.replace(day=day))
        for number, day in enumerate(days)
    ]
    site = make_site(*reviews)
    assert [review.identifier for review in site.reviews] == [
        "2026-05-09-r1",
        "2026-05-09-r3",
        "2026-05-03-r0",
        "2026-05-01-r2",
    ]
    assert site.items[0].reviews == site.reviews


def test_those_of_several_items_are_told_so_too_and_by_key_on_a_day() -> None:
    reviews = [
        make_review(item=item, date_published=DAY.replace(day=day))
        for item in ("a", "a-b")
        for day in (1, 3, 9 if item == "a" else 8)
    ]
    site = make_site(*reviews, items=[make_item("a"), make_item("a-b")])
    assert [f"{one.item} {one.date_published.day}" for one in site.reviews] == [
        "a 9",
        "a-b 8",
        "a-b 3",
        "a 3",
        "a-b 1",
        "a 1",
    ]


def test_stories_of_a_day_are_told_by_their_address() -> None:
    stories = [make_story("b", language="en"), make_story("a", language="fr")]
    assert [story.slug for story in make_site(stories=stories).stories] == ["a", "b"]


@pytest.mark.parametrize("publisher", ["Elsewhere", None])
def test_an_address_of_the_publisher_is_shown_with_its_name_alone(publisher: str | None) -> None:
    origin = {"publisher": publisher, "url": "https://elsewhere.example/1"}
    shown = disclose_one(make_review(provenance=origin))
    assert shown is not None
    assert shown.labels.publisher_url == (publisher and "https://elsewhere.example/1")


def test_a_translation_shows_nothing_that_the_review_has_not() -> None:
    def shown(**given: Any) -> list[tuple[str | None, str | None]]:  # noqa: ANN401 - a review's fields
        review = disclose_one(make_review(**given))
        assert review
        return [(one.name, one.body.text if one.body else None) for one in review.translations]

    made_up = {"fr": Translation("Magnifique", "Le meilleur."), "de": Translation(None, "Ja.")}
    assert shown(review_body=None, rating=5, translations=made_up) == []
    assert shown(translations={"fr": Translation("Titre", "Chaude.")}) == [(None, "Chaude.")]
    assert shown(translations={"fr": Translation(translator="X")}) == []
    titled = {"fr": Translation("Chaude")}
    assert shown(name="Warm", translations=titled) == [("Chaude", None)]
