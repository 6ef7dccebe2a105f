"""`ambassade build`: the whole site, built beside the present one and swapped in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ambassade.locale import terminal_language, translations
from ambassade.terminal.options import on_option, settings_option, site_option
from ambassade.terminal.progress import progress_bar
from ambassade.terminal.telling import say, tell_count, tell_problems

if TYPE_CHECKING:
    from datetime import date

    from ambassade.site_folder import SiteFolder

_ = translations(terminal_language()).gettext


@click.command("build", help=_("Build the site. With an error nothing is written."))
@site_option()
@settings_option()
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=_("Where to; the settings' OUTPUT_PATH if left out, or output/ in the site."),
)
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    metavar="N",
    help=_("How many processes; as many as there are processors if left out."),
)
@on_option()
def command(
    site: Path, settings: Path | None, output: Path | None, jobs: int | None, on: date | None
) -> int:
    """Build; return the exit code."""
    from ambassade.building import build_site
    from ambassade.clock import today_utc
    from ambassade.find_site import find_site

    folder = find_site(site, settings)
    target = _target(output, folder)
    with progress_bar(_("Building")) as progress:
        survey = build_site(
            folder, target, on or today_utc(), jobs or os.cpu_count() or 1, progress
        )
    tell_problems(survey.problems)
    tell_count(survey.problems)
    if survey.has_errors:
        say(_("Nothing was written."))
        return 1
    pages, reviews = len(survey.pages), len(survey.site.reviews)
    told = _("{pages} pages with {reviews} reviews are in {output}.")
    say(told.format(pages=pages, reviews=reviews, output=target))
    return 0


def _target(output: Path | None, folder: SiteFolder) -> Path:
    if output is not None:
        return Path(os.path.abspath(output))  # noqa: PTH100 - a symlink must stay one, to be refused
    return folder.root / str(folder.values.get("OUTPUT_PATH") or "output")
