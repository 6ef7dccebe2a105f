"""`ambassade letter`: what to write to the author of a review, in French or English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ambassade.locale import terminal_language, translations
from ambassade.problem import N_
from ambassade.stop import WrongUsage
from ambassade.terminal.examples import examples
from ambassade.terminal.options import on_option, settings_option, site_option
from ambassade.terminal.telling import say

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ambassade.model import Locked, Review
    from ambassade.writing.around import Around
    from ambassade.writing.letter import Letter

_ = translations(terminal_language()).gettext
# scaffold/ has a letter of each kind in each language.
KINDS = ("refuse", "consent", "withdraw")
LANGUAGES = ("en", "fr")
EPILOG = examples(
    {
        "ambassade letter refuse kettle/2026-05-14-too-hot": _("why it is not published"),
        "ambassade letter consent kettle/2026-05-14-saved-us-a-week": _("may we show it?"),
        "ambassade letter withdraw reviews/kettle/2026-05-14-warm.yaml --language fr": "",
    }
)


@click.command(
    "letter",
    help=_(
        "Write the letter to a review's author: why it is refused, for which consent you ask, or "
        "that it was taken back. It is printed, and sent by nobody but you."
    ),
    epilog=EPILOG,
)
@click.argument("kind", metavar="|".join(KINDS), type=click.Choice(KINDS))
@click.argument("identifier", metavar="ID")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help=_("The letter's language; the review's if left out, else the site's."),
)
@site_option()
@settings_option()
@on_option()
def command(
    kind: str,
    identifier: str,
    language: str | None,
    site: Path,
    settings: Path | None,
    on: date | None,
) -> None:
    """Print the letter; say on standard error that it is private, and what it lacks."""
    from ambassade.clock import today_utc
    from ambassade.find_site import find_site
    from ambassade.writing.around import read_around
    from ambassade.writing.letter import letter_language, write_letter
    from ambassade.writing.review_id import choose_review, read_id

    around = read_around(find_site(site, settings), on or today_utc())
    _refuse_forgotten(around.records.lock.get(read_id(identifier)))
    reviews = {review.key: review for review in around.records.reviews}
    review = reviews[choose_review(identifier, reviews, around.folder.root)]
    language = language or letter_language(review, around.settings, LANGUAGES)
    letter = write_letter(kind, review, around, language)
    click.echo(letter.text)
    _tell_rest(letter, review, around)


def _refuse_forgotten(entry: Locked | None) -> None:
    if entry and entry.forgotten:
        message = N_(
            "{id} was forgotten on {day}: nobody knows any more who wrote it, so there is nobody to "
            "write to."
        )
        raise WrongUsage(message, id=entry.key, day=entry.forgotten)


def _tell_rest(letter: Letter, review: Review, around: Around) -> None:
    say(_("This letter is private: it holds the author's full name. Send it to nobody else."))
    say(_("Complete what stands in brackets."))
    if letter.missing:
        told = _("Say it once and for all in {file}: {missing}")
        file = around.folder.settings_files[0].name
        say(told.format(file=file, missing=", ".join(letter.missing)))
    if letter.unknown:
        told = _("Say it in {file}: {missing}")
        say(told.format(file=review.file, missing=", ".join(letter.unknown)))
    if letter.unrecorded:
        _tell_how_to_record(review, around.today)


def _tell_how_to_record(review: Review, day: date) -> None:
    from ambassade.writing.withdrawn_consent import write_withdrawn_consent

    told = _(
        "No file says yet that {id} was withdrawn. Write one of these into {file}, in the place of "
        "what it says now:"
    )
    say(told.format(id=review.key, file=review.file))
    say(_("- all of it, its rating included, which leaves the average:"))
    say("    status: withdrawn")
    say(f"    withdrawn: {{date: {day}, by: author}}")
    say(_("- its words and its name, while the rating stays in the average:"))
    say(f"    {write_withdrawn_consent(review, day)}")
    told = _("Then, if its author is to be forgotten altogether: ambassade forget {id}")
    say(told.format(id=review.key))
