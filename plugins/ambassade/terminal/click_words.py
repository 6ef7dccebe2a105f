"""Click's own words in the terminal's language, from our catalogue.

Click takes them from the domain `messages` of Python's gettext, which wants a compiled catalogue in
a folder of the system; so the look-up itself is turned to ours.
"""

from __future__ import annotations

import gettext

from ambassade.locale import terminal_language, translations
from ambassade.problem import N_

WORDS = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Arguments"),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("No such option: {name}"),
    N_("No such command {name!r}."),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Aborted!"),
)


def speak_the_terminals_language() -> None:
    """Let click find its words in our catalogue; call it before click makes any text."""
    ours = translations(terminal_language())

    def dgettext(domain: str, message: str) -> str:  # noqa: ARG001 - the signature of gettext
        return ours.gettext(message)

    gettext.dgettext = dgettext
