"""Everything on record looked at together: what no item alone can tell.

In: the shards of all items, and what is of none. Out: faults, and numbers, as bytes: it is done beside
the planning of the pages, in a process of its own, so that the other one need not make the kept records.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from ambassade.catalogue import make_catalogue
from ambassade.disclose_site import disclose_site
from ambassade.kept.problem_codec import StoredProblem, restore_problem, store_problem
from ambassade.kept.remembered import open_memory
from ambassade.listed_record import read_records
from ambassade.lock import list_unlocked
from ambassade.rules.content import check_whole
from ambassade.rules.heuristics import check_heuristics, heuristic_codes
from ambassade.rules.severity import codes_that_stop, judge
from ambassade.survey.shard import files_with_errors, leave_out_faulty

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from ambassade.catalogue import Catalogue
    from ambassade.kept.remembered import Memory
    from ambassade.model import Records
    from ambassade.problem import Problem
    from ambassade.survey.shard import Shard
    from ambassade.survey.survey_items import ItemSurvey


class Examined(msgspec.Struct, array_like=True, frozen=True):
    """What was found, judged. `likely`: by heuristics, which leave out what has an error.

    `unlocked` counts what the lock lacks, `shown_since` holds the keys of what was shown on the day that
    was asked about. `anew`: what was remembered could not be read.
    """

    stored: tuple[StoredProblem, ...]
    stored_likely: tuple[StoredProblem, ...]
    unlocked: int
    shown_since: frozenset[str]
    anew: bool

    @property
    def problems(self) -> list[Problem]:
        """The faults that show only in the whole site."""
        return [restore_problem(one) for one in self.stored]

    @property
    def likely(self) -> list[Problem]:
        """What heuristics found."""
        return [restore_problem(one) for one in self.stored_likely]


_decoder = msgspec.msgpack.Decoder(Examined)


def decode_examined(data: bytes) -> Examined:
    """Return what `examine` found."""
    return _decoder.decode(data)


@dataclass(frozen=True, slots=True)
class WholeLook:
    """What looks at the records that `items` looked at one by one, and at the `rest`.

    `told`: the faults of the latter. With a `memory`, all heuristics run; without, those alone
    that may stop a build.
    """

    items: ItemSurvey
    rest: Records
    told: Sequence[Problem]
    root: Path
    memory: Memory | None
    since: date | None
    jobs: int

    def examine(self, shards: Sequence[Shard]) -> bytes:
        """Return what is found, as `Examined` in bytes."""
        settings, today = self.items.reader.settings, self.items.today
        only = self._choose_heuristics()
        # Those look at every word; other rules at few reviews, and what lists say of the rest.
        records = self._join_records(shards, whole=bool(only) or self.since is not None)
        catalogue = make_catalogue(records, settings, today)
        unlocked = len(catalogue.find_once(list_unlocked))
        problems = [*judge(check_whole(catalogue), settings)]
        of_items = (problem for shard in shards for problem in shard.problems)
        faulty = files_with_errors([*self.told, *problems, *of_items])
        if faulty:
            catalogue = make_catalogue(leave_out_faulty(records, faulty), settings, today)
        likely, anew = self._find_likely(catalogue, only)
        return msgspec.msgpack.encode(
            Examined(
                _store(problems),
                _store(judge(likely, settings)),
                unlocked,
                self._find_shown(catalogue),
                anew or bool(self.items.store.broken),
            )
        )

    def _join_records(self, shards: Sequence[Shard], *, whole: bool) -> Records:
        parts = [shard.tell_records() for shard in shards]
        read = read_records if whole else tuple
        return replace(
            self.rest,
            items=tuple(item for part in parts for item in part.items),
            reviews=tuple(review for part in parts for review in read(part.reviews)),
            unread=frozenset().union(*(part.unread for part in parts)),
        )

    def _choose_heuristics(self) -> frozenset[str]:
        codes = heuristic_codes()
        return codes if self.memory else codes & codes_that_stop(self.items.reader.settings)

    def _find_likely(
        self, catalogue: Catalogue, only: frozenset[str]
    ) -> tuple[list[Problem], bool]:
        """Return what the heuristics find, and whether their memory had to be made anew."""
        if not only:
            return [], False
        memory = self.memory or open_memory(self.root)
        catalogue = replace(catalogue, root=self.root)
        problems = [*check_heuristics(catalogue, memory, only, self.jobs)]
        memory.save(self.root)
        return problems, memory.is_anew

    def _find_shown(self, catalogue: Catalogue) -> frozenset[str]:
        if self.since is None:
            return frozenset()
        before = disclose_site(replace(catalogue, today=self.since))
        return frozenset(review.key for review in before.reviews)


def _store(problems: Iterable[Problem]) -> tuple[StoredProblem, ...]:
    return tuple(store_problem(one) for one in problems)
