"""HTML on its way to the browser: the script that reloads it, and the page where there is none.

In: HTML as it was built, or the faults that leave nothing to show. Out: HTML to send. Nothing of
this is ever written into the site.
"""

from __future__ import annotations

from gettext import GNUTranslations
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from ambassade.locale import terminal_language, translations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ambassade.serving.board import Fault, News

OWN: Final = "/__ambassade/"
EVENTS: Final = f"{OWN}events"
OWN_FILES: Final = ("reload.js", "overlay.css")
MOST_FAULTS: Final = 100
_PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>{title} – Ambassade</title>
<link rel="stylesheet" href="{own}overlay.css">
</head>
<body>
<main>
<h1>{title}</h1>
<div id="ambassade-told">
{faults}
</div>
</main>
</body>
</html>
"""


def read_own_file(name: str) -> bytes:
    """Return one of OWN_FILES."""
    return files(__package__).joinpath(name).read_bytes()


def add_script(html: bytes, build: str) -> bytes:
    """Return the page with the script at its end; it knows which build the page is of."""
    tag = f'<script src="{OWN}reload.js" data-build="{escape(build)}" defer></script>\n'.encode()
    end = html.lower().rfind(b"</body>")
    return html + tag if end < 0 else html[:end] + tag + html[end:]


def make_page(news: News) -> bytes:
    """Return the page that stands in for a site of which nothing could be built yet."""
    words = words_of_overlay(news.faults)
    _ = translations(terminal_language()).gettext
    page = _PAGE.format(
        language=language_of_words(),
        title=escape(words["title"] if news.faults else _("The site is being built")),
        own=OWN,
        faults="\n".join(
            f"<p><strong>{escape(one.where)}</strong> {escape(one.mark)} {escape(one.words)}</p>"
            for one in news.faults[:MOST_FAULTS]
        ),
    )
    return add_script(page.encode("utf-8", "replace"), news.build)


def language_of_words() -> str:
    """Return the language in which faults are told: the terminal's, where there is a catalogue."""
    language = terminal_language()
    return language if isinstance(translations(language), GNUTranslations) else "en"


def words_of_overlay(faults: Sequence[Fault]) -> dict[str, str]:
    """Return what the overlay says around the faults, in the terminal's language."""
    translate = translations(terminal_language())
    _, more = translate.gettext, len(faults) - MOST_FAULTS
    rest = translate.ngettext(
        "{count} more fault is told in the terminal.",
        "{count} more faults are told in the terminal.",
        more,
    )
    return {
        "language": language_of_words(),
        "title": _("The site could not be built"),
        "hint": _("This page comes back by itself once that is mended."),
        "more": rest.format(count=more) if more > 0 else "",
        "close": _("Close"),
    }
