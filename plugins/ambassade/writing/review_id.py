"""The review that somebody means by `kettle/2026-05-14-saved-us-a-week`, or by its file's path."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from ambassade.problem import N_
from ambassade.stop import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_DATE = len("2026-05-14")
_ALIKE = 0.6


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
    by_second_half = {key.partition("/")[2]: key for key in sorted(known)}
    own = wanted.rpartition("/")[2]
    begun = [key for half, key in by_second_half.items() if key.startswith(wanted)]
    begun += [key for half, key in by_second_half.items() if own and half.startswith(own)]
    if begun:
        return begun[0]
    for near in difflib.get_close_matches(wanted, by_second_half.values(), 3, _ALIKE):
        if _may_be_meant(own, near.partition("/")[2]):
            return near
    near_halves = difflib.get_close_matches(own, by_second_half, 3, _ALIKE)
    return next((by_second_half[each] for each in near_halves if _may_be_meant(own, each)), None)


def _may_be_meant(typed: str, near: str) -> bool:
    """Tell whether a review may be meant: of another day only where the words after it are alike."""
    if typed[:_DATE] == near[:_DATE]:
        return True
    words, others = typed[_DATE:], near[_DATE:]
    return bool(words) and difflib.SequenceMatcher(None, words, others).ratio() >= _ALIKE
