"""A whole site looked at on one day: read, checked, disclosed, planned. Nothing is written.

`check` tells what it finds; `build` goes on from it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ambassade.catalogue import make_catalogue
from ambassade.disclose import disclose_site
from ambassade.lock import list_unlocked
from ambassade.pages import plan_pages
from ambassade.problem import Level, Problem
from ambassade.read_folder import read_folder
from ambassade.remembered import Memory, open_memory
from ambassade.rules.content import check_content
from ambassade.rules.heuristics import check_heuristics, heuristic_codes
from ambassade.rules.severity import codes_that_stop, judge
from ambassade.rules.site import check_site
from ambassade.theme import has_fonts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from ambassade.catalogue import Catalogue
    from ambassade.model import Records
    from ambassade.page import Page
    from ambassade.public_site import PublicSite
    from ambassade.site_folder import SiteFolder


@dataclass(frozen=True, slots=True)
class Survey:
    """What a site holds. `problems` are sorted; with an error among them nothing is published.

    `unlocked` counts reviews and corrections that the verbatim lock lacks, `gone` the reviews that
    were shown on an earlier day that was asked about, and no longer are.
    """

    folder: SiteFolder
    site: PublicSite
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]
    unlocked: int = 0
    gone: int = 0

    @property
    def has_errors(self) -> bool:
        """Whether anything stops a build."""
        return any(problem.level is Level.ERROR for problem in self.problems)


def survey_site(
    folder: SiteFolder,
    today: date,
    note: Callable[[Path], None],
    *,
    drafts: bool = False,
    memory: Memory | None = None,
    since: date | None = None,
) -> Survey:
    """Return what `folder` holds on the day `today`; `note` hears of every file before it is read.

    With `drafts`, pending reviews are shown as such, and no page is for search engines. With a
    `memory`, the heuristics run too, and it is saved; without, those alone that may stop a build.
    With a day `since`, what has left the site after it is counted.

    Raises EnvironmentFault for a file that cannot be read.
    """
    read = read_folder(folder, note)
    settings, records = read.settings, read.records
    problems = [*read.problems]
    problems += check_content(make_catalogue(records, settings, today))
    problems = [*judge(problems, settings)]
    sound = leave_out_faulty(records, problems)
    catalogue = make_catalogue(sound, settings, today)
    problems += judge(_find_likely(catalogue, folder.root, memory), settings)
    site = disclose_site(catalogue, drafts=drafts)
    site = replace(site, has_fonts=has_fonts(folder.root))
    pages = tuple(plan_pages(site))
    if drafts:
        pages = tuple(replace(page, indexable=False) for page in pages)
    problems += judge(check_site(site, pages), settings)
    ordered = tuple(sorted(set(problems), key=lambda one: one.sort_key))
    gone = _count_gone(replace(catalogue, today=since), site) if since else 0
    return Survey(folder, site, pages, ordered, len(list_unlocked(records)), gone)


def _count_gone(before: Catalogue, site: PublicSite) -> int:
    """Return how many reviews were shown on the day of `before` and are not on `site`."""
    shown = {review.key for review in site.reviews}
    return sum(review.key not in shown for review in disclose_site(before).reviews)


def _find_likely(catalogue: Catalogue, root: Path, memory: Memory | None) -> list[Problem]:
    only = heuristic_codes()
    if memory is None:
        only &= codes_that_stop(catalogue.settings)
        if not only:
            return []
        memory = open_memory(root)
    problems = [*check_heuristics(catalogue, memory, only)]
    memory.save(root)
    return problems


def leave_out_faulty(records: Records, problems: list[Problem]) -> Records:
    """Return the records of files without error, so that the rest can be looked at further."""
    faulty = {problem.place.file for problem in problems if problem.level is Level.ERROR}
    if not faulty:
        return records
    return replace(
        records,
        items=tuple(one for one in records.items if one.file not in faulty),
        reviews=tuple(one for one in records.reviews if one.file not in faulty),
        stories=tuple(one for one in records.stories if one.file not in faulty),
        pages=tuple(one for one in records.pages if one.file not in faulty),
    )
