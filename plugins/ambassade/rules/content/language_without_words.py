"""A language of the site in which Ambassade has no words of its own.

Why: What a page is made of besides its content (headings, labels, "Written by an employee") would be in
English on pages that say they are in that language: readers do not understand what must be said to them,
and screen readers read it as that language (WCAG 2.2, 3.1.1 and 3.1.2).

Bad:
    # file: pelicanconf.py
    SITEURL = "https://kettles.example"
    SITENAME = "Kettles"
    LANGUAGES = ["en", "ar"]
    COMPANY = {"name": "Kettle Works"}

Good:
    # file: pelicanconf.py
    SITEURL = "https://kettles.example"
    SITENAME = "Kettles"
    LANGUAGES = ["en", "fr-CA"]
    COMPANY = {"name": "Kettle Works"}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.locale import has_words, language_name, spoken_languages, terminal_language
from ambassade.problem import N_, Level, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Place, Problem
    from ambassade.settings import Settings

RULE = Rule(
    "S110",
    "language-without-words",
    Level.WARNING,
    N_(
        "Pages in {language} have their headings and labels in English: Ambassade has no words of its "
        "own in that language."
    ),
    N_("Keep to the languages that it has words in: {there}. Reviews may be in any language."),
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the languages of the site, the default one among them."""
    settings = catalogue.settings
    for language in settings.languages:
        if not has_words(language):
            named = f"{language_name(language, terminal_language())} ({language})"
            yield RULE.at(_place_of(language, settings), language=named, there=spoken_languages())


def _place_of(language: str, settings: Settings) -> Place:
    is_default = language == settings.default_language and "DEFAULT_LANG" in settings.places
    return settings.place("DEFAULT_LANG" if is_default else "LANGUAGES")
