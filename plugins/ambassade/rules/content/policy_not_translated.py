"""A text of the settings that lacks one of the site's languages.

Why: What is to be said near the reviews is said to those who read them, in the language of the page
({fr-fair}; {eu-checked}; {uk-reviews}).

Bad:
    # file: pelicanconf.py
    SITEURL = "https://kettles.example"
    SITENAME = "Kettles"
    LANGUAGES = ["en", "fr"]
    COMPANY = {"name": "Kettle Works"}
    REVIEW_PROFILES = ["eu"]
    REVIEW_POLICY = {"verification": {"en": "We look the order up."}}

Good:
    # file: pelicanconf.py
    SITEURL = "https://kettles.example"
    SITENAME = "Kettles"
    LANGUAGES = ["en", "fr"]
    COMPANY = {"name": "Kettle Works"}
    REVIEW_PROFILES = ["eu"]
    REVIEW_POLICY = {
        "verification": {
            "en": "We look the order up.",
            "fr": "Nous recherchons la commande.",
        },
    }
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.language import match_language
from ambassade.locale import language_name, terminal_language
from ambassade.problem import N_, Level, Rule, Word
from ambassade.rules.asked_settings import ASKED, TEXTS, says_something, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem
    from ambassade.settings import Localized, Settings

RULE = Rule(
    "S104",
    "policy-not-translated",
    Level.OFF,
    N_("{key} has no text in {language}, a language of the site."),
    N_("Add it: until then, pages in that language show another one’s words."),
    under=dict.fromkeys(ASKED, Level.WARNING),
)
PLAIN = N_(
    "Not given by language: {keys}. The pages in every language show these words as they stand."
)
BY_LANGUAGE = N_("Write them by language: {form}.")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at each text that is given by language, and at all plain ones together."""
    settings, plain = catalogue.settings, []
    for key, text in _list_texts(settings).items():
        said = tuple(tag for tag, words in text.texts.items() if says_something(words))
        if "" in said:
            plain.append(key)
        elif said:
            for language in settings.languages:
                if match_language(language, said) is None:
                    named = f"{language_name(language, terminal_language())} ({language})"
                    yield RULE.at(settings.place(key), key=key, language=named)
    if plain and len(settings.languages) > 1:
        form = ", ".join(f'"{language}": "…"' for language in settings.languages)
        yield RULE.at(
            min(settings.place(key) for key in plain),
            fact=PLAIN,
            remedy=BY_LANGUAGE,
            keys=plain,
            form=Word(f"{{{form}}}"),  # never cut
        )


def _list_texts(settings: Settings) -> Mapping[str, Localized]:
    first = {
        "HEADLINE": settings.headline,
        "TAGLINE": settings.tagline,
        "COMPANY.description": settings.company.description,
    }
    return first | {f"REVIEW_POLICY.{key}": text_of(key, settings) for key in TEXTS}
