"""The site that a new file comes into: what is there, and what `check` would say of the file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ambassade.catalogue import make_catalogue
from ambassade.problem import Place
from ambassade.rules.content import check_content
from ambassade.rules.severity import judge
from ambassade.source.item_folder import find_name_faults
from ambassade.source.item_reader import read_item
from ambassade.source.review_reader import parse_review_name, read_review
from ambassade.source.story_reader import read_story
from ambassade.survey.read_folder import read_folder
from ambassade.writing.placing import encode

if TYPE_CHECKING:
    from datetime import date

    from ambassade.media import PictureFolder
    from ambassade.model import Records
    from ambassade.problem import Problem
    from ambassade.settings import Settings
    from ambassade.site_folder import SiteFolder


@dataclass(frozen=True, slots=True)
class Around:
    """A site as it is before the new file."""

    folder: SiteFolder
    settings: Settings
    pictures: PictureFolder
    records: Records
    today: date

    def find_faults(self, name: str, text: str) -> list[Problem]:
        """Return what `check` would tell of a file `name` (such as `reviews/a/item.yaml`)."""
        records, problems = self._with(name, text)
        problems += check_content(make_catalogue(records, self.settings, self.today))
        judged = judge(problems, self.settings)
        own = {problem for problem in judged if problem.place.file == name}
        return sorted(own, key=lambda one: one.sort_key)

    def _with(self, name: str, text: str) -> tuple[Records, list[Problem]]:
        path, data, now = PurePosixPath(name), encode(text), self.records
        find, item = self.pictures.find, PurePosixPath(name).parent.name
        if path.suffix == ".md":
            story, problems = read_story(data, name, self.settings, find)
            return replace(now, stories=(*now.stories, *([story] if story else []))), problems
        parsed = parse_review_name(path.stem)
        if parsed is None:
            made, problems = read_item(data, name, item, find)
            problems += find_name_faults(item, Place(name))
            return replace(now, items=(*now.items, *([made] if made else []))), problems
        language = self.settings.default_language
        review, problems = read_review(data, name, item, parsed, language, find)
        return replace(now, reviews=(*now.reviews, *([review] if review else []))), problems


def read_around(folder: SiteFolder, today: date) -> Around:
    """Return the site in `folder`, whatever is wrong with it. Raises EnvironmentFault."""
    read = read_folder(folder)
    return Around(folder, read.settings, read.pictures, read.records, today)
