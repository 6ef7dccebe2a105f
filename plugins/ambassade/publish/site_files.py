"""Every file of a site: pages, machine outputs, the theme's files and the pictures that are shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any

from ambassade.addresses import file_of
from ambassade.body_links import pictures_in
from ambassade.outputs import make_item_outputs, make_outputs, name_item_outputs
from ambassade.picture_variants import Use
from ambassade.publish.body_pictures import dress
from ambassade.publish.full_text_index import make_full_text_index
from ambassade.publish.manifest import WrittenFile, list_files
from ambassade.publish.page_keys import PageKeys
from ambassade.publish.page_writer import PageWriter
from ambassade.publish.pictures import PictureFile, publish_pictures
from ambassade.publish.render import Renderer
from ambassade.publish.shown_pictures import find_shown
from ambassade.publish.siblings import name_with_siblings, with_siblings
from ambassade.publish.write import write_file
from ambassade.stop import environment_faults
from ambassade.theme import name_folder, read_assets, theme_folders

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ambassade.public_site import PublicSite
    from ambassade.publish.kept_pages import KeptPages
    from ambassade.site_folder import SiteFolder
    from ambassade.surveyed import Survey


@dataclass(slots=True)
class Written:
    """What came of writing beside others: `foreign` files were there before, `taken` gave way.

    `names` are of all files that were written.
    `outputs` tell whether a file for machines was changed since, `files` what hash one has that was
    not: both by path.
    """

    foreign: set[str]
    names: frozenset[str] = frozenset()
    taken: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    outputs: dict[str, tuple[int, int] | None] = field(default_factory=dict)
    files: dict[str, WrittenFile] = field(default_factory=dict)

    def write(self, output: Path, name: str, data: bytes) -> None:
        """Write a file of ours where a foreign one may be. Raises EnvironmentFault."""
        self.clear(output, name)
        write_file(output, name, data)
        self.written.append(name)

    def write_text(self, output: Path, name: str, data: bytes, *, production: bool) -> None:
        """Write a file with, in `production`, its compressed siblings. Raises EnvironmentFault."""
        for each, content in with_siblings(name, data) if production else [(name, data)]:
            self.write(output, each, content)

    def clear(self, output: Path, name: str) -> None:
        """Remove the foreign file of that name, if there is one. Raises EnvironmentFault."""
        if name in self.foreign:
            with environment_faults(output / name):
                (output / name).unlink(missing_ok=True)
            self.taken.append(name)


def write_site(
    survey: Survey,
    output: Path,
    bodies: Mapping[str, str],
    *,
    jobs: int = 1,
    progress: Callable[[int, int | None], None] | None = None,
    additions: Mapping[str, Mapping[str, Any]] | None = None,
    former: KeptPages | None = None,
) -> Written:
    """Write all files of the site of `survey` below `output`, pages in up to `jobs` processes.

    `bodies`: the HTML of stories and static pages by source file. `additions`: filters, globals
    and tests of Jinja that plugins add. What did not change is carried over from the `former` site. A
    file that is there already gives way. Raises EnvironmentFault.
    """
    site, folder, lines = survey.site, survey.folder, survey.lines
    folders = theme_folders(folder.root)
    written = Written(set(list_files(output)) if output.exists() else set())
    for line in lines:
        written.clear(output, file_of(line.address))
    tell = progress or (lambda _done, _total: None)
    production = site.settings.production
    assets = read_assets(folders)
    at = f"theme/{name_folder(assets) if production else ''}"
    pictures = publish_pictures(
        _pictures_of(site, folder, bodies),
        folder.root,
        lambda name, data: written.write(output, name, data),
        jobs,
        tell,
    )
    dressed = {file: dress(html, site.settings.base, pictures) for file, html in bodies.items()}
    renderer = Renderer(site, folders, dressed, additions or {}, pictures.offered, at)
    writer = PageWriter(survey, renderer, output)
    if former is not None:
        writer.kept, writer.keys = former, PageKeys(site, survey.hashes, pictures.offered, folders)
    writer.write_all(jobs, tell)
    written.files.update(writer.written)
    for name, data in make_outputs(site.without_drafts(), lines):
        written.write_text(output, name, data, production=production)
        written.outputs[name] = _stamp(output / name)
    for name in (name for item in site.items for name in name_item_outputs(site, item)):
        written.outputs[name] = _stamp(output / name)
    for name, data in assets.items():
        written.write_text(output, f"{at}{name}", data, production=production)
    for name, data in make_full_text_index(site, survey.others):
        written.write(output, name, data)
    written.names = frozenset({*written.written, *written.files})
    return written


def restore_outputs(survey: Survey, output: Path, written: Written) -> list[str]:
    """Write the machine outputs that somebody changed since anew, and return their names.

    Plugins that write at the end of a run come after us. Raises EnvironmentFault.
    """
    changed = {name for name, stamp in written.outputs.items() if _stamp(output / name) != stamp}
    if changed:
        again = {each for name in changed for each in name_with_siblings(name)}
        restored, site = Written(again), survey.site.without_drafts()
        of_items = (make_item_outputs(site, item) for item in site.items)
        for name, data in chain(make_outputs(site, survey.lines), *of_items):
            if name in changed:
                production = site.settings.production
                restored.write_text(output, name, data, production=production)
    return sorted(changed)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    return stat.st_mtime_ns, stat.st_size


def _pictures_of(
    site: PublicSite, folder: SiteFolder, bodies: Mapping[str, str]
) -> list[PictureFile]:
    """Return the pictures that pages show, or that bodies name."""
    uses: dict[str, set[Use]] = {}
    for picture, use in find_shown(site):
        uses.setdefault(picture.path, set()).update({use} if use else ())
    for html in bodies.values():
        for path in pictures_in(html, site.settings.base):
            if (folder.content / path).is_file():
                uses.setdefault(path, set()).add(Use.MIDDLE)
    return [
        PictureFile(path, folder.content / path, frozenset(found)) for path, found in uses.items()
    ]
