"""Languages of pages and of the terminal: gettext catalogues beside this file, one a language.

`locale/<language>/ambassade.po` is read as it is, so that an editor of words needs no compiler (compiled.py
keeps what comes of it). English stands in the code.
"""

from __future__ import annotations

import gettext
import io
import os
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from ambassade.language import primary
from ambassade.locale.compiled import compile_catalogue

if TYPE_CHECKING:
    from datetime import date

FOLDER = Path(__file__).parent
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_NO_LANGUAGE = ("C", "POSIX")


@cache
def translations(language: str) -> gettext.NullTranslations:
    """Return the catalogue of `language` (by its primary subtag); English where there is none."""
    path = FOLDER / primary(language) / "ambassade.po"
    if not path.is_file():
        return gettext.NullTranslations()
    return gettext.GNUTranslations(io.BytesIO(compile_catalogue(path)))


def has_words(language: str) -> bool:
    """Tell whether there are words in `language`, by its primary subtag."""
    return primary(language) == "en" or (FOLDER / primary(language) / "ambassade.po").is_file()


def spoken_languages() -> list[str]:
    """Return the languages in which there are words, English first."""
    return ["en", *sorted(path.parent.name for path in FOLDER.glob("*/ambassade.po"))]


@cache
def find_locale(tag: str) -> Locale:
    """Return how `tag` writes dates and numbers; of a tag that Babel does not know, its primary subtag."""
    for each in (tag, primary(tag)):
        with suppress(ValueError, UnknownLocaleError):
            return Locale.parse(each, sep="-")
    return Locale("en")


def long_date(day: date, language: str) -> str:
    """Return the day as `language` writes it out: `September 26, 2026`."""
    told = format_date(day, "long", find_locale(language))
    # CLDR has no "1er", which is how French writes the first day of a month.
    return told.replace("1 ", "1er ", 1) if day.day == 1 and primary(language) == "fr" else told


def language_name(tag: str, language: str) -> str:
    """Return what the language `tag` is called in `language`; the tag where nobody knows."""
    try:
        name = Locale.parse(tag, sep="-").get_display_name(find_locale(language))
    except (ValueError, UnknownLocaleError):
        name = None
    return name or tag


def terminal_language() -> str:
    """Return the language that the environment asks for (as gettext looks for it), else `en`."""
    for variable in VARIABLES:
        value = os.environ.get(variable, "")
        if value:
            first = value.split(":")[0].split(".")[0].split("@")[0]
            return "en" if first in _NO_LANGUAGE else primary(first.replace("_", "-")) or "en"
    return "en"
