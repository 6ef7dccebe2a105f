"""A proof that names the author, or by which one could write to or call somebody.

Why: What is kept of a person is no more than is needed ({eu-limits}), and a proof needs no name:
an opaque reference leads to the order as well, and tells nothing to those who see this file.

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    provenance:
      verification: order
      evidence: order-dupont-12

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    provenance:
      verification: order
      evidence: order-7f3a91
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule
from ambassade.rules.contact import holds_email
from ambassade.rules.name_words import name_words
from ambassade.text import fold_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem

RULE = Rule(
    "C108",
    "evidence-names-person",
    Level.WARNING,
    # Neither name nor number is told: messages end up in logs that many may read.
    N_("provenance.evidence has part of the author's name in it."),
    N_("Write a reference instead, such as the order's number, that says nothing of a person."),
    under={"eu": Level.ERROR, "fr": Level.ERROR, "uk": Level.ERROR},
)
BY_ITEM = True
TELEPHONE = N_("provenance.evidence looks like a telephone number.")
EMAIL = N_("provenance.evidence looks like an e-mail address.")
# Digits alone may be an order's number: a telephone's begin with +, or are parted as one says them.
_TELEPHONE = re.compile(
    r"(?<!\w)(?:\+\s?[1-9](?:[\s().-]{0,2}\d){6,13}"
    r"|0[1-9](?:[\s.]\d{2}){4}|0[67]\d{8}"
    r"|\(?0\d{2,4}\)?[\s-]\d{3,4}[\s-]?\d{3,4}"
    r"|\(\d{3}\)\s?\d{3}[\s.-]\d{4})(?!\w)"
)
_REFERENCE = re.compile(
    r"(?:#|n[°o]|no\.|\b(?:order|inv|invoice|ticket|po|ref|r[ée]f[ée]rence|r[ée]f|contract|quote|commande|facture"
    r"|devis|contrat|client|customer|dossier))\W*$",
    re.IGNORECASE,
)
# `marie@example`, `marie (at) example`, `marie at example dot org`
_EMAIL = re.compile(
    r"\w@\w|\w\s*[\[({]\s*(?:at|arobase)\s*[\])}]\s*\w"
    r"|\w\s+(?:at|arobase)\s+\w+\s*[\[({]?\s*(?:dot|point|\.)\s*[\])}]?\s*\w",
    re.IGNORECASE,
)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at every review's evidence; what holds a whole e-mail address is told by R109."""
    for review in catalogue.records.reviews:
        evidence = unicodedata.normalize("NFKC", review.provenance.evidence or "")
        if name_words(review.author.name).intersection(fold_words(evidence)):
            yield RULE.at(review.place("provenance.evidence"))
        elif _EMAIL.search(evidence) and not holds_email(evidence):
            yield RULE.at(review.place("provenance.evidence"), fact=EMAIL)
        elif _has_telephone(evidence):
            yield RULE.at(review.place("provenance.evidence"), fact=TELEPHONE)


def _has_telephone(evidence: str) -> bool:
    """Tell whether a number reads like a telephone's; after "order" or "#" it is a reference."""
    found = _TELEPHONE.search(evidence)
    return found is not None and _REFERENCE.search(evidence[: found.start()]) is None
