"""`ambassade serve`: the site in the browser while it is worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ambassade.locale import terminal_language, translations
from ambassade.terminal.examples import examples
from ambassade.terminal.options import (
    drafts_option,
    jobs_option,
    on_option,
    settings_option,
    site_option,
)

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_ = translations(terminal_language()).gettext


@click.command(
    "serve",
    help=_(
        "Show the site in the browser, on this machine only. Whatever you save is built at once, "
        "and the page reloads; a fault is shown over it until it is mended."
    ),
    epilog=examples(
        {
            "ambassade serve": "",
            "ambassade serve --port 8080 --drafts": _("with pending reviews, marked"),
        }
    ),
)
@site_option()
@settings_option()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    default=8000,
    show_default=True,
    help=_("At which port of this machine; 0 for any that is free."),
)
@drafts_option()
@on_option()
@jobs_option()
def command(
    site: Path,
    settings: Path | None,
    port: int,
    *,
    drafts: bool,
    on: date | None,
    jobs: int | None,
) -> None:
    """Serve until Ctrl-C."""
    from ambassade.find_site import list_settings
    from ambassade.serving.build_process import list_words
    from ambassade.serving.keep_serving import keep_serving

    root = site.resolve()
    files = list_settings(root, settings)
    words = list_words(settings=files[-1] if settings else None, on=on, jobs=jobs, drafts=drafts)
    keep_serving(root, files, port, words, drafts=drafts)
