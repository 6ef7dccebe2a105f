"""`ambassade headers`: tells the security headers of a site as nginx wants them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ambassade.locale import terminal_language, translations
from ambassade.terminal.examples import examples
from ambassade.terminal.options import on_option, settings_option, site_option
from ambassade.terminal.telling import tell_count, tell_problems

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_ = translations(terminal_language()).gettext
EPILOG = examples(
    {
        "ambassade headers > ambassade.conf": _("then include it in nginx’s server block"),
        "ambassade headers --settings publishconf.py": _("by the settings of the published site"),
    }
)


@click.command(
    "headers",
    help=_(
        "Tell the security headers of a site as nginx wants them. Netlify, Cloudflare and hosts "
        "like them need nothing of it: they read the file _headers of the built site."
    ),
    epilog=EPILOG,
)
@site_option()
@settings_option()
@on_option()
def command(site: Path, settings: Path | None, on: date | None) -> int:
    """Write the snippet to standard output; return the exit code."""
    from ambassade.clock import today_utc
    from ambassade.find_site import find_site
    from ambassade.nginx_snippet import make_nginx_snippet
    from ambassade.problem import Level
    from ambassade.survey.survey_site import survey_site

    survey = survey_site(find_site(site, settings), on or today_utc(), lambda _path, _stamp: None)
    if survey.has_errors:
        tell_problems([one for one in survey.problems if one.level is Level.ERROR])
        tell_count(survey.problems)
        return 1
    sys.stdout.write(make_nginx_snippet(survey.site))
    return 0
