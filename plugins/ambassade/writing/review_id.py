"""The review that somebody means by `kettle/2026-05-14-saved-us-a-week`, or by its file's path."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from ambassade.problem import N_
from ambassade.stop import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


def read_id(typed: str) -> str:
    """Return the identifier that was typed, be it as the path of a file."""
    parts = typed.replace("\\", "/").strip().rstrip("/").split("/")
    return "/".join(parts[-2:]).removesuffix(".yaml")


def choose_review(typed: str, known: Collection[str], root: Path) -> str:
    """Return which of the `known` identifiers is meant.

    Raises WrongUsage where it is none of them: its file cannot be read, or there is none such.
    """
    wanted = read_id(typed)
    if wanted in known:
        return wanted
    if (root / "reviews" / f"{wanted}.yaml").is_file():
        raise WrongUsage(N_("reviews/{id}.yaml cannot be read. Say: ambassade check"), id=wanted)
    closest = _closest(wanted, known)
    if not closest:
        raise WrongUsage(N_("There is no review {id}."), id=wanted)
    raise WrongUsage(
        N_("There is no review {id}. Did you mean {closest}?"), id=wanted, closest=closest
    )


def _closest(wanted: str, known: Collection[str]) -> str | None:
    """Return the identifier most like it; what was typed may be its second half alone."""
    by_second_half = {key.partition("/")[2]: key for key in known}
    near = difflib.get_close_matches(wanted, known, 1, 0.6)
    if near:
        return near[0]
    near = difflib.get_close_matches(wanted.rpartition("/")[2], by_second_half, 1, 0.6)
    return by_second_half[near[0]] if near else None
