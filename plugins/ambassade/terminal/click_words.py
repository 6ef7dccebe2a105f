"""Click's own words in the terminal's language, from our catalogue.

Click takes them from the domain `messages` of Python's gettext, which wants a compiled catalogue in
a folder of the system; so the look-up itself is turned to ours.
"""

from __future__ import annotations

import gettext
from typing import TYPE_CHECKING

from ambassade.locale import terminal_language, translations
from ambassade.problem import N_

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Positional arguments"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("No such option {name!r}."),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Invalid value: {message}"),
    N_("Option {name!r} does not take a value."),
    N_("{value} is not in the range {range}."),
    N_("default: {default}"),
    N_("No such command {name!r}."),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Aborted!"),
)


def plural_words(ngettext: Callable[[str, str, int], str], count: int) -> tuple[str, ...]:
    """Return click's sentences that depend on a number; here, so that the catalogue has them."""
    return (
        ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", count),
        ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", count),
        ngettext(
            "Got unexpected extra argument ({args})",
            "Got unexpected extra arguments ({args})",
            count,
        ),
        ngettext(
            "Option {name!r} requires an argument.",
            "Option {name!r} requires {nargs} arguments.",
            count,
        ),
    )


def speak_the_terminals_language() -> None:
    """Let click find its words in our catalogue; call it before click makes any text."""
    ours = translations(terminal_language())

    def dgettext(domain: str, message: str) -> str:  # noqa: ARG001 - the signature of gettext
        return ours.gettext(message)

    def dngettext(domain: str, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG001
        return ours.ngettext(msgid1, msgid2, n)

    gettext.dgettext = dgettext
    gettext.dngettext = dngettext
