"""What is told of a plan: for people, line by line, and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.forgetting.git_history import AFTER, HASHES
from ambassade.forgetting.traces import COPY, MEMORY, OUTPUT
from ambassade.locale import terminal_language, translations
from ambassade.problem import inert

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.forgetting.git_history import History
    from ambassade.forgetting.plan import Plan
    from ambassade.forgetting.traces import Trace

_ = translations(terminal_language()).gettext
_WHOLE = frozenset({OUTPUT, MEMORY, COPY})


def tell_changes(plan: Plan, *, done: bool) -> Iterator[str]:
    """Yield what is written and deleted, or would be."""
    written = _("Written: {file}") if done else _("To be written: {file}")
    deleted = _("Deleted: {file}") if done else _("To be deleted: {file}")
    for file in plan.writes:
        yield written.format(file=_show(file))
    for file in plan.deletes:
        yield deleted.format(file=_show(file))
    for picture, users in plan.kept_pictures.items():
        told = _("Kept, as others use it: {file} ({users})")
        yield told.format(file=_show(picture), users=", ".join(map(_show, users)))


def tell_rest(plan: Plan) -> Iterator[str]:
    """Yield where the person still is: other files, then git, and what to do about it."""
    if plan.traces:
        yield ""
        yield _("Still there; look at each:")
        yield from (f"  {_where(each)}: {_(each.said)}" for each in plan.traces)
    yield ""
    history = plan.history
    if history is None:
        yield _("The site is in no git repository that can be asked: see to your backups yourself.")
        return
    if not history.commands:
        yield _("No commit holds these files.")
        return
    if history.commits:
        yield from _tell_commits(history)
    if history.is_shallow:
        yield _("This clone is shallow: older commits, which it lacks, may hold these files too.")
    yield _("To purge them from its history (git-filter-repo is a program of its own):")
    yield from (f"  {inert(command, len(command))}" for command in history.commands)
    yield _("Then:")
    yield from (f"  - {_(each)}" for each in AFTER)
    if plan.was_locked:
        yield _(HASHES)


def _tell_commits(history: History) -> Iterator[str]:
    count = translations(terminal_language()).ngettext(
        "In git {count} commit still holds these files, for whoever has the repository:",
        "In git {count} commits still hold these files, for whoever has the repository:",
        history.commits,
    )
    yield count.format(count=history.commits)
    yield from (f"  {_show(file)}" for file in history.files)


def as_record(plan: Plan, *, done: bool) -> dict[str, object]:
    """Return the plan for programs."""
    history = plan.history
    return {
        "identifier": plan.key,
        "done": done,
        "written": list(plan.writes),
        "deleted": list(plan.deletes),
        "kept": {picture: list(users) for picture, users in plan.kept_pictures.items()},
        "remaining": [
            {"file": each.place.file, "line": each.place.line, "what": _(each.said)}
            for each in plan.traces
        ],
        "git": None
        if history is None
        else {
            "commits": history.commits,
            "shallow": history.is_shallow,
            "files": list(history.files),
            "commands": list(history.commands),
        },
    }


def _where(trace: Trace) -> str:
    file = _show(trace.place.file)
    return file if trace.said in _WHOLE else f"{file}:{trace.place.line}"


def _show(file: str) -> str:
    return inert(file, longest=1000)
