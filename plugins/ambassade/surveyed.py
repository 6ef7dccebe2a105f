"""What a survey of a site found: all that a build goes on from."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from ambassade.eligibility.summary import list_page
from ambassade.problem import Level, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ambassade.page import Page, PageLine
    from ambassade.public import PublicHashes
    from ambassade.public_site import PublicSite
    from ambassade.site_folder import SiteFolder


@dataclass(frozen=True, slots=True)
class Survey:
    """What a site holds. `problems` are sorted; with an error among them nothing is published.

    `item_lines` are of the pages of each item, `others` the pages that are of none, `lines` of all;
    `hashes`, by item, of what may be seen of it, as far as former pages may be used. `unlocked` counts
    reviews and corrections that the verbatim lock lacks, `gone` the reviews that were shown on an
    earlier day that was asked about, and no longer are. `anew`: what was remembered of former runs could
    not be read.
    """

    folder: SiteFolder
    site: PublicSite
    item_lines: Mapping[str, tuple[PageLine, ...]]
    others: tuple[Page, ...]
    lines: Sequence[PageLine]
    problems: tuple[Problem, ...]
    hashes: Mapping[str, PublicHashes] = field(default_factory=dict)
    unlocked: int = 0
    gone: int = 0
    anew: bool = False

    @property
    def has_errors(self) -> bool:
        """Whether anything stops a build."""
        return any(problem.level is Level.ERROR for problem in self.problems)


def list_lines(
    of_items: Mapping[str, Iterable[PageLine]], others: Iterable[Page]
) -> list[PageLine]:
    """Return the lines of all pages, kind by kind."""
    lines = [line for lines in of_items.values() for line in lines]
    lines += [list_page(page) for page in others]
    return sorted(lines, key=attrgetter("kind"))
