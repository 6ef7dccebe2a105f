"""Which settings a profile wants answered: the one table of it, and what of it is missing.

What the texts say is in law.toml: `fr-beside`, `fr-procedure`, `fr-fair`, `eu-checked`,
`uk-reviews`, `eu-business`, `iso-reviews`. US law asks for labels on reviews, not for a policy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_
from ambassade.settings import Localized

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ambassade.settings import Settings

# In the order of the settings file that `ambassade init` makes.
QUESTIONS: Mapping[str, str] = {
    "RETENTION_MONTHS": N_("how many months a review is kept"),
    "REVIEW_POLICY.collection": N_("how customers are asked for reviews"),
    "REVIEW_POLICY.verification": N_(
        "whether and how it is made sure that reviews come from customers"
    ),
    "REVIEW_POLICY.moderation": N_(
        "on what grounds a review is withheld, and how its author hears of it"
    ),
    "REVIEW_POLICY.replies": N_("who answers reviews, and when"),
    "REVIEW_POLICY.incentives": N_("whether anything is given in exchange for a review"),
    "REVIEW_POLICY.report": N_("how to report a review"),
    "REVIEW_POLICY.contact": N_("whether readers can get in touch with a review’s author"),
    "REVIEW_POLICY.changes": N_("whether and how an author can change or withdraw a review"),
    "REVIEW_POLICY.publicationDays": N_("within how many days a review is published"),
}

_VERIFICATION = "REVIEW_POLICY.verification"
_MODERATION = "REVIEW_POLICY.moderation"
_INCENTIVES = "REVIEW_POLICY.incentives"
_REPORT = "REVIEW_POLICY.report"
_REPLIES = "REVIEW_POLICY.replies"

ASKED: Mapping[str, frozenset[str]] = {
    "fr": frozenset(QUESTIONS) - {_REPLIES},
    "eu": frozenset({_VERIFICATION}),
    "uk": frozenset({_INCENTIVES, _MODERATION, _REPORT}),
    "iso20488": frozenset({_MODERATION, _REPLIES, _REPORT}),
}
NUMBERS = frozenset({"RETENTION_MONTHS", "REVIEW_POLICY.publicationDays"})
TEXTS = tuple(key.partition(".")[2] for key in QUESTIONS if key not in NUMBERS)


def who_asks(key: str, profiles: Iterable[str]) -> list[str]:
    """Return those of `profiles` that want the setting `key` answered."""
    return [each for each in profiles if key in ASKED.get(each, ())]


def is_answered(key: str, settings: Settings) -> bool:
    """Tell whether the setting says something; of a number, `none` is an answer."""
    if key in NUMBERS:
        return key in settings.places
    policy = settings.review_policy
    if key == _REPORT and policy.report_url and "…" not in policy.report_url:
        return True
    return any(says_something(text) for text in text_of(key, settings).texts.values())


def text_of(key: str, settings: Settings) -> Localized:
    """Return the policy's text for `key`, with or without `REVIEW_POLICY.` before it."""
    found = getattr(settings.review_policy, key.rpartition(".")[2])
    return found if isinstance(found, Localized) else Localized({})


def says_something(text: str) -> bool:
    """Tell whether `text` is more than a placeholder such as `…` or `[how we check]`."""
    bare = text.strip()
    return any(char.isalnum() for char in bare) and not (bare[0] == "[" and bare[-1] == "]")
