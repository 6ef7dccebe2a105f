"""Brings `reviews/verbatim.lock` up to date: new reviews, corrections, moved files.

A change that no correction explains is never locked: that would make it look genuine.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from msgspec import structs

from ambassade.catalogue import make_catalogue
from ambassade.gone_reviews import find_gone
from ambassade.lock import (
    hash_kept_rating,
    list_unlocked,
    lock_review,
    make_tombstone,
    write_lock,
)
from ambassade.problem import Level
from ambassade.rules.content import (
    changed_after_lock,
    check_content,
    locked_review_gone,
    not_locked,
)
from ambassade.rules.severity import judge
from ambassade.source.lock_reader import LOCK_FILE
from ambassade.stop import environment_faults
from ambassade.survey.read_folder import read_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from ambassade.catalogue import Catalogue
    from ambassade.model import Locked, Records, Review
    from ambassade.problem import Problem
    from ambassade.site_folder import SiteFolder


@dataclass(frozen=True, slots=True)
class Locking:
    """What was done, by the reviews' keys; nothing was where there are `problems`.

    `moved` holds pairs: the former key and the present one.
    """

    problems: tuple[Problem, ...] = ()
    locked: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()


def lock_site(folder: SiteFolder, day: date) -> Locking:
    """Lock every published review of the site, unless something is wrong with its reviews.

    Raises EnvironmentFault.
    """
    catalogue, problems = _read(folder, day)
    if problems:
        return Locking(problems=problems)
    entries, done = update_lock(catalogue.records, day)
    put_lock(folder.root, entries)
    return done


def update_lock(records: Records, day: date) -> tuple[list[Locked], Locking]:
    """Return the lines of a lock that holds all of `records`, and what is new in it."""
    entries = dict(records.lock)
    moved = []
    for key, now in find_gone(records.reviews, records.lock, records.unread).items():
        if now is not None:
            entries[now.key] = _lock_moved(entries.pop(key), now)
            moved.append((key, now.key))
    locked: list[str] = []
    corrected: list[str] = []
    for review in list_unlocked(replace(records, lock=entries)):
        (corrected if review.key in entries else locked).append(review.key)
        entries[review.key] = _lock_anew(review, day, entries.get(review.key))
    done = Locking((), tuple(locked), tuple(corrected), tuple(moved))
    return [*entries.values()], done


def _lock_moved(entry: Locked, now: Review) -> Locked:
    if entry.forgotten:
        rating = hash_kept_rating(now, now.key)
        return make_tombstone(now.key, entry.forgotten, rating, counts=entry.counts)
    return _lock_anew(now, entry.locked, entry)


def _lock_anew(review: Review, day: date | None, before: Locked | None) -> Locked:
    """Return its line; a rating that once counted is locked as such whatever the review says now."""
    line = lock_review(review, day)
    return structs.replace(line, counts=True) if before and before.counts else line


def put_lock(site: Path, entries: Iterable[Locked]) -> None:
    """Write the lock of the site whole or not at all; not where it says so already.

    Raises EnvironmentFault.
    """
    path = site / LOCK_FILE
    text = write_lock(entries)
    with environment_faults(path):
        if path.is_file():
            if path.read_bytes().replace(b"\r\n", b"\n") == text.encode():
                return
        elif text.count("\n") == 1:
            return
        beside = path.with_name(f".{path.name}.new")
        try:
            beside.write_bytes(text.encode())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


def _read(folder: SiteFolder, today: date) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Return what is on record, and what keeps it from being locked: errors in reviews/."""
    read = read_folder(folder)
    settings = read.settings
    catalogue = make_catalogue(read.records, settings, today)
    told = judge([*read.problems, *check_content(catalogue)], settings)
    errors = {one for one in told if one.level is Level.ERROR and _is_of_reviews(one)}
    # Whatever REVIEW_RULES says: a change that is waived is shown to be one, and is not locked.
    errors |= {*changed_after_lock.check(catalogue), *_really_gone(catalogue)}
    return catalogue, tuple(sorted(errors, key=lambda one: one.sort_key))


def _is_of_reviews(problem: Problem) -> bool:
    is_moved = locked_review_gone.is_moved(problem)
    waits = problem.code == not_locked.RULE.code
    return problem.place.file.startswith("reviews/") and not is_moved and not waits


def _really_gone(catalogue: Catalogue) -> list[Problem]:
    found = locked_review_gone.check(catalogue)
    return [one for one in found if not locked_review_gone.is_moved(one)]
