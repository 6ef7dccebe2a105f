"""Languages of pages and of the terminal: gettext catalogues beside this file, one a language.

`locale/<language>/ambassade.po` is read as it is, so that an editor of words needs no compiler.
English stands in the code.
"""

from __future__ import annotations

import gettext
import io
import os
from functools import cache
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from ambassade.language import primary

FOLDER = Path(__file__).parent
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@cache
def translations(language: str) -> gettext.NullTranslations:
    """Return the catalogue of `language` (by its primary subtag); English where there is none."""
    path = FOLDER / primary(language) / "ambassade.po"
    if not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as source:
        catalogue = read_po(source)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def terminal_language() -> str:
    """Return the language that the environment asks for (as gettext looks for it), else `en`."""
    for variable in _VARIABLES:
        value = os.environ.get(variable, "")
        if value:
            return primary(value.split(":")[0].replace("_", "-").split(".")[0]) or "en"
    return "en"
