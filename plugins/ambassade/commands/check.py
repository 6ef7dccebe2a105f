"""`ambassade check`: tells everything that is wrong, and writes nothing."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import click

from ambassade.locale import terminal_language, translations
from ambassade.terminal.examples import examples
from ambassade.terminal.options import format_option, on_option, settings_option, site_option
from ambassade.terminal.progress import progress_bar
from ambassade.terminal.telling import tell_count, tell_problems

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_ = translations(terminal_language()).gettext
EPILOG = examples(
    {
        "ambassade check": "",
        "ambassade check --settings publishconf.py": _("by the rules of the published site"),
        "ambassade check --on 2027-01-01": _("what will have lapsed by then"),
        "ambassade check --format github": _("as notes beside a pull request"),
    }
)


@click.command(
    "check", help=_("Tell everything that is wrong with a site. Writes nothing."), epilog=EPILOG
)
@site_option()
@settings_option()
@on_option()
@format_option()
def command(site: Path, settings: Path | None, on: date | None, form: str) -> int:
    """Tell the problems; return the exit code."""
    from ambassade.clock import today_utc
    from ambassade.find_site import find_site
    from ambassade.survey import survey_site

    files = count(1)
    with progress_bar(_("Reading")) as progress:
        survey = survey_site(
            find_site(site, settings), on or today_utc(), lambda _path: progress(next(files), None)
        )
    tell_problems(survey.problems, form)
    tell_count(survey.problems)
    return int(survey.has_errors)
