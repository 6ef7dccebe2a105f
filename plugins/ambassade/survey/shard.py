"""One item's folder looked at alone: read, checked, disclosed, planned.

Nothing of it depends on another item, so that the folders of a site can be looked at by several
processes, and what came of one that did not change can be kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ambassade.catalogue import make_catalogue
from ambassade.disclose_site import disclose_site
from ambassade.eligibility.summary import list_page
from ambassade.page_lines import keep_lines
from ambassade.pages import plan_item_pages
from ambassade.problem import Level
from ambassade.rules.content import check_parts
from ambassade.rules.severity import judge
from ambassade.rules.site import check_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import date

    from ambassade.model import Records
    from ambassade.page_lines import ItemLines
    from ambassade.problem import Problem
    from ambassade.public import PublicHashes, PublicItem
    from ambassade.settings import Settings


@dataclass(frozen=True, slots=True)
class Shard:
    """What came of one folder. `problems` are judged, those of its reading among them.

    `tell_records`: makes all that was read; whoever only shows it has no need to. `public`: what of it
    may be seen, files with an error left out; None without a sound item.yaml. `lines`: the pages of the
    item. `hashes` are of `public`, made when the shard is handed over.
    """

    tell_records: Callable[[], Records]
    problems: tuple[Problem, ...]
    public: PublicItem | None
    lines: ItemLines
    hashes: PublicHashes | None = None


def make_shard(
    records: Records, problems: Iterable[Problem], settings: Settings, today: date, *, drafts: bool
) -> Shard:
    """Return what comes of `records`, which are one folder's; `problems` are those of reading it.

    `records.lock` may hold the lines of other items too.
    """
    found = [*problems, *check_parts(make_catalogue(records, settings, today))]
    judged = [*judge(found, settings)]
    sound = leave_out_faulty(records, files_with_errors(judged))
    site = disclose_site(make_catalogue(sound, settings, today), drafts=drafts)
    pages = tuple(plan_item_pages(site))
    judged += judge(check_pages(site, pages), settings)
    return Shard(
        tell_records=lambda: replace(records, lock={}),
        problems=tuple(judged),
        public=site.items[0] if site.items else None,
        lines=keep_lines([list_page(page) for page in pages]),
    )


def files_with_errors(problems: Iterable[Problem]) -> frozenset[str]:
    """Return the files that an error is told of."""
    return frozenset(one.place.file for one in problems if one.level is Level.ERROR)


def leave_out_faulty(records: Records, faulty: Collection[str]) -> Records:
    """Return the records without those of the files `faulty`, so that the rest can be looked at further."""
    if not faulty:
        return records
    return replace(
        records,
        items=tuple(one for one in records.items if one.file not in faulty),
        reviews=tuple(one for one in records.reviews if one.file not in faulty),
        stories=tuple(one for one in records.stories if one.file not in faulty),
        pages=tuple(one for one in records.pages if one.file not in faulty),
    )
