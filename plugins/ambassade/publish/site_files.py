"""Every file of a site: pages, machine outputs, the theme's files and the pictures that are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.addresses import file_of
from ambassade.outputs import make_outputs
from ambassade.public import Picture
from ambassade.publish.render import Renderer
from ambassade.publish.write import write_all, write_file
from ambassade.stop import environment_faults
from ambassade.theme import read_assets, theme_folders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from ambassade.disclose import PublicSite
    from ambassade.page import Page
    from ambassade.site_folder import SiteFolder


def write_site(
    site: PublicSite,
    pages: Sequence[Page],
    folder: SiteFolder,
    output: Path,
    bodies: Mapping[str, str],
    *,
    jobs: int = 1,
    progress: Callable[[int, int | None], None] | None = None,
) -> None:
    """Write all files of a site below `output`, pages in up to `jobs` processes.

    `bodies`: the HTML of stories and static pages by source file. Raises EnvironmentFault.
    """
    folders = theme_folders(folder.root)
    renderer = Renderer(site, folders, bodies)

    def render(page: Page) -> Iterable[tuple[str, bytes]]:
        yield file_of(page.address), renderer.render(page)

    def tell(done: int) -> None:
        if progress:
            progress(done, len(pages))

    write_all(output, pages, render, jobs, tell)
    for name, data in make_outputs(site, pages):
        write_file(output, name, data)
    for name, data in read_assets(folders).items():
        write_file(output, f"theme/{name}", data)
    for picture in sorted({picture.path for picture in shown_pictures(site)}):
        path = folder.content / picture
        with environment_faults(path):
            data = path.read_bytes()
        write_file(output, picture, data)


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
