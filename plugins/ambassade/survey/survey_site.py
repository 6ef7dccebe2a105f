"""A whole site looked at on one day: read, checked, disclosed, planned. Nothing is written.

`check` tells what it finds; `build` goes on from it. Items are looked at one by one (`survey/shard.py`);
here comes what needs all of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ambassade.catalogue import make_catalogue
from ambassade.disclose_site import join_items
from ambassade.eligibility.summary import list_page
from ambassade.kept.kept_file import kept_path
from ambassade.listed_record import read_records
from ambassade.page_lines import PageLines
from ambassade.pages import plan_other_pages
from ambassade.processes.aside import Aside
from ambassade.processes.jobs import Jobs
from ambassade.rules.content import check_parts
from ambassade.rules.documentation import all_rules
from ambassade.rules.severity import judge
from ambassade.rules.site import check_lines, check_pages
from ambassade.survey.kept_lock import KeptLock
from ambassade.survey.read_folder import open_folder
from ambassade.survey.shard import files_with_errors, leave_out_faulty, make_shard
from ambassade.survey.shard_store import ShardStore
from ambassade.survey.survey_items import ItemSurvey
from ambassade.survey.surveyed import Survey
from ambassade.survey.whole_look import WholeLook, decode_examined
from ambassade.theme import has_fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from datetime import date

    from ambassade.kept.remembered import Memory
    from ambassade.model import Records
    from ambassade.page import Page
    from ambassade.problem import Problem
    from ambassade.public_site import PublicSite
    from ambassade.settings import Settings
    from ambassade.site_folder import SiteFolder
    from ambassade.source.reviews_folder import Note, ReviewsFolder
    from ambassade.survey.shard import Shard


def survey_site(  # noqa: PLR0913 - `check` and `build` ask for different things
    folder: SiteFolder,
    today: date,
    note: Note = lambda _path, _files: None,
    *,
    drafts: bool = False,
    memory: Memory | None = None,
    since: date | None = None,
    jobs: Jobs = Jobs(),  # noqa: B008 - it never changes
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
    kept_lock = KeptLock(kept_path(folder, "lock", drafts=drafts))
    lock = reader.read_lock(kept_lock.read)
    settings, rest = reader.settings, reader.read_rest(lock)
    store = ShardStore(kept_path(folder, "shards", drafts=drafts), folder.content / "images")
    items = ItemSurvey(reader, lock, today, drafts, store)
    # Before there are processes, each of which would load them.
    all_rules()
    folders = reader.item_folders()
    apart = jobs.are_beside(sum(len(each.files) for each in folders))
    shards = items.look_at_all(folders, jobs.most, progress, apart=apart)
    problems += reader.problems
    problems += check_parts(make_catalogue(rest, settings, today))
    told = [*judge(problems, settings)]
    whole = WholeLook(items, rest, told, folder.root, memory, since, jobs.most)
    with Aside(lambda: whole.examine(shards), apart=apart) as beside:
        # Nearly always there is no fault that only the whole site shows: then that is the site.
        sound = leave_out_faulty(rest, files_with_errors(told))
        shown = _plan(folder, sound, shards, settings, drafts=drafts)
        found = decode_examined(beside.result())
    told += found.problems
    if faulty := files_with_errors(told):
        shown = _plan_sound(folder, whole, shards, faulty)
    told += [problem for shard in shards for problem in shard.problems]
    return replace(
        shown,
        problems=_sort({*told, *found.likely, *shown.problems}),
        unlocked=found.unlocked,
        gone=_count_gone(found.shown_since, shown.site),
        broken=store.broken,
        forgot=found.anew or kept_lock.is_broken,
    )


def _count_gone(shown_since: Collection[str], site: PublicSite) -> int:
    # Nearly always nobody asked.
    still = {review.key for review in site.reviews} if shown_since else set[str]()
    return sum(key not in still for key in shown_since)


def _plan_sound(
    folder: SiteFolder, whole: WholeLook, shards: Sequence[Shard], faulty: frozenset[str]
) -> Survey:
    """Return the site without the files `faulty`, and without what their shards were told of."""
    items = whole.items
    of_items = (problem for shard in shards for problem in shard.problems)
    sound = leave_out_faulty(whole.rest, faulty | files_with_errors(of_items))
    left = [_leave_out(faulty, items, shard) for shard in shards]
    return _plan(folder, sound, left, items.reader.settings, drafts=items.drafts)


def _plan(
    folder: SiteFolder,
    rest: Records,
    shards: Sequence[Shard],
    settings: Settings,
    *,
    drafts: bool,
) -> Survey:
    """Return the site of these shards, planned; `problems` are those of its pages alone."""
    public = [shard.public for shard in shards if shard.public]
    site = replace(
        join_items(public, rest, settings, drafts=drafts), has_fonts=has_fonts(folder.root)
    )
    others = tuple(plan_other_pages(site))
    of_items = {shard.public.slug: shard.lines for shard in shards if shard.public}
    lines = PageLines(of_items, [*map(list_page, others)])
    return Survey(
        folder,
        site,
        others,
        lines,
        problems=tuple(_look_at_pages(site, others, lines)),
        hashes={one.public.slug: one.hashes for one in shards if one.public and one.hashes},
    )


def _look_at_pages(site: PublicSite, others: Sequence[Page], lines: PageLines) -> Iterator[Problem]:
    """Yield the problems of the pages that are of no item, and of all as they are listed."""
    yield from judge(check_pages(site, others), site.settings)
    yield from judge(check_lines(site, lines), site.settings)


def _sort(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda one: one.sort_key))


def _leave_out(faulty: frozenset[str], items: ItemSurvey, shard: Shard) -> Shard:
    """Return a shard without what an error was told of only when the whole site was seen."""
    records = shard.tell_records()
    left = leave_out_faulty(records, faulty)
    if left == records:
        return shard
    lock = items.lock.of_item(left.items[0].slug) if left.items else {}
    locked = replace(left, reviews=read_records(left.reviews), lock=lock)
    made = make_shard(locked, (), items.reader.settings, items.today, drafts=items.drafts)
    return replace(shard, public=made.public, lines=made.lines, hashes=None)
