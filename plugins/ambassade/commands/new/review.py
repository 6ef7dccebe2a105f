"""`ambassade new review`: what a customer said, word for word."""

from __future__ import annotations

import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ambassade.commands.new import finish, keep_given, shared_options, told, typed_options
from ambassade.locale import terminal_language, translations
from ambassade.problem import N_
from ambassade.stop import WrongUsage, environment_faults
from ambassade.terminal.asking import ask, ask_lines, can_ask, choose
from ambassade.terminal.examples import examples
from ambassade.terminal.options import Day
from ambassade.terminal.telling import say

if TYPE_CHECKING:
    from datetime import date

    from ambassade.writing.around import Around
    from ambassade.writing.review import ReviewAnswers

_ = translations(terminal_language()).gettext
EPILOG = examples(
    {
        "ambassade new review --item kettle --edit": "",
        'ambassade new review --author "Marie Dupont" --rating 5 --body-file words.txt': "",
        "ambassade new review --author Marie --rating 4 --consent 2026-05-14 --scope text": "",
    }
)
# By which editors on Windows tell that a file is UTF-8.
_MARK = "\ufeff"
# What most authors agree to.
SCOPE = "text, name"
# Handed over as they were typed: the reader of the site judges them.
_TYPED = (
    ("--author", "NAME", _("The customer's name; the site shows first name and initial.")),
    ("--display", "HOW", _("How the name is shown: initial, full or anonymous.")),
    ("--rating", "NUMBER", _("The rating, from 1 to 5; a testimonial has none.")),
    ("--title", "TEXT", _("The title.")),
    ("--body", "TEXT", _("The customer's words.")),
    ("--language", "TAG", _("The language of the words; the site's if left out.")),
    ("--experienced", "DATE", _("When the customer used the product or service.")),
    ("--received", "DATE", _("When the review arrived.")),
    ("--source", "WORD", _("How it came: invitation, form, email, event or import.")),
    ("--verification", "WORD", _("What shows a customer: order, invitation, contract or none.")),
    ("--evidence", "TEXT", _("An opaque reference to the proof; never published.")),
    ("--consent", "DATE", _("When the author agreed to publication.")),
    (
        "--scope",
        "WORDS",
        _("Consent to what: text,name,photo,video,social; text,name if left out."),
    ),
    ("--status", "WORD", _("published, pending, withheld or withdrawn.")),
)


@click.command("review", help=_("Add a review of an item."), epilog=EPILOG)
@click.option("--item", metavar="FOLDER", help=_("What it is about; the only item if left out."))
@typed_options(_TYPED)
@click.option(
    "--body-file", metavar="FILE", help=_("A file with the words; - is the standard input.")
)
@click.option("--date", "day", type=Day(), metavar="DATE", help=_("The file's date; today's."))
@shared_options()
def command(
    item: str | None,
    body_file: str | None,
    day: date | None,
    slug: str | None,
    site: Path,
    settings: Path | None,
    *,
    edit: bool,
    as_json: bool,
    **typed: str | None,
) -> int:
    """Write the review; return the exit code."""
    from ambassade.clock import today_utc
    from ambassade.find_site import find_site
    from ambassade.scaffold import text_language
    from ambassade.writing.around import read_around
    from ambassade.writing.review import ReviewAnswers, write_review

    today = today_utc()
    around = read_around(find_site(site, settings), today)
    asks = can_ask() and not as_json
    item = _find_item(around, item, asks=asks)
    given = keep_given(typed)
    if body_file is not None:
        if "body" in given:
            raise WrongUsage(N_("Give --body or --body-file, not both."))
        given["body"] = _read_words(body_file)
    answers = ReviewAnswers(**given)
    if asks:
        answers = _ask_rest(around, f"reviews/{item}/{today}-x.yaml", answers, set(given))
    answers = _complete(answers)
    name = _name(around, item, answers, day or today, slug)
    text = write_review(answers, text_language(terminal_language()))
    return finish(around, name, text, edit=edit, as_json=as_json)


def _find_item(around: Around, wanted: str | None, *, asks: bool) -> str:
    from ambassade.writing.naming import find_item

    items = {item.slug: item.name for item in around.records.items}
    if asks and wanted is None and len(items) > 1:
        return choose(_("What is it about?"), items)
    return find_item(wanted, list(items))


def _read_words(file: str) -> str:
    """Return the words in a file. Raises WrongUsage where they are not UTF-8, EnvironmentFault."""
    try:
        with environment_faults(file):
            if file == "-":
                return sys.stdin.read().removeprefix(_MARK)
            return Path(file).read_text(encoding="utf-8").removeprefix(_MARK)
    except UnicodeDecodeError as error:
        raise WrongUsage(N_("{file} is not UTF-8. Save it as UTF-8."), file=file) from error


def _ask_rest(around: Around, name: str, answers: ReviewAnswers, given: set[str]) -> ReviewAnswers:
    """Return the answers with what was not given asked; each is judged when it is typed."""
    from ambassade.writing.review import write_review

    def put(key: str, question: str, default: str = "", *, needed: bool = False) -> None:
        nonlocal answers
        if key in given and (getattr(answers, key).strip() or not needed):
            return
        before = write_review(answers, "en")

        def check(typed: str) -> str | None:
            if needed and not typed:
                return _("An answer is needed.")
            after = write_review(replace(answers, **{key: typed}), "en")
            return told(around, name, before, after)

        answers = replace(answers, **{key: ask(question, default, check)})

    put("author", _("The customer's name"), needed=True)
    rating = _("Rating from 1 to 5 (nothing for a testimonial)")
    put("rating", rating)
    put("title", _("Title (may be empty)"))
    words = _("The customer's words, as they were written")
    if "body" not in given:
        answers = replace(answers, body=ask_lines(words))
    while not (answers.rating.strip() or answers.body.strip()):
        say(_("At least one line, or a rating."))
        given -= {"body", "rating"}
        answers = replace(answers, body=ask_lines(words))
        if not answers.body.strip():
            put("rating", rating)
    put("language", _("Language of the words"), around.settings.default_language)
    put("experienced", _("When the customer used it, YYYY-MM-DD (may be empty)"))
    put("received", _("When the review arrived, YYYY-MM-DD"), around.today.isoformat())
    put("consent", _("When the author agreed to publication, YYYY-MM-DD (nothing: not yet)"))
    if answers.consent:
        put("scope", _("Consent to what: text, name, photo, video, social"), SCOPE)
    elif "consent" not in given and not answers.status:
        # Not agreed yet: the review waits until somebody records the consent.
        answers = replace(answers, status="pending")
    return answers


def _complete(answers: ReviewAnswers) -> ReviewAnswers:
    from ambassade.writing.naming import require

    require("--author", answers.author)
    if not answers.rating.strip():
        require("--body", answers.body)
    stripped = {one.name: getattr(answers, one.name).strip() for one in fields(answers)}
    if stripped["consent"] and not stripped["scope"]:
        stripped["scope"] = SCOPE
    return replace(answers, **stripped)


def _name(around: Around, item: str, answers: ReviewAnswers, day: date, slug: str | None) -> str:
    from ambassade.writing.naming import check_slug
    from ambassade.writing.review import name_review
    from ambassade.writing.slug import find_free

    folder = around.folder.root / "reviews" / item
    if slug:
        return f"reviews/{item}/{day}-{check_slug(slug)}.yaml"
    stem = name_review(answers, day)
    free = find_free(stem, lambda each: (folder / f"{each}.yaml").exists())
    return f"reviews/{item}/{free}.yaml"
