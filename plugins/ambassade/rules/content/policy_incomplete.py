"""A question about the reviews that the review policy leaves unanswered.

Why: Near the reviews it is to be said whether and how they are checked, and close by what is given
in exchange, within how long reviews are published and kept, how they are moderated and changed, and
how to report one ({eu-checked}; {fr-beside}; {fr-procedure}; {fr-fair}; {uk-reviews}; {eu-business};
{iso-reviews}). Each profile asks for its own; "none" is an answer too.

Bad:
    # file: pelicanconf.py
    SITEURL = "https://kettles.example"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    REVIEW_PROFILES = ["eu"]
    REVIEW_POLICY = {"verification": "[how we check]"}

Good:
    # file: pelicanconf.py
    SITEURL = "https://kettles.example"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    REVIEW_PROFILES = ["eu"]
    REVIEW_POLICY = {"verification": "We look the order up. Without one, nothing is checked."}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Place, Rule, Word
from ambassade.rules.asked_settings import ASKED, NUMBERS, QUESTIONS, is_answered, who_asks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.problem import Problem
    from ambassade.settings import Settings

RULE = Rule(
    "S103",
    "policy-incomplete",
    Level.OFF,
    N_("The site does not say {question}: {key} is missing."),
    N_("Answer it in the settings, in your own words. Asked for by: {profiles}."),
    under=dict.fromkeys(ASKED, Level.ERROR),
)
NUMBER = N_('Write a number in the settings, or "none". Asked for by: {profiles}.')


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Look at what the site's profiles ask for; at everything where REVIEW_RULES turns this on."""
    settings = catalogue.settings
    policy = settings.place("REVIEW_POLICY")
    for number, (key, profiles) in enumerate(_asked(settings)):
        if is_answered(key, settings):
            continue
        yield RULE.at(
            policy if key.startswith("REVIEW_POLICY") else Place(policy.file),
            remedy=NUMBER if key in NUMBERS else "",
            order=f"{number:02}",  # problems of one place are told in the order of their values
            question=Word(QUESTIONS[key]),
            key=key,
            profiles=", ".join(profiles),
        )


def _asked(settings: Settings) -> list[tuple[str, list[str]]]:
    asked = [(key, who_asks(key, settings.review_profiles)) for key in QUESTIONS]
    if not any(profiles for _, profiles in asked) and RULE.code in settings.review_rules:
        return [(key, ["REVIEW_RULES"]) for key in QUESTIONS]
    return [(key, profiles) for key, profiles in asked if profiles]
