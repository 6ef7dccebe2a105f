"""A site's folder to its settings and records, with all that is wrong with the files themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.content_folder import find_content_fault
from ambassade.media import PictureFolder
from ambassade.output_place import find_output_fault
from ambassade.rules.severity import settle_rules
from ambassade.source.settings_reader import find_places, read_settings
from ambassade.source.site_reader import SiteReader

if TYPE_CHECKING:
    from ambassade.model import Records
    from ambassade.problem import Problem
    from ambassade.settings import Settings
    from ambassade.site_folder import SiteFolder
    from ambassade.source.reviews_folder import Note, ReviewsFolder


@dataclass(frozen=True, slots=True)
class ReadFolder:
    """What stands in a site's folder. `problems` are those of reading it, not yet judged."""

    settings: Settings
    records: Records
    pictures: PictureFolder
    problems: tuple[Problem, ...]


def read_folder(folder: SiteFolder, note: Note = lambda _path, _files: None) -> ReadFolder:
    """Return what `folder` holds, whatever is wrong with it; `note` hears of every file before.

    Raises EnvironmentFault for a file that cannot be read.
    """
    reader, problems = open_folder(folder, note)
    records = reader.read()
    return ReadFolder(reader.settings, records, reader.pictures, (*problems, *reader.problems))


def open_folder(
    folder: SiteFolder, note: Note, reviews: ReviewsFolder | None = None
) -> tuple[SiteReader, list[Problem]]:
    """Return what reads the site in `folder`, and what is wrong with its settings.

    `reviews`: what stands there, where somebody looked before.
    """
    for path in folder.settings_files:
        note(path, None)
    pictures = PictureFolder(folder.content)
    file = folder.settings_files[-1]
    name = file.relative_to(folder.root).as_posix() if file.is_relative_to(folder.root) else file
    places = find_places(list(folder.settings_files), folder.root)
    settings, problems = read_settings(folder.values, str(name), places, pictures.find)
    problems += find_content_fault(folder, places)
    problems += find_output_fault(folder, places)
    settings, unsettled = settle_rules(settings)
    reader = SiteReader(folder.root, settings, pictures, note, reviews)
    return reader, [*problems, *unsettled]
