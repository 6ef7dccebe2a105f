"""An incentive that does not say what was given.

Why: What a reviewer was given is said clearly beside the review ({us-endorsement}; {uk-reviews};
{fr-beside}); "In exchange for: yes" tells a reader nothing. A way of typing "none" that is not
`none` would be shown as if it were a gift.

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    provenance:
      incentive: yes

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    provenance:
      incentive: 10 % off the next order
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
    "R111",
    "incentive-unclear",
    Level.WARNING,
    N_("provenance.incentive is {value}: that does not say what was given."),
    N_("Write what was given, in words that customers understand, or `none`."),
    under=dict.fromkeys(("fr", "eu", "us", "uk"), Level.ERROR),
)
BY_ITEM = True
NOTHING = N_("provenance.incentive is {value}, which is shown as if it had been given.")
WRITE_NONE = N_("Write `none` where nothing was given.")
_YES = re.compile(
    r"1|\?|given|incentive|incentivi[sz]ed|inconnu|ok?|oui|quelque chose|something|true|unknown|vrai"
    "|x|y|yes"
)
_NO = re.compile("[-/]+|0|aucune?|false|faux|n|n/a|na|neant|nil|no|non|none|nothing|null|rien|sans")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at the incentive of every review that is or will be shown."""
    for review in catalogue.records.reviews:
        value = review.provenance.incentive
        if value == "none" or review.status not in {"published", "pending"}:
            continue
        place = review.place("provenance.incentive")
        if gives_nothing(value):
            yield RULE.at(place, fact=NOTHING, remedy=WRITE_NONE, value=value)
        elif _YES.fullmatch(_bare(value)):
            yield RULE.at(place, value=value)


def gives_nothing(incentive: str) -> bool:
    """Tell whether `incentive` is `none`, or a way of typing it."""
    return _NO.fullmatch(_bare(incentive)) is not None


def _bare(value: str) -> str:
    return fold(value).strip(" .!")
