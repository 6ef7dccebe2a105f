"""`ambassade lock`: records what each published review says, so that a change of it is found."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from ambassade.locale import terminal_language, translations
from ambassade.terminal.examples import examples
from ambassade.terminal.options import Day, settings_option, site_option
from ambassade.terminal.telling import say, tell_count, tell_problems

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ambassade.writing.locking import Locking

_words = translations(terminal_language())
_ = _words.gettext
EPILOG = examples(
    {
        "ambassade lock": _("then commit reviews/verbatim.lock together with the reviews"),
        "ambassade check --since main": _("that nobody edited review and lock both"),
    }
)


@click.command(
    "lock",
    help=_(
        "Lock what published reviews say. Writes reviews/verbatim.lock: from then on a change of "
        "words, rating, author or dates needs an entry in `corrections`. With an error in reviews/ "
        "nothing is written."
    ),
    epilog=EPILOG,
)
@site_option()
@settings_option()
@click.option(
    "--on",
    type=Day(),
    metavar="DATE",
    help=_("The day to note (YYYY-MM-DD); today in UTC if left out."),
)
@click.option("--json", "as_json", is_flag=True, help=_("Tell it for programs."))
def command(site: Path, settings: Path | None, on: date | None, *, as_json: bool) -> int:
    """Lock; return the exit code."""
    from ambassade.clock import today_utc
    from ambassade.find_site import find_site
    from ambassade.publish.exclusive import only_one
    from ambassade.writing.locking import lock_site

    folder = find_site(site, settings)
    with only_one(folder.root):
        done = lock_site(folder, on or today_utc())
    if done.problems:
        tell_problems(done.problems, "json" if as_json else "text")
        tell_count(done.problems)
        say(_("Nothing was written."))
        return 1
    if as_json:
        _tell_program(done)
    else:
        _tell_person(done)
    return 0


def _tell_program(done: Locking) -> None:
    told = {
        "locked": done.locked,
        "corrected": done.corrected,
        "moved": [{"from": before, "to": now} for before, now in done.moved],
    }
    sys.stdout.write(json.dumps(told, indent=1) + "\n")


def _tell_person(done: Locking) -> None:
    for before, now in done.moved:
        sys.stdout.write(f"{before} → {now}\n")
    reviews, corrections, moved = (len(each) for each in (done.locked, done.corrected, done.moved))
    parts = [
        _words.ngettext("{count} review", "{count} reviews", reviews).format(count=reviews),
        _words.ngettext("{count} correction", "{count} corrections", corrections).format(
            count=corrections
        ),
        _words.ngettext("{count} new file name", "{count} new file names", moved).format(
            count=moved
        ),
    ]
    counts = zip(parts, (reviews, corrections, moved), strict=True)
    told = ", ".join(part for part, count in counts if count)
    say(_("Locked: {what}.").format(what=told) if told else _("There is nothing new to lock."))
