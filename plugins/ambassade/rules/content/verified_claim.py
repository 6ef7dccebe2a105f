"""A text that calls all reviews verified, where one of them is not.

Why: No check may be claimed that was not made ({eu-checked}; {fr-checked}; {uk-reviews}). A review
counts as verified here with its method and evidence.

Bad:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    TAGLINE = "Verified reviews of our kettles."
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.

Good:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    TAGLINE = "Verified reviews of our kettles."
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
    provenance:
      verification: order
      evidence: order-1a2b
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule
from ambassade.rules.claims import is_denied, own_texts, policy_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem
    from ambassade.rules.claims import OwnText

RULE = Rule(
    "R122",
    "verified-claim",
    Level.WARNING,
    N_("{key} says “{claim}”, but {review} has no verification with evidence."),
    N_("Delete the claim: each verified review is marked as such by itself."),
    under=dict.fromkeys(("fr", "eu", "uk"), Level.ERROR),
)
_REVIEWS = r"(?:reviews|ratings|testimonials|opinions|feedback)"
_AVIS = r"(?:avis|t[ée]moignages|notes|[ée]valuations)"
_VERIFIES = r"v[ée]rifi[ée]e?s\b"
_CLAIMS = (
    # "Verified reviews are marked" speaks of those that are.
    rf"\bverified\s+(?:(?:customer|client|buyer|user|guest)s?\s+)?{_REVIEWS}\b(?!\s+(?:are|have|bear|carry)\b)",
    rf"\b{_REVIEWS},?\s+(?:(?:are|is|all|100\s*%|fully)\s+)*(?:verified|guaranteed\s+(?:authentic|genuine|real))\b",
    rf"\b(?:authentic|genuine|real)\s+{_REVIEWS},?\s+guaranteed\b",
    rf"\b(?:guaranteed|100\s*%)\s+(?:authentic|genuine|real)\s+{_REVIEWS}\b",
    rf"\b{_AVIS},?\s+(?:(?:de\s+)?(?:nos\s+)?clients?\s+)?(?:(?:sont|tous|toutes|100\s*%)\s+)*{_VERIFIES}(?!\s+(?:sont|ont|portent)\b)",
    rf"\b{_AVIS},?\s+(?:clients?\s+)?(?:(?:sont|tous|toutes|100\s*%)\s+)*(?:authentiques\s+(?:et\s+)?garantie?s|garantie?s\s+authentiques)\b",
    rf"\b{_AVIS},?\s+(?:clients?\s+)?100\s*%\s*authentiques\b",
)
_CLAIM = re.compile("|".join(_CLAIMS), re.IGNORECASE)
_ALL = re.compile(r"\b(?:all|every|each|100\s*%|tous|toutes|chaque)\b", re.IGNORECASE)
_WHOLLY = re.compile(rf"\b100\s*%\s*(?:verified\b|{_VERIFIES})", re.IGNORECASE)
_OF_REVIEWS = re.compile(rf"\b(?:{_REVIEWS}|{_AVIS})\b", re.IGNORECASE)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Compare what texts claim of all reviews with those that are published."""
    texts = (*own_texts(catalogue), *_sweeping_policies(catalogue))
    claims = [(text, claim) for text in texts if (claim := _find_claim(text))]
    unverified = _find_unverified(catalogue) if claims else {}
    for text, claim in claims:
        review = unverified.get(text.item if text.is_of_item else "")
        if review:
            yield RULE.at(text.place, key=text.key, claim=claim, review=review)


def _find_unverified(catalogue: Catalogue) -> dict[str, str]:
    """Return the first published review without verification of each item, and of all (under "")."""
    found: dict[str, str] = {}
    for review in catalogue.records.reviews:
        if review.status == "published" and not review.is_verified:
            found.setdefault(review.item, review.key)
            found.setdefault("", review.key)
    return found


def _sweeping_policies(catalogue: Catalogue) -> Iterator[OwnText]:
    """Yield the policy's texts that speak of all reviews: how some are verified, it is to say."""
    return (text for text in policy_texts(catalogue.settings) if _ALL.search(text.words))


def _find_claim(text: OwnText) -> str:
    """Return the words that claim it; none if they are denied."""
    found = list(_CLAIM.finditer(text.words))
    if text.key.startswith(("HEADLINE", "TAGLINE")) or _OF_REVIEWS.search(text.words):
        found += _WHOLLY.finditer(text.words)
    return next((each[0] for each in found if not is_denied(text.words, each.start())), "")
