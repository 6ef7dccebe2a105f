"""What forgetting a review would write and delete, and where the person still is. Nothing is done.

In: a site's folder, the review's identifier, the day. Out: a `Plan`, or the problems that stand
against it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ambassade.catalogue import may_count
from ambassade.forgetting.git_history import History, read_history
from ambassade.forgetting.pictures import find_users, pictures_of
from ambassade.forgetting.stub import write_stub
from ambassade.forgetting.traces import Trace, find_folders, find_traces
from ambassade.gone_reviews import find_gone
from ambassade.lock import hash_kept_rating, make_tombstone, write_lock
from ambassade.output_place import find_output
from ambassade.paths.folder_tree import list_tree
from ambassade.problem import N_, Level
from ambassade.rules.reading import picture_missing
from ambassade.source.lock_reader import LOCK_FILE
from ambassade.stop import WrongUsage, environment_faults
from ambassade.survey.read_folder import read_folder
from ambassade.writing.review_id import choose_review, read_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from ambassade.model import Locked, Records, Review
    from ambassade.problem import Problem
    from ambassade.site_folder import SiteFolder

GONE = N_(
    "{id} was locked on {day}, and its file is gone. Bring the file back, then say this again."
)
_TEXTS = {".md", ".yaml", ".yml", ".py", ".html", ".txt"}


@dataclass(frozen=True, slots=True)
class Plan:
    """Paths are relative to the site's root.

    `was_locked`: git may hold an old line of the lock. `forgotten`: since when it is forgotten
    already, where nothing is left to do. `problems` stand against it: nothing may be written.
    `kept_pictures`: pictures, and the files that use them too.
    """

    key: str
    writes: Mapping[str, bytes] = field(default_factory=dict)
    deletes: tuple[str, ...] = ()
    kept_pictures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    traces: tuple[Trace, ...] = ()
    history: History | None = None
    was_locked: bool = False
    forgotten: date | None = None
    problems: tuple[Problem, ...] = ()


def plan_to_forget(folder: SiteFolder, typed: str, today: date) -> Plan:
    """Return what is to be done to forget the review that `typed` names.

    Raises WrongUsage where there is no such review, EnvironmentFault.
    """
    read = read_folder(folder)
    records, problems = read.records, read.problems
    reviews = {review.key: review for review in records.reviews}
    wanted = read_id(typed)
    faults = _faults_of(wanted, problems)
    if faults:
        return Plan(wanted, problems=faults)
    entry = records.lock.get(wanted)
    if entry and entry.forgotten and wanted not in reviews:
        return Plan(wanted, forgotten=entry.forgotten)
    if entry and wanted not in reviews:
        _refuse_gone(entry, records)
    review = reviews[choose_review(typed, reviews, folder.root)]
    if entry and entry.forgotten and _is_stub(review, entry.forgotten, folder.root):
        return Plan(wanted, forgotten=entry.forgotten)
    day = entry.forgotten if entry and entry.forgotten else today
    return _plan(folder, records, review, day)


def _faults_of(key: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the errors of what would be rewritten: what is not understood would be lost."""
    files = {f"reviews/{key}.yaml", LOCK_FILE}
    return tuple(
        one
        for one in problems
        if one.level is Level.ERROR
        and one.place.file in files
        and one.code != picture_missing.RULE.code
    )


def _refuse_gone(entry: Locked, records: Records) -> None:
    """Name no other review in the place of one whose file is gone: forgetting that would be final."""
    if find_gone(records.reviews, records.lock, records.unread).get(entry.key) is None:
        raise WrongUsage(GONE, id=entry.key, day=entry.locked)


def _is_stub(review: Review, day: date, root: Path) -> bool:
    path = root / review.file
    with environment_faults(path):
        return path.read_bytes() == write_stub(review, day).encode()


def _plan(folder: SiteFolder, records: Records, review: Review, day: date) -> Plan:
    lock = {**records.lock, review.key: _make_line(review, records, day)}
    writes = {LOCK_FILE: write_lock(lock.values()).encode()}
    rated = review.review_rating is not None
    if rated:
        writes[review.file] = write_stub(review, day).encode()
    texts = _read_texts(folder, review.file)
    content = folder.content.relative_to(folder.root).as_posix()
    pictures = {picture: find_users(picture, texts) for picture in pictures_of(review)}
    gone = [f"{content}/{picture}" for picture, users in pictures.items() if not users]
    kept = {f"{content}/{each}": tuple(users) for each, users in pictures.items() if users}
    deletes = (*gone, *([] if rated else [review.file]))
    output = find_output(folder)
    with environment_faults(folder.root):
        elsewhere = list(find_folders(review, folder.root, output))
    return Plan(
        review.key,
        writes=writes,
        deletes=deletes,
        kept_pictures=kept,
        traces=(*find_traces(review, records, texts), *elsewhere),
        history=read_history(folder.root, review.file if rated else None, deletes),
        was_locked=review.key in records.lock,
    )


def _make_line(review: Review, records: Records, day: date) -> Locked:
    """Return its tombstone. A rating that was to stay is kept against what came back since."""
    entry = records.lock.get(review.key)
    kept = entry.rating if entry and entry.forgotten else ""
    rating = kept or hash_kept_rating(review, review.key)
    counts = bool(entry and entry.counts) or may_count(review)
    return make_tombstone(review.key, day, rating, counts=counts)


def _read_texts(folder: SiteFolder, own: str) -> dict[str, str]:
    """Return the texts that editors write, but the review's own and the lock, by path."""
    texts = {}
    paths = [*folder.settings_files]
    for each in (folder.content, folder.root / "reviews", folder.root / "theme"):
        paths += (path for path in list_tree(each) if path.suffix.lower() in _TEXTS)
    for path in sorted(set(paths)):
        file = path.relative_to(folder.root).as_posix() if path.is_relative_to(folder.root) else ""
        if file and file != own and path.is_file():
            with environment_faults(path):
                texts[file] = path.read_text(encoding="utf-8", errors="replace")
    return texts
