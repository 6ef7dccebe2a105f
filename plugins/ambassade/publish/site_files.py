"""Every file of a site: pages, machine outputs, the theme's files and the pictures that are shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ambassade.addresses import file_of
from ambassade.body_links import pictures_in
from ambassade.media import read_picture
from ambassade.outputs import make_outputs
from ambassade.public import Picture
from ambassade.publish.manifest import list_files
from ambassade.publish.render import Renderer
from ambassade.publish.write import write_all, write_file
from ambassade.stop import environment_faults
from ambassade.theme import read_assets, theme_folders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from ambassade.page import Page
    from ambassade.public_site import PublicSite
    from ambassade.site_folder import SiteFolder


@dataclass(frozen=True, slots=True)
class Written:
    """What came of writing beside others: `foreign` files were there before, `taken` gave way.

    `stamps` tell whether a machine output was changed since.
    """

    foreign: set[str]
    taken: list[str] = field(default_factory=list)
    stamps: dict[str, tuple[int, int] | None] = field(default_factory=dict)

    def write(self, output: Path, name: str, data: bytes) -> None:
        """Write a file of ours where a foreign one may be. Raises EnvironmentFault."""
        self.clear(output, name)
        write_file(output, name, data)

    def clear(self, output: Path, name: str) -> None:
        """Remove the foreign file of that name, if there is one. Raises EnvironmentFault."""
        if name in self.foreign:
            with environment_faults(output / name):
                (output / name).unlink(missing_ok=True)
            self.taken.append(name)


def write_site(
    site: PublicSite,
    pages: Sequence[Page],
    folder: SiteFolder,
    output: Path,
    bodies: Mapping[str, str],
    *,
    jobs: int = 1,
    progress: Callable[[int, int | None], None] | None = None,
    additions: Mapping[str, Mapping[str, Any]] | None = None,
) -> Written:
    """Write all files of a site below `output`, pages in up to `jobs` processes.

    `bodies`: the HTML of stories and static pages by source file. `additions`: filters, globals
    and tests of Jinja that plugins add. A file that is there already gives way. Raises
    EnvironmentFault.
    """
    folders = theme_folders(folder.root)
    renderer = Renderer(site, folders, bodies, additions or {})
    written = Written(set(list_files(output)) if output.exists() else set())
    for page in pages:
        written.clear(output, file_of(page.address))

    def render(page: Page) -> Iterable[tuple[str, bytes]]:
        yield file_of(page.address), renderer.render(page)

    def tell(done: int) -> None:
        if progress:
            progress(done, len(pages))

    write_all(output, pages, render, jobs, tell)
    for name, data in make_outputs(site.without_drafts(), pages):
        written.write(output, name, data)
        written.stamps[name] = _stamp(output / name)
    for name, data in read_assets(folders).items():
        written.write(output, f"theme/{name}", data)
    shown = {picture.path for picture in shown_pictures(site)}
    for html in bodies.values():
        named = pictures_in(html, site.settings.base)
        shown |= {picture for picture in named if (folder.content / picture).is_file()}
    for picture in sorted(shown):
        path = folder.content / picture
        with environment_faults(path):
            data = read_picture(path)
        written.write(output, picture, data)
    return written


def restore_outputs(
    site: PublicSite, pages: Sequence[Page], output: Path, written: Written
) -> list[str]:
    """Write the machine outputs that somebody changed since anew, and return their names.

    Plugins that write at the end of a run come after us. Raises EnvironmentFault.
    """
    changed = {name for name, stamp in written.stamps.items() if _stamp(output / name) != stamp}
    if changed:
        restored = Written(changed)
        for name, data in make_outputs(site.without_drafts(), pages):
            if name in changed:
                restored.write(output, name, data)
    return sorted(changed)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        stat = path.stat()
    except FileNotFoundError:
        return None
    return stat.st_mtime_ns, stat.st_size


def shown_pictures(site: PublicSite) -> Iterator[Picture]:
    """Yield the pictures that some page shows; no other leaves `content/images/`."""
    company = site.settings.company
    yield from (picture for picture in (company.logo, company.image) if picture)
    for item in site.items:
        yield from item.item.image
    for review in site.reviews:
        yield from review.image
        if review.author.image:
            yield review.author.image
        if review.video and isinstance(review.video.thumbnail_url, Picture):
            yield review.video.thumbnail_url
    yield from (story.image for story in site.stories if story.image)
