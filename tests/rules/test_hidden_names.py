"""A name that is not shown beside a review stands in no text of it either (H106)."""

import pytest

from tests.rules.conftest import Told


def _sample(rest: str, author: str = "Marie Petit") -> str:
    return f"author: {author}\nreviewBody: It boils.\n{rest}"


@pytest.mark.parametrize(
    ("rest", "key"),
    [
        ("reply: {text: 'Bonjour Madame Petit, merci !'}", "reply.text"),
        ("reply: {text: 'M. PETIT a raison.'}", "reply.text"),
        ("reply: {text: 'Petit bémol. Marie Petit nous a appelés.'}", "reply.text"),
        ("reply: {text: Nous avons appelé Petit hier.}", "reply.text"),
        ("name: As Marie Petit says", "name"),
        ("translations: {fr: {reviewBody: 'Ça bout. Mme Petit'}}", "translations.fr.reviewBody"),
        (
            "corrections: [{date: 2026-05-20, by: author, reason: Mrs Petit asked.}]",
            "corrections.reason",
        ),
    ],
)
def test_a_text_that_names_the_author_is_told_and_the_name_is_not(
    told: Told, rest: str, key: str
) -> None:
    (line,) = told("H106", _sample(rest))
    assert f"{key} names the author by a name that the site does not show." in line
    assert "Petit" not in line


@pytest.mark.parametrize(
    ("rest", "author"),
    [
        ("reply: {text: 'Bonjour Marie. Petit bémol : il est petit.'}", "Marie Petit"),
        ("reply: {text: Bonjour Madame Petite}", "Marie Petit"),
        ("inLanguage: de\nreply: {text: Ein guter Koch.}", "Anna Koch"),
        ("reply: {text: Saluez Nantes et Mme Roux.}", "Mme Marie Petit (Nantes)"),
        ("reply: {text: Bonjour Madame Petit}\nstatus: pending", "Marie Petit"),
        (
            "reply: {text: Bonjour Madame Petit}\nconsent: {given: 2026-05-01, scope: [text, name]}",
            "{name: Marie Petit, display: full}",
        ),
    ],
)
def test_other_words_and_names_that_are_shown_are_not_told(
    told: Told, rest: str, author: str
) -> None:
    assert told("H106", _sample(rest, author)) == []


@pytest.mark.parametrize("written", ["Étienne", "Etienne", "ÉTIENNE"])
def test_accents_make_no_other_name(told: Told, written: str) -> None:
    sample = _sample(f"reply: {{text: Merci Madame {written}}}", "Zoé Étienne")
    assert len(told("H106", sample)) == 1


def test_of_one_who_stays_anonymous_the_first_name_is_told_too(told: Told) -> None:
    author = "{name: Marie Petit, display: anonymous}"
    (line,) = told("H106", _sample("reply: {text: 'Bonjour Marie, merci !'}", author))
    assert "Take it out, or leave it so" in line


@pytest.mark.parametrize(
    ("author", "words"), [("李明", "Merci Madame Ming"), ("Sean O'Brien", "Merci Monsieur OBrien")]
)
def test_a_name_is_known_in_other_letters(told: Told, author: str, words: str) -> None:
    assert len(told("H106", _sample(f"reply: {{text: {words}}}", author))) == 1
