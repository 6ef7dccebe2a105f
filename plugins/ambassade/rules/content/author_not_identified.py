"""An author's name that is no name.

Why: A review needs the valid name of a person or an organization where it is marked up
({google-review}); some want its author known to whoever publishes it, even where the name is not
shown ({iso-reviews}).

Bad:
    author: Anonymous
    reviewBody: It boils water.

Good:
    author:
      name: Marie Dupont
      display: anonymous
    reviewBody: It boils water.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule
from ambassade.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R124",
    "author-not-identified",
    Level.OFF,
    N_("The author's name is {name}, which is no name."),
    N_("Write who it was; `display: anonymous` hides the name from the site."),
    under={"google": Level.WARNING, "iso20488": Level.ERROR},
)
BY_ITEM = True
_NOBODY = re.compile(
    "acheteuse|acheteur|anon|anonyme|anonymous( customer| user)?|buyer|client( anonyme)?|cliente"
    "|customer|gebruiker|guest|inconnue?|internaute|klant|kunde|kundin|member|membre|n a|na|nobody"
    "|no name|nutzer|nutzerin|reader|sans nom|someone|unknown|user|usuario|utente|utilisateur"
    "( anonyme)?|utilisatrice|utilizador|visiteur|visitor|voyageur|xxx"
)
_ARTICLES = frozenset(
    ("a", "an", "the", "un", "une", "le", "la", "l", "ein", "eine", "een", "uno", "una", "um")
)
# What they write in place of a name: a Google user, un client d’Amazon.
_SITES = frozenset(("airbnb", "amazon", "facebook", "google", "tripadvisor", "trustpilot", "yelp"))
_OF_SITES = frozenset(("d", "da", "de", "di", "do", "of", "on", "van"))
_PRAISE = frozenset(("happy", "satisfied", "verified", "satisfait", "satisfaite", "verifie"))


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every name; where it is hidden, only a norm that wants the author known asks for it."""
    wants_hidden = "iso20488" in catalogue.settings.review_profiles
    for review in catalogue.records.reviews:
        author = review.author
        if review.status not in {"published", "pending"} or not author.name:
            continue
        if catalogue.is_forgotten(review):
            continue
        if (author.display != "anonymous" or wants_hidden) and _is_nobody(author.name):
            yield RULE.at(review.place("author.name", "author"), name=author.name)


def _is_nobody(name: str) -> bool:
    words = re.findall("[a-z]+", fold(name))
    while words and words[0] in _ARTICLES | _PRAISE:
        words.pop(0)
    if not _SITES.isdisjoint(words):
        words = [word for word in words if word not in _SITES | _OF_SITES]
    while words and words[-1] in _PRAISE:
        words.pop()
    return not any(map(str.isalnum, name)) or _NOBODY.fullmatch(" ".join(words)) is not None
