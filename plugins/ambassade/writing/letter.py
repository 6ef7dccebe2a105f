"""Letters to the author of a review: why it is refused, for which consent we ask, that it is gone.

In: a review on record and its site. Out: the letter as text, and which settings it lacks. It holds
the author's full name: it is for the author alone. `fr-fair` (refused authors are told why),
`eu-consent` and `eu-erasure` in rules/law.toml ask for them.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.consent import is_past_retention
from ambassade.language import primary
from ambassade.problem import N_, inert
from ambassade.scaffold import fill
from ambassade.stop import WrongUsage
from ambassade.writing.letter_values import letter_values

if TYPE_CHECKING:
    from collections.abc import Collection

    from ambassade.model import Review
    from ambassade.settings import Settings
    from ambassade.writing.around import Around

WIDTH = 78
_SUBJECT = ("Subject: ", "Objet\N{NO-BREAK SPACE}: ")
# Where a line is never cut: before a number's unit, and where French parts a mark by a space.
_WHOLE = re.compile(r"(?<=\d) (?=\S)|(?<=\S) (?=\d)| (?=[:;?!»])|(?<=«) ")
_HELD = "\ue000"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with brackets to complete.

    `missing` names the settings that would have told what stands in some of them, `unknown` the
    review's keys; `unrecorded`: a withdrawal that the file does not say.
    """

    text: str
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    unrecorded: bool = False


def letter_language(review: Review, settings: Settings, languages: Collection[str]) -> str:
    """Return the letter's language, one of `languages`: the review's, else the site's, else English."""
    tags = map(primary, (review.in_language, settings.default_language))
    return next((tag for tag in tags if tag in languages), "en")


def write_letter(kind: str, review: Review, around: Around, language: str) -> Letter:
    """Return the letter of that kind. Raises WrongUsage where it would not be true."""
    _refuse_untrue(kind, review, around)
    values = letter_values(kind, review, around, language)
    settings = {"address": "COMPANY.address", "email": "COMPANY.email"}
    keys = {"author": "author", **({"ground": "withheldFor"} if kind == "refuse" else {})}
    text = fill(f"{language}/letters/{kind}.txt.jinja", **values)
    return Letter(
        text="\n".join(_wrap(inert(line, len(line))) for line in text.strip().split("\n")),
        missing=tuple(name for key, name in settings.items() if not values[key]),
        unknown=tuple(name for key, name in keys.items() if not values[key]),
        unrecorded=kind == "withdraw" and bool(values["unrecorded"]),
    )


def _refuse_untrue(kind: str, review: Review, around: Around) -> None:
    if kind == "refuse" and review.status != "withheld":
        message = N_("{id} is not withheld, its status is {status}: there is no refusal to tell.")
        raise WrongUsage(message, id=review.key, status=review.status)
    if kind == "consent" and review.status in {"withheld", "withdrawn"}:
        message = N_(
            "The status of {id} is {status}: it is not to be published, so ask for nothing."
        )
        raise WrongUsage(message, id=review.key, status=review.status)
    months, is_shown = around.settings.retention_months, review.status == "published"
    if kind == "consent" and is_shown and is_past_retention(review, around.today, months):
        message = N_(
            "{id} is older than the {months} months of RETENTION_MONTHS: no consent brings it back, "
            "so ask for nothing."
        )
        raise WrongUsage(message, id=review.key, months=str(months))


def _wrap(line: str) -> str:
    """Return a line cut at its spaces, the rest of a list's entry below its beginning."""
    if len(line) <= WIDTH or line.startswith(("-- ", *_SUBJECT)):
        return line
    indent = "  " if line.startswith("- ") else ""
    filled = textwrap.fill(
        _WHOLE.sub(_HELD, line),
        WIDTH,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return filled.replace(_HELD, " ")
