"""`ambassade build`: the whole site, built beside the present one and swapped in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

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
from ambassade.terminal.telling import say, tell_anew, tell_count, tell_problems

if TYPE_CHECKING:
    from datetime import date

    from ambassade.built import Built
    from ambassade.site_folder import SiteFolder

_words = translations(terminal_language())
_ = _words.gettext
EPILOG = examples(
    {
        "ambassade build": "",
        "ambassade build --settings publishconf.py": _("as it is to be published"),
        "ambassade build --drafts --output /tmp/draft": _("with pending reviews, marked"),
    }
)


@click.command("build", help=_("Build the site. With an error nothing is written."), epilog=EPILOG)
@site_option()
@settings_option()
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=_("Where to; the settings' OUTPUT_PATH if left out, or output/ in the site."),
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
    drafts: bool,
    jobs: int | None,
    on: date | None,
    form: str,
) -> int:
    """Build; return the exit code."""
    from ambassade.building import build_site
    from ambassade.clock import today_utc
    from ambassade.eligibility.summary import summarise
    from ambassade.find_site import find_site

    folder = find_site(site, settings)
    target = _target(output, folder, drafts=drafts)
    with progress_bar(_("Building")) as progress:
        built = build_site(
            folder, target, on or today_utc(), jobs or os.cpu_count() or 1, progress, drafts=drafts
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


def _target(output: Path | None, folder: SiteFolder, *, drafts: bool) -> Path:
    usual = folder.root / str(folder.values.get("OUTPUT_PATH") or "output")
    # A symlink must stay one, to be refused.
    target = usual if output is None else Path(os.path.abspath(output))  # noqa: PTH100
    if drafts and target.resolve() == usual.resolve():
        raise WrongUsage(
            N_("{output} is what gets published, so no draft goes there. Name another --output."),
            output=usual,
        )
    return target
