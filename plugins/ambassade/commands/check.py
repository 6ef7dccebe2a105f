"""`ambassade check`: tells everything that is wrong, and changes nothing.

What it found out of each text is remembered in `.ambassade/`, so that the next run is fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ambassade.locale import terminal_language, translations
from ambassade.problem import Level
from ambassade.terminal.examples import examples
from ambassade.terminal.options import format_option, on_option, settings_option, site_option
from ambassade.terminal.progress import progress_bar
from ambassade.terminal.telling import say, tell_anew, tell_count, tell_problems

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ambassade.survey.surveyed import Survey

_ = translations(terminal_language()).gettext
EPILOG = examples(
    {
        "ambassade check": "",
        "ambassade check --settings publishconf.py": _("by the rules of the published site"),
        "ambassade check --on 2027-01-01": _("what will have lapsed by then"),
        "ambassade check --since main": _("that nobody edited reviews and their lock both"),
        "ambassade check --search": _("what search engines may show of each page"),
        "ambassade check --format github": _("as notes beside a pull request"),
    }
)


@click.command(
    "check",
    help=_("Tell everything that is wrong with a site. Changes none of your files."),
    epilog=EPILOG,
)
@site_option()
@settings_option()
@on_option()
@click.option(
    "--since",
    metavar="REVISION",
    help=_("Compare reviews and lock with a revision of git: a branch, a tag, a commit."),
)
@click.option(
    "--search",
    is_flag=True,
    help=_("Tell instead what search engines may show of each page, what not, and why."),
)
@format_option()
def command(
    site: Path,
    settings: Path | None,
    on: date | None,
    since: str | None,
    form: str,
    *,
    search: bool,
) -> int:
    """Tell the problems; return the exit code."""
    from ambassade.clock import today_utc
    from ambassade.find_site import find_site
    from ambassade.kept.remembered import open_memory
    from ambassade.processes.jobs import choose_jobs
    from ambassade.survey.survey_since import survey_since
    from ambassade.survey.survey_site import survey_site

    folder, today = find_site(site, settings), today_utc()
    later = on if on and on > today else None
    memory = open_memory(folder.root)
    with progress_bar(_("Reading")) as progress:
        survey = survey_site(
            folder,
            on or today,
            memory=memory,
            since=today if later else None,
            jobs=choose_jobs(None),
            progress=progress,
        )
    if survey.anew:
        tell_anew()
    problems = [*survey.problems]
    if since is not None:
        problems += survey_since(folder.root, survey.site.settings, since, survey.problems)
        problems.sort(key=lambda one: one.sort_key)
    has_errors = any(problem.level is Level.ERROR for problem in problems)
    if search:
        _tell_search(survey, form, has_errors=has_errors)
    else:
        tell_problems(problems, form)
    if later:
        say(_tell_gone(later, survey))
    tell_count(problems)
    return int(has_errors)


def _tell_search(survey: Survey, form: str, *, has_errors: bool) -> None:
    from ambassade.eligibility.telling import tell_search
    from ambassade.pages import plan_pages

    tell_search(survey.site, plan_pages(survey.site), form)
    if has_errors:
        say(_("Files with an error are left out of this; without --search they are told."))


def _tell_gone(day: date, survey: Survey) -> str:
    """Return in words how many reviews will have left the site on `day`, and how many are on it."""
    told = translations(terminal_language()).ngettext(
        "On {day}, {count} review will have left the site; still on it: {left}.",
        "On {day}, {count} reviews will have left the site; still on it: {left}.",
        survey.gone,
    )
    return told.format(day=day, count=survey.gone, left=len(survey.site.reviews))
