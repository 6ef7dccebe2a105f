"""A settings file as Python has it, read with its places."""

from __future__ import annotations

import runpy
from typing import TYPE_CHECKING

from ambassade.media import PictureFolder
from ambassade.source.settings_reader import find_places, read_settings

if TYPE_CHECKING:
    from pathlib import Path

    from ambassade.settings import Settings

NEEDED = {
    "SITEURL": 'SITEURL = "https://example.com"\n',
    "SITENAME": 'SITENAME = "Kettles"\n',
    "COMPANY": 'COMPANY = {"name": "Kettle Works"}\n',
}


def read_conf(folder: Path, text: str, *, whole: bool = False) -> tuple[Settings, list[str]]:
    """Return the settings of `text`, and their problems as they are told.

    What is needed and not in `text` is added at its end, unless `whole`.
    """
    for name, line in NEEDED.items():
        if not whole and f"{name} " not in text and f"{name}:" not in text:
            text += line
    file = folder / "pelicanconf.py"
    file.write_text(text, encoding="utf-8")
    values = {key: value for key, value in runpy.run_path(str(file)).items() if key.isupper()}
    places = find_places([file], folder)
    pictures = PictureFolder(folder / "content")
    settings, problems = read_settings(values, file.name, places, pictures.find)
    return settings, [f"{one.place}: {one.code} {' '.join(one.sentences())}" for one in problems]
