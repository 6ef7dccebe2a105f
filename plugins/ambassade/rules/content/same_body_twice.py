"""Two reviews with the same words.

Why: The same words under two reviews are a copy, or no customer wrote them: one of them is no
genuine review ({eu-fake}; {us-fake}; {uk-reviews}).

Bad:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water, quickly and quietly.
    # file: reviews/kettle/2026-05-15-quick-and-quiet.yaml
    author: Paul Martin
    reviewBody: It boils water, quickly and quietly.

Good:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water, quickly and quietly.
    # file: reviews/kettle/2026-05-15-quick-and-quiet.yaml
    author: Paul Martin
    reviewBody: It boils water, quickly and quietly.
    status: withheld
    withheldFor: duplicate
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Rule
from ambassade.text import comparable, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.model import Review
    from ambassade.problem import Problem

RULE = Rule(
    "R110",
    "same-body-twice",
    Level.WARNING,
    N_("The words are the same as those of {first}."),
    N_("If it is a copy, write `status: withheld` and `withheldFor: duplicate` in one of the two."),
    under=dict.fromkeys(("fr", "eu", "us", "uk"), Level.ERROR),
)
# Rendering every text would cost a build seconds: marks are left out instead.
_MARKS = re.compile(r"[*_>]+")
# Scripts without spaces: two of their characters are about a word.
_SPACELESS = "\u0e00-\u10ff\u2e80-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_SPACELESS}]{{2}}|[^\W{_SPACELESS}]+")
_FEWEST = 5
_LONG = 100


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Compare the words of each review with those of every earlier one."""
    seen: dict[tuple[str, str], Review] = {}
    for review in sorted(catalogue.records.reviews, key=lambda one: (one.date_published, one.key)):
        if not review.review_body or _is_settled(review):
            continue
        words = comparable(_MARKS.sub("", review.review_body)).casefold()
        # Two people may both say "Very good.", one person hardly says it twice.
        is_short = len(words) < _LONG and len(_WORD.findall(words)) < _FEWEST
        first = seen.setdefault((words, fold(review.author.name) if is_short else ""), review)
        if first is not review:
            yield RULE.at(review.place("reviewBody"), first=first.key)


def _is_settled(review: Review) -> bool:
    """Tell whether a review is off the site for good: taken back, a copy, or not genuine."""
    return review.status == "withdrawn" or (
        review.status == "withheld" and review.withheld_for in {"duplicate", "fake"}
    )
