"""The files that Pelican copies as they are: none may leave the site, nor take the place of ours.

In: what Pelican will copy, for a setting or for a link in a text. Out: problems, and what is left to copy.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import normpath
from typing import TYPE_CHECKING, Any, Final

from ambassade.media import is_located
from ambassade.paths.folded_path import fold_path
from ambassade.place_in_source import find_in_source
from ambassade.problem import Place
from ambassade.publish.listing import list_above
from ambassade.rules.building import body_link, copied_outside, linked_file
from ambassade.rules.content import picture_tells_place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from ambassade.problem import Problem
    from ambassade.site_folder import SiteFolder

# What browsers show or keep and do not run, and what a reader of a story may want.
_LINKED: Final = frozenset({
    ".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp",
    ".aac", ".flac", ".m4a", ".mp3", ".oga", ".ogg", ".opus", ".wav",
    ".m4v", ".mov", ".mp4", ".ogv", ".srt", ".vtt", ".webm",
    ".csv", ".docx", ".epub", ".ics", ".json", ".odp", ".ods", ".odt", ".pdf", ".pptx", ".rtf",
    ".txt", ".vcf", ".xlsx", ".zip",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Copies:
    """What Pelican will copy from `content`: `context` and `settings` are those of its generators.

    `linking`: the files whose texts link others, by name from the site `folder`, with Pelican's contents
    of them. `bare`: the pictures, by path from `content`, that are published without what tells a place.
    """

    context: Mapping[str, Any]
    settings: Mapping[str, Any]
    content: Path
    folder: SiteFolder
    linking: Iterable[tuple[str, Any]]
    bare: Collection[str]
    _links: dict[str, list[tuple[str, str]]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Note who links what: Pelican forgets it."""
        for name, one in self.linking:
            for link in sorted(one.get_static_links()):
                # As Pelican knows them by then: a way up may lead into the folder again.
                found = os.path.relpath(f"{self.content}/{link}", self.content)
                self._links.setdefault(found.replace(os.sep, "/"), []).append((name, link))

    def find_faults(self) -> Iterator[Problem]:
        """Yield a problem for each file that a link does not publish, or that would leave the site."""
        setting = Place(self.folder.settings_files[-1].name)
        for copied in self.context["staticfiles"]:
            source, target = copied.get_relative_source_path(), normpath(copied.save_as)
            links = [] if self._is_set(source) else self._links.get(source, [])
            for name, link in links:
                yield from self._look_at_link(source, target, link, self._find(name, link))
            if not links:
                yield from self._leaves(source, target, setting)
                yield from self._tells_place(source, target, self._name(source))

    def _look_at_link(self, source: str, target: str, link: str, place: Place) -> Iterator[Problem]:
        if normpath(link) != source or not self._may_be_linked(source):
            yield linked_file.RULE.at(place, file=normpath(f"content/{link}"))
        elif not os.path.isfile(self.content / source):  # noqa: PTH113 - raises nothing
            yield body_link.RULE.at(place, link=link)
        else:
            yield from self._leaves(source, target, place)
            yield from self._tells_place(source, target, place)

    def _find(self, name: str, link: str) -> Place:
        ways = (f"{{{kind}}}/{link}" for kind in ("static", "attach"))
        return find_in_source(self.folder.root, Place(name), *ways)

    def _is_set(self, source: str) -> bool:
        """Tell whether the settings name a file, or a folder above it."""
        named = {normpath(path) for path in self.settings["STATIC_PATHS"]}
        return not named.isdisjoint((source, *list_above(source)))

    def _may_be_linked(self, source: str) -> bool:
        """Tell whether it is what a link may publish, or is not there."""
        path = self.content / source
        inside = Path(os.path.realpath(self.content))
        if path.is_dir() or not Path(os.path.realpath(path)).is_relative_to(inside):
            return False
        # What is wrong with a picture is told by its own rules.
        return source.startswith("images/") or path.suffix.lower() in _LINKED

    def _leaves(self, source: str, target: str, place: Place) -> Iterator[Problem]:
        if is_outside(target):
            yield copied_outside.RULE.at(place, file=source, target=target)

    def _tells_place(self, source: str, target: str, place: Place) -> Iterator[Problem]:
        # What is published bare comes to the place of its copy, and is written instead of it.
        is_bare = source in self.bare and fold_path(target) == fold_path(source)
        if not is_bare and is_located(self.content / source):
            fact, remedy = picture_tells_place.COPIED, picture_tells_place.BARE
            yield picture_tells_place.RULE.at(place, fact=fact, remedy=remedy)

    def _name(self, source: str) -> Place:
        path = os.path.relpath(self.folder.content / source, self.folder.root)
        return Place(path.replace(os.sep, "/"))


def is_outside(path: str) -> bool:
    """Tell whether a path, of which nothing is to be made shorter, leads out of the folder it is taken in."""
    return path in {".", ".."} or path.startswith(("/", "../")) or "\0" in path


def leave_out_ours(context: dict[str, Any], ours: Collection[str]) -> list[str]:
    """Take what comes at, above or below one of `ours` out of what Pelican will copy; return the paths.

    What is one on some disks is one here (`fold_path`). What comes to the place that it has in `content/`
    is the same file, such as a picture that a story names by `{static}`: it is left out and not returned.
    `context` is that of Pelican's generators.
    """
    files = {fold_path(name) for name in ours}
    folders = {above for name in files for above in list_above(name)}
    kept, taken = [], []
    for copied in context["staticfiles"]:
        name = normpath(copied.save_as)
        path = fold_path(name)
        if path in folders or not files.isdisjoint((path, *list_above(path))):
            if path != fold_path(normpath(copied.get_relative_source_path())):
                taken.append(name)
        else:
            kept.append(copied)
    context["staticfiles"] = kept
    return taken
