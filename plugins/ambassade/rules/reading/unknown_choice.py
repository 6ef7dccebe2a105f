"""A word that is not one of the choices.

Why: The choices are a closed list: each has a meaning in law or in the averages.

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    status: publised

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    status: published
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Place, Problem, Rule

RULE = Rule(
    "F106",
    "unknown-choice",
    Level.ERROR,
    N_("{key} is “{value}”."),
    N_("Write one of {choices}."),
)


ONLY = N_("The only choice is {choices}.")
CLOSEST = N_("Did you mean {closest}? The choices are {choices}.")
LISTED = N_("Write it as a list: {example}.")


def unlisted(place: Place, key: str, words: list[str], choices: tuple[str, ...]) -> Problem | None:
    """Return the problem of choices that commas alone make a list of; None of anything else."""
    if len(words) == 1 or not {*words} <= {*choices}:
        return None
    quote = '"' if place.file.endswith(".py") else ""
    example = ", ".join(f"{quote}{word}{quote}" for word in words)
    return RULE.at(place, remedy=LISTED, key=key, value=", ".join(words), example=f"[{example}]")


def about(
    place: Place, key: str, value: str, choices: tuple[str, ...], closest: list[str]
) -> Problem:
    """Return the problem of `value`; `closest` holds the choice that is most like it, if any."""
    if len(choices) == 1:
        return RULE.at(place, remedy=ONLY, key=key, value=value, choices=choices)
    if closest:
        return RULE.at(
            place, remedy=CLOSEST, key=key, value=value, choices=choices, closest=closest[0]
        )
    return RULE.at(place, key=key, value=value, choices=choices)
