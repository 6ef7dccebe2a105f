"""Every file of a site: pages, machine outputs, the theme's files and the pictures that are shown."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from ambassade.kept.frame import hash_code, hash_files
from ambassade.kept.kept_file import digest, kept_path
from ambassade.markup.body_links import pictures_in
from ambassade.outputs import make_outputs
from ambassade.pictures.picture_variants import Use
from ambassade.processes.workers import do_all
from ambassade.public import read_item
from ambassade.publish.body_pictures import dress
from ambassade.publish.body_scrolling import let_scroll
from ambassade.publish.cards import CardStore
from ambassade.publish.full_text_index import make_full_text_index
from ambassade.publish.item_pages import ItemPages
from ambassade.publish.page_keys import PageKeys
from ambassade.publish.page_writer import PageWriter
from ambassade.publish.pictures import PictureFile, publish_pictures
from ambassade.publish.render import Renderer
from ambassade.publish.shown_pictures import find_shown
from ambassade.publish.unchanged import Unchanged
from ambassade.theme import list_assets, name_folder, read_assets, theme_folders

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping
    from pathlib import Path

    from ambassade.public_site import PublicSite
    from ambassade.publish.kept_pages import KeptPages
    from ambassade.publish.new_tree import NewTree
    from ambassade.site_folder import SiteFolder
    from ambassade.survey.surveyed import Survey

_THEME: Final = "theme/"


def write_site(
    survey: Survey,
    tree: NewTree,
    bodies: Mapping[str, str],
    *,
    jobs: int = 1,
    progress: Callable[[int, int | None], None] | None = None,
    additions: Mapping[str, Mapping[str, Any]] | None = None,
    kept: KeptPages | None = None,
) -> bool:
    """Write all files of the site of `survey` into `tree`, pages in up to `jobs` processes.

    `bodies`: the HTML of stories and static pages by source file. `additions`: filters, globals
    and tests of Jinja that plugins add. Of the pages that are `kept` of the former site stay those that
    would be the same. Return whether cards that were kept of it had to be made anew. Raises TemplateFault,
    EnvironmentFault.
    """
    site, folder = survey.site, survey.folder
    folders, production = theme_folders(folder.root), site.settings.production
    tell = progress or (lambda _done, _total: None)
    is_theme_there = not production and kept is not None and _carry_theme(tree, kept, folders)
    assets = {} if is_theme_there else read_assets(folders)
    at = f"{_THEME}{name_folder(assets) if production else ''}"
    shown = _pictures_of(site, folder, bodies)
    pictures = publish_pictures(shown, folder.root, tree.write, jobs, tell)
    base = site.settings.base
    dressed = {file: let_scroll(dress(html, base, pictures)) for file, html in bodies.items()}
    renderer = Renderer(site, folders, dressed, additions or {}, pictures.offered, at)
    named = {f"{at}{name}": data for name, data in assets.items()}
    writer = PageWriter(survey, renderer, tree, partial(_other_texts, survey, named))
    _know_former(writer, kept)
    writer.write_all(jobs, tell)
    for name, data in make_full_text_index(site, survey.others):
        tree.write(name, data)
    return _mend_cards(renderer, jobs)


def _mend_cards(renderer: Renderer, jobs: int) -> bool:
    """Keep cards again that were not whole; tell whether there were any. Raises EnvironmentFault."""
    # Their items' pages may stay for years, and cards are kept only where those are rendered.
    broken = sorted(renderer.cards.broken) if renderer.cards else []
    items = [renderer.site.by_slug[slug] for slug in broken]
    do_all(items, lambda item: renderer.keep_cards(read_item(item)), jobs)
    return bool(broken)


def _know_former(writer: PageWriter, kept: KeptPages | None) -> None:
    """Let the writer know what is `kept` of the former site's pages, and of cards."""
    survey, renderer, site = writer.survey, writer.renderer, writer.survey.site
    cards = CardStore(kept_path(survey.folder, "cards", drafts=site.drafts), {})
    if kept is not None:
        keys = PageKeys(site, survey.hashes, renderer.offered, renderer.templates)
        writer.unchanged = Unchanged(survey, kept, keys, writer.tree)
        cards.keys, cards.mark, renderer.cards = keys.of_items, keys.mark_cards, cards
        folder = kept_path(survey.folder, "pages", drafts=site.drafts)
        writer.item_pages = ItemPages(folder, kept, keys, survey.broken)
        writer.item_pages.drop_others()
    cards.drop_others()


def _carry_theme(tree: NewTree, kept: KeptPages, folders: tuple[Path, ...]) -> bool:
    """Let the theme's files stay if they would be the same; tell whether they do."""
    names = [f"{_THEME}{name}" for name in sorted(list_assets(folders))]
    key = digest(hash_code(), hash_files(folders))
    kept.note(_THEME, key)
    if not kept.has(_THEME, key, names):
        return False
    for name in names:
        tree.carry(name)
    return True


def _other_texts(
    survey: Survey, assets: Mapping[str, bytes], staying: Container[str]
) -> Iterator[tuple[str, bytes]]:
    yield from make_outputs(survey.site.without_drafts(), survey.lines, staying)
    yield from assets.items()


def _pictures_of(
    site: PublicSite, folder: SiteFolder, bodies: Mapping[str, str]
) -> list[PictureFile]:
    """Return the pictures that pages show, or that bodies name."""
    uses: dict[str, set[Use]] = {}
    for picture, use, _ in find_shown(site):
        uses.setdefault(picture.path, set()).update({use} if use else ())
    for html in bodies.values():
        for path in pictures_in(html, site.settings.base):
            if os.path.isfile(folder.content / path):  # noqa: PTH113 - raises nothing
                uses.setdefault(path, set()).add(Use.MIDDLE)
    return [
        PictureFile(path, folder.content / path, frozenset(found)) for path, found in uses.items()
    ]
