"""A text that calls the reviews certified by, or compliant with, a norm.

Why: Whether a company keeps a norm is for a certifier to say, and no build can know it: a claim
that nobody examined misleads ({fr-checked}; {eu-checked}; {uk-reviews}; {iso-reviews}).

Bad:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    TAGLINE = "Reviews certified to ISO 20488."

Good:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    TAGLINE = "Reviews gathered with ISO 20488 in mind; nobody certified us."
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule
from ambassade.rules.claims import is_denied, own_texts, policy_texts, sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "R123",
    "certified-claim",
    Level.WARNING,
    N_("{key} says “{claim}” of {norm}, which no build can know."),
    N_("Say what you do instead. If you hold the certificate, waive this rule in REVIEW_RULES."),
    under=dict.fromkeys(("fr", "eu", "uk", "iso20488"), Level.ERROR),
)
_NORM = re.compile(
    r"\bISO[\s-]*20488\b|\bNF[\s-]*Z[\s-]*74[\s.-]*501\b|\bNF[\s-]+Service\b", re.IGNORECASE
)
_CLAIM = re.compile(
    r"\b(?:certifi(?:ed|cation|cate|cat|[ée]e?s?)|complian(?:t|ce)|conform(?:s|ing|ity|es?|it[ée])"
    r"|compl(?:y|ies)|labelled|labelis[ée]e?s?)\b",
    re.IGNORECASE,
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look for the name of a norm and a claim of it in one sentence."""
    for text in (*own_texts(catalogue), *policy_texts(catalogue.settings)):
        for sentence in sentences_of(text.words):
            norm = _NORM.search(sentence)
            claim = _find_claim(sentence) if norm else ""
            if norm and claim:
                yield RULE.at(text.place, key=text.key, claim=claim, norm=norm[0])
                break


def _find_claim(sentence: str) -> str:
    found = _CLAIM.finditer(sentence)
    return next((each[0] for each in found if not is_denied(sentence, each.start())), "")
