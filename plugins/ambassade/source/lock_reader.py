"""The bytes of `reviews/verbatim.lock` to its lines, by review."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ambassade.lock_lines import LockLines, hold_lines
from ambassade.model import Locked
from ambassade.problem import Place, Problem
from ambassade.rules.reading import lock_cannot_be_read as fault
from ambassade.source.decode import MOST_TOLD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    # Makes the lines of a lock of the bytes of a file.
    ReadLock = Callable[[bytes, str], tuple[LockLines, list[Problem]]]

LOCK_FILE = "reviews/verbatim.lock"
_HASH = "[0-9a-f]{32}"
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_KEY = r"[^\s/=#]+/[^\s/=]+"
_LOCKED = (
    f"words={_HASH}",
    f"rating={_HASH}",
    f"author={_HASH}",
    f"dates={_HASH}",
    "counts=(?:yes|no)",
    "corrections=(?:-|[0-9a-f]{8}(?:,[0-9a-f]{8})*)",
    f"locked={_DAY}",
)
_NAMED = (re.sub("([a-z]+)=(.*)", r"\1=(?P<\1>\2)", word) for word in _LOCKED)
_FORGOTTEN = (f"forgotten={_DAY}", f"rating={_HASH}", "counts=yes")
# Nearly every line is one of these: which word of another is wrong is asked for then.
_WHOLE = re.compile(" ".join((f"({_KEY})", *_NAMED)))
_FORMER = re.compile(rf"\S+ (?:[a-z]+={_HASH} ){{4}}corrections=[0-9]{{1,6}} locked={_DAY}")
_LINE_END = re.compile(r"\r\n|\r|\n")
_CONFLICT = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


def read_lock(data: bytes, file: str) -> tuple[LockLines, list[Problem]]:
    """Return the lock's lines by the key of their review, and what is wrong with the rest.

    Lines may stand in any order, with any line ends; of two for one review the first is returned.
    """
    entries: dict[str, Locked] = {}
    problems: list[Problem] = []
    text, undecoded = _decode(data, file)
    for place, line in _lines(text, file):
        if len(problems) == MOST_TOLD:
            break
        found = _read_line(line, place)
        if isinstance(found, Problem):
            problems.append(found)
        elif found.key in entries:
            before = entries[found.key].place.line
            told = fault.RULE.at(
                place, fact=fault.TWICE, remedy=fault.KEEP_ONE, key=found.key, line=before
            )
            problems.append(told)
        else:
            entries[found.key] = found
    return hold_lines(file, entries.values()), problems + undecoded


def _decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        lines = _LINE_END.split(before)
        place = Place(file, len(lines), len(lines[-1]) + 1)
        byte = f"0x{error.object[error.start]:02X}"
        return "", [fault.RULE.at(place, fact=fault.NOT_TEXT, byte=byte)]


def _lines(text: str, file: str) -> Iterator[tuple[Place, str]]:
    for number, line in enumerate(_LINE_END.split(text), 1):
        if line.strip() and not line.startswith("#"):
            yield Place(file, number), line


def _read_line(line: str, place: Place) -> Locked | Problem:
    if whole := _WHOLE.fullmatch(line):
        with suppress(ValueError):
            return _make_entry(whole[1], whole.groupdict(), place)
    return _read_word_by_word(line, place)


def _read_word_by_word(line: str, place: Place) -> Locked | Problem:
    if line.startswith(_CONFLICT):
        return fault.RULE.at(place, fact=fault.CONFLICT, remedy=fault.KEEP_BOTH)
    if _FORMER.fullmatch(line):
        return fault.RULE.at(place, fact=fault.FORMER, remedy=fault.LOCK_ANEW)
    key, *typed = line.split(" ")
    form = _FORGOTTEN if typed and typed[0].startswith("forgotten=") else _LOCKED
    column = 1
    for word, pattern in zip((key, *typed), (_KEY, *form), strict=False):
        if not re.fullmatch(pattern, word):
            return fault.RULE.at(replace(place, column=column))
        column += len(word) + 1
    # Of one that was not rated there is a day alone.
    if len(typed) not in ({1, 2, 3} if form is _FORGOTTEN else {len(form)}):
        return fault.RULE.at(replace(place, column=min(column, len(line) + 1)))
    try:
        return _make_entry(key, dict(word.split("=", 1) for word in typed), place)
    except ValueError:
        wrong = len(key) + 2 if form is _FORGOTTEN else line.rindex(" ") + 2
        return fault.RULE.at(replace(place, column=wrong))


def _make_entry(key: str, values: dict[str, str], place: Place) -> Locked:
    if "forgotten" in values:
        day, rating = date.fromisoformat(values["forgotten"]), values.get("rating", "")
        counts = "counts" in values
        return Locked(key, rating=rating, counts=counts, forgotten=day, place=place)
    return Locked(
        key,
        words=values["words"],
        rating=values["rating"],
        author=values["author"],
        dates=values["dates"],
        counts=values["counts"] == "yes",
        corrections=() if values["corrections"] == "-" else _split(values["corrections"]),
        locked=date.fromisoformat(values["locked"]),
        place=place,
    )


def _split(typed: str) -> tuple[str, ...]:
    return tuple(sorted(set(typed.split(","))))
