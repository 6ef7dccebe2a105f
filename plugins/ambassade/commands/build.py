"""`ambassade build`: the whole site, built beside the present one and swapped in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from ambassade.locale import terminal_language, translations
from ambassade.problem import N_
from ambassade.stop import WrongUsage
from ambassade.terminal.examples import examples
from ambassade.terminal.options import (
    drafts_option,
    format_option,
    jobs_option,
    on_option,
    settings_option,
    site_option,
)
from ambassade.terminal.progress import progress_bar
from ambassade.terminal.telling import FORMATS, say, tell_anew, tell_count, tell_problems

if TYPE_CHECKING:
    from datetime import date

    from ambassade.building.built import Built

_words = translations(terminal_language())
_ = _words.gettext
EPILOG = examples(
    {
        "ambassade build": "",
        "ambassade build --settings publishconf.py": _("as it is to be published"),
        "ambassade build --drafts --output /tmp/draft": _("with pending reviews, marked"),
        "ambassade build --watch": _("again at each change"),
    }
)


@click.command("build", help=_("Build the site. With an error nothing is written."), epilog=EPILOG)
@site_option()
@settings_option()
@click.option(
    "--output",
    type=click.Path(readable=False, path_type=Path),
    metavar="DIR",
    help=_("Where to; the settings' OUTPUT_PATH if left out, or output/ in the site."),
)
@click.option(
    "--watch", is_flag=True, help=_("Build again whenever you save something, until Ctrl-C.")
)
@drafts_option()
@jobs_option()
@on_option()
@format_option()
def command(
    site: Path,
    settings: Path | None,
    output: Path | None,
    *,
    watch: bool,
    drafts: bool,
    jobs: int | None,
    on: date | None,
    form: str,
) -> int:
    """Build; return the exit code."""
    if watch:
        if form != FORMATS[0]:
            raise click.UsageError(
                _("--watch tells in text what it finds: leave --format and --json out.")
            )
        _watch(site, settings, output, jobs, on, drafts=drafts)
    from ambassade.building.build_site import build_site
    from ambassade.clock import today_utc
    from ambassade.eligibility.summary import summarise
    from ambassade.find_site import find_site
    from ambassade.output_place import find_output
    from ambassade.processes.jobs import choose_jobs

    folder = find_site(site, settings)
    target = _target(output, find_output(folder), drafts=drafts)
    with progress_bar(_("Building")) as progress:
        built = build_site(
            folder, target, on or today_utc(), choose_jobs(jobs), progress, drafts=drafts
        )
    if built.anew:
        tell_anew()
    tell_problems(built.problems, form)
    tell_count(built.problems)
    if built.has_errors:
        say(_("Nothing was written."))
        return 1
    told = _("In {output}: pages {pages}, reviews {reviews}.")
    say(told.format(pages=built.pages, reviews=built.reviews, output=target))
    if not drafts:
        say(summarise(built.stars, _))
    _tell_unlocked(built)
    return 0


def _watch(
    site: Path,
    settings: Path | None,
    output: Path | None,
    jobs: int | None,
    on: date | None,
    *,
    drafts: bool,
) -> NoReturn:
    from ambassade.find_site import list_settings
    from ambassade.serving.build_process import list_words
    from ambassade.serving.ended_by_signals import ended_by_signals
    from ambassade.serving.keep_building import keep_building
    from ambassade.serving.watching import find_folder

    root = site.resolve()
    files = list_settings(root, settings)
    target = _target(output, find_folder(root, files, "OUTPUT_PATH", "output"), drafts=drafts)
    words = list_words(
        settings=files[-1] if settings else None,
        on=on,
        jobs=jobs,
        drafts=drafts,
        output=output and target,
    )
    with ended_by_signals():
        keep_building(root, files, target, words)


def _tell_unlocked(built: Built) -> None:
    """Say how many reviews are not locked; a profile or REVIEW_RULES may have had it told before."""
    from ambassade.rules.content.not_locked import RULE

    count = built.unlocked
    if count and all(problem.code != RULE.code for problem in built.problems):
        told = _words.ngettext(
            "{count} review is not locked yet. Say: ambassade lock.",
            "{count} reviews are not locked yet. Say: ambassade lock.",
            count,
        )
        say(told.format(count=count))


def _target(output: Path | None, usual: Path, *, drafts: bool) -> Path:
    # A symlink must stay one, to be refused.
    target = usual if output is None else Path(os.path.abspath(output))  # noqa: PTH100
    if drafts and target.resolve() == usual.resolve():
        raise WrongUsage(
            N_("{output} is what gets published, so no draft goes there. Name another --output."),
            output=usual,
        )
    return target
