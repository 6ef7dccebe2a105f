"""What a survey of a site found: all that a build goes on from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ambassade.problem import Level, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ambassade.page import Page
    from ambassade.page_lines import PageLines
    from ambassade.public import PublicHashes
    from ambassade.public_site import PublicSite
    from ambassade.site_folder import SiteFolder


@dataclass(frozen=True, slots=True)
class Survey:
    """What a site holds. `problems` are sorted; with an error among them nothing is published.

    `others` are the pages that are of no item, `lines` those of all; `hashes`, by item, of what may be
    seen of it, as far as former pages may be used. `unlocked` counts reviews and corrections that the
    verbatim lock lacks, `gone` the reviews that were shown on an earlier day that was asked about, and no
    longer are. `broken`: items of which something that was kept could not be read; more may turn out when
    reviews are read. `forgot`: what was remembered of texts, or of the lock, could not be.
    """

    folder: SiteFolder
    site: PublicSite
    others: tuple[Page, ...]
    lines: PageLines
    problems: tuple[Problem, ...]
    hashes: Mapping[str, PublicHashes] = field(default_factory=dict)
    unlocked: int = 0
    gone: int = 0
    broken: set[str] = field(default_factory=set)
    forgot: bool = False

    @property
    def anew(self) -> bool:
        """Whether something that was kept of former runs could not be read."""
        return self.forgot or bool(self.broken)

    @property
    def has_errors(self) -> bool:
        """Whether anything stops a build."""
        return any(problem.level is Level.ERROR for problem in self.problems)
