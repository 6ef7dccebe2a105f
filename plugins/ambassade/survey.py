"""A whole site looked at on one day: read, checked, disclosed, planned. Nothing is written.

`check` tells what it finds; `build` goes on from it. Items are looked at one by one (`shard.py`);
here comes what needs all of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ambassade.catalogue import make_catalogue
from ambassade.disclose import disclose_site, join_items
from ambassade.kept_file import kept_path
from ambassade.lock import list_unlocked
from ambassade.pages import plan_other_pages
from ambassade.read_folder import open_folder
from ambassade.remembered import Memory, open_memory
from ambassade.rules.content import check_parts, check_whole
from ambassade.rules.heuristics import check_heuristics, heuristic_codes
from ambassade.rules.severity import codes_that_stop, judge
from ambassade.rules.site import check_lines, check_pages
from ambassade.shard import files_with_errors, leave_out_faulty, make_shard
from ambassade.shard_store import ShardStore
from ambassade.survey_items import ItemSurvey
from ambassade.surveyed import Survey, list_lines
from ambassade.theme import has_fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from ambassade.catalogue import Catalogue
    from ambassade.model import Records
    from ambassade.page import Page, PageLine
    from ambassade.problem import Problem
    from ambassade.public_site import PublicSite
    from ambassade.shard import Shard
    from ambassade.site_folder import SiteFolder
    from ambassade.source.reviews_folder import Note, ReviewsFolder


def survey_site(  # noqa: PLR0913 - `check` and `build` ask for different things
    folder: SiteFolder,
    today: date,
    note: Note = lambda _path, _stamp: None,
    *,
    drafts: bool = False,
    memory: Memory | None = None,
    since: date | None = None,
    jobs: int = 1,
    progress: Callable[[int, int | None], None] = lambda _done, _total: None,
    reviews: ReviewsFolder | None = None,
) -> Survey:
    """Return what `folder` holds on the day `today`; `note` hears of every file before it is read.

    With `drafts`, pending reviews are shown as such, and no page is for search engines. With a
    `memory`, the heuristics run too, and it is saved; without, those alone that may stop a build.
    With a day `since`, what has left the site after it is counted. Items are looked at by up to
    `jobs` processes, and what came of them is kept in `.ambassade/`. `reviews`: what stands there, where
    somebody looked before.

    Raises EnvironmentFault for a file that cannot be read.
    """
    reader, problems = open_folder(folder, note, reviews)
    settings, rest = reader.settings, reader.read_rest()
    store = ShardStore(kept_path(folder, "shards", drafts=drafts), folder.content / "images")
    items = ItemSurvey(reader, rest.lock, today, drafts, store)
    shards = items.look_at_all(reader.item_folders(), jobs, progress)
    problems += reader.problems
    problems += check_parts(make_catalogue(rest, settings, today))
    records = _join_records(rest, shards)
    catalogue, shards, problems = _find_sound(records, shards, items, problems)
    likely, anew = _find_likely(catalogue, folder.root, memory, jobs)
    problems += judge(likely, settings)
    site = _join_site(folder, shards, catalogue, drafts=drafts)
    item_lines = {shard.public.slug: shard.lines for shard in shards if shard.public}
    others = tuple(plan_other_pages(site))
    lines = list_lines(item_lines, others)
    return Survey(
        folder,
        site,
        item_lines,
        others,
        lines,
        problems=_sort({*problems, *_look_at_pages(site, others, lines)}),
        hashes={one.public.slug: one.hashes for one in shards if one.public and one.hashes},
        unlocked=len(list_unlocked(records)),
        gone=_count_gone(replace(catalogue, today=since), site) if since else 0,
        anew=store.broken or anew,
    )


def _find_sound(
    records: Records, shards: Sequence[Shard], items: ItemSurvey, problems: Iterable[Problem]
) -> tuple[Catalogue, list[Shard], list[Problem]]:
    """Return the catalogue and the shards without what an error is told of, and all that is told."""
    settings, today = items.reader.settings, items.today
    catalogue = make_catalogue(records, settings, today)
    told = [*judge([*problems, *check_whole(catalogue)], settings)]
    left = _without_faulty(shards, files_with_errors(told), items)
    told += [problem for shard in left for problem in shard.problems]
    sound = leave_out_faulty(records, files_with_errors(told))
    if sound is not records:
        catalogue = make_catalogue(sound, settings, today)
    return catalogue, left, told


def _join_site(
    folder: SiteFolder, shards: Sequence[Shard], catalogue: Catalogue, *, drafts: bool
) -> PublicSite:
    shown = [shard.public for shard in shards if shard.public]
    site = join_items(shown, catalogue, drafts=drafts)
    return replace(site, has_fonts=has_fonts(folder.root))


def _look_at_pages(
    site: PublicSite, others: Sequence[Page], lines: Sequence[PageLine]
) -> Iterator[Problem]:
    """Yield the problems of the pages that are of no item, and of all as they are listed."""
    yield from judge(check_pages(site, others), site.settings)
    yield from judge(check_lines(site, lines), site.settings)


def _sort(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda one: one.sort_key))


def _join_records(rest: Records, shards: Sequence[Shard]) -> Records:
    """Return the records of the whole site."""
    return replace(
        rest,
        items=tuple(item for shard in shards for item in shard.records.items),
        reviews=tuple(review for shard in shards for review in shard.records.reviews),
        unread=frozenset().union(*(shard.records.unread for shard in shards)),
    )


def _without_faulty(
    shards: Sequence[Shard], faulty: frozenset[str], items: ItemSurvey
) -> list[Shard]:
    """Return the shards without what an error was told of only when the whole site was seen."""
    settings, today = items.reader.settings, items.today
    sound = []
    for shard in shards:
        records = leave_out_faulty(shard.records, faulty)
        if records != shard.records:
            locked = replace(records, lock=items.lock)
            left = make_shard(locked, (), settings, today, drafts=items.drafts)
            sound.append(replace(shard, public=left.public, lines=left.lines))
        else:
            sound.append(shard)
    return sound


def _count_gone(before: Catalogue, site: PublicSite) -> int:
    """Return how many reviews were shown on the day of `before` and are not on `site`."""
    shown = {review.key for review in site.reviews}
    return sum(review.key not in shown for review in disclose_site(before).reviews)


def _find_likely(
    catalogue: Catalogue, root: Path, memory: Memory | None, jobs: int
) -> tuple[list[Problem], bool]:
    """Return what the heuristics find, and whether their memory had to be made anew."""
    only = heuristic_codes()
    if memory is None:
        only &= codes_that_stop(catalogue.settings)
        if not only:
            return [], False
        memory = open_memory(root)
    problems = [*check_heuristics(catalogue, memory, only, jobs)]
    memory.save(root)
    return problems, memory.is_anew
