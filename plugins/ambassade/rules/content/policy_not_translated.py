"""A text of the review policy that lacks one of the site's languages.

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
from ambassade.problem import N_, Level, Rule
from ambassade.rules.asked_settings import ASKED, TEXTS, says_something, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "S104",
    "policy-not-translated",
    Level.OFF,
    N_("REVIEW_POLICY.{key} has no text in {language}, a language of the site."),
    N_("Add it: until then, pages in that language show another one’s words."),
    under=dict.fromkeys(ASKED, Level.WARNING),
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the texts of the policy that are given by language."""
    settings = catalogue.settings
    for key in TEXTS:
        texts = text_of(key, settings).texts
        said = tuple(tag for tag, text in texts.items() if says_something(text))
        if not said or "" in said:
            continue
        place = settings.place(f"REVIEW_POLICY.{key}")
        for language in settings.languages:
            if match_language(language, said) is None:
                yield RULE.at(place, key=key, language=language)
