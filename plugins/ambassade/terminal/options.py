"""Options that several verbs share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ambassade.locale import terminal_language, translations
from ambassade.terminal.telling import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

_ = translations(terminal_language()).gettext


class Day(click.ParamType[date]):
    """A day, YYYY-MM-DD."""

    name = "date"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - click's signature
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """Return the day; fail as wrong usage."""
        if isinstance(value, date):
            return value
        try:
            if len(value) == len("2026-01-01"):
                return date.fromisoformat(value)
        except ValueError:
            pass
        return self.fail(
            _("“{value}” is no date; write YYYY-MM-DD.").format(value=value), param, ctx
        )


def site_option() -> Callable[..., Any]:
    """Return the option `--site DIR`."""
    return click.option(
        "--site",
        type=click.Path(readable=False, path_type=Path),
        default=".",
        metavar="DIR",
        help=_("The site's folder; this one if left out."),
    )


def settings_option() -> Callable[..., Any]:
    """Return the option `--settings FILE`."""
    return click.option(
        "--settings",
        type=click.Path(readable=False, path_type=Path),
        metavar="FILE",
        help=_("The settings file; pelicanconf.py if left out."),
    )


def on_option() -> Callable[..., Any]:
    """Return the option `--on DATE`."""
    return click.option(
        "--on",
        type=Day(),
        metavar="DATE",
        help=_("Look at consents and dates as on this day (YYYY-MM-DD); today in UTC if left out."),
    )


def format_option() -> Callable[..., Any]:
    """Return the option `--format`, handed over as `form`."""
    form = click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        default="text",
        help=_("How to tell it: for people, for GitHub's workflows, for programs."),
    )
    as_json = click.option(
        "--json", "form", flag_value="json", help=_("The same as --format json.")
    )
    return lambda command: form(as_json(command))


def drafts_option() -> Callable[..., Any]:
    """Return the option `--drafts`."""
    return click.option(
        "--drafts",
        is_flag=True,
        help=_("Show pending reviews too, marked as drafts: for your own eyes."),
    )


def jobs_option() -> Callable[..., Any]:
    """Return the option `--jobs N`."""
    return click.option(
        "--jobs",
        type=click.IntRange(1, 256),
        metavar="N",
        help=_("How many processes; as many as there are processors if left out."),
    )
