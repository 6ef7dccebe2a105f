"""Where a person still is once the review is forgotten: files that name, quote or repeat.

In: the review as it was, and the texts of a site. Out: places with a word of what was found, never
the name or the words themselves.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.markup.small_markdown import plain_text
from ambassade.problem import N_, Place
from ambassade.rules.name_words import name_words
from ambassade.text import comparable, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from ambassade.model import Records, Review

SAME_AUTHOR = N_("another review by an author of that name")
NAME = N_("names the author")
IDENTIFIER = N_("quotes the review by its identifier")
WORDS = N_("repeats its words")
FILE_NAME = N_("the file's name holds part of the author's name: it stays in lock and ledger")
COPY = N_("looks like a copy of the review's file")
OUTPUT = N_("the built site: build it again")
MEMORY = N_("hashes that earlier runs remember: it may be deleted")
_WORD = re.compile(r"\w+")
_RUN = 6


@dataclass(frozen=True, slots=True, order=True)
class Trace:
    """A place, and what of the person is there; `said` is a message to translate."""

    place: Place
    said: str


def find_traces(review: Review, records: Records, texts: Mapping[str, str]) -> list[Trace]:
    """Return the places in the site's own files that still hold something of the author."""
    name = fold(comparable(review.author.name))
    found = [
        Trace(other.place("author.name", "author"), SAME_AUTHOR)
        for other in records.reviews
        if name and other.key != review.key and fold(comparable(other.author.name)) == name
    ]
    known = {trace.place.file for trace in found}
    signs = _Signs.of(review)
    for file, text in texts.items():
        found += (one for one in signs.find(file, text) if one.said != NAME or file not in known)
    if name_words(review.author.name) & set(review.slug.split("-")):
        found.append(Trace(Place(review.file), FILE_NAME))
    return sorted(found)


def find_folders(review: Review, root: Path, output: Path) -> Iterator[Trace]:
    """Yield what is no source: the built site, the memory of earlier runs, copies by an editor."""
    if output.is_dir():
        shown = output.relative_to(root) if output.is_relative_to(root) else output
        yield Trace(Place(shown.as_posix()), OUTPUT)
    memory = root / ".ambassade"
    ours = {".gitignore", "build.lock"}
    if memory.is_dir() and any(path.name not in ours for path in memory.iterdir()):
        yield Trace(Place(memory.name), MEMORY)
    folder = (root / review.file).parent
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        name = path.name.lstrip(".#~")
        if path.name != f"{review.identifier}.yaml" and name.startswith(f"{review.identifier}."):
            yield Trace(Place(path.relative_to(root).as_posix()), COPY)


@dataclass(frozen=True, slots=True)
class _Signs:
    """By what a text is known to speak of a review: patterns of a line, and runs of words."""

    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    runs: frozenset[tuple[str, ...]]
    beginnings: frozenset[str]
    lengths: frozenset[int]

    @classmethod
    def of(cls, review: Review) -> _Signs:
        """Return the signs of a review."""
        runs = frozenset(_runs_of(review))
        patterns = (
            (NAME, _name_pattern(review.author.name)),
            (IDENTIFIER, re.compile(re.escape(review.identifier))),
        )
        beginnings = frozenset(run[0] for run in runs)
        return cls(patterns, runs, beginnings, frozenset(map(len, runs)))

    def find(self, file: str, text: str) -> Iterator[Trace]:
        """Yield the first place in the text for each kind of sign."""
        lines = _fold(text).split("\n")
        for said, pattern in self.patterns:
            line = next((i for i, each in enumerate(lines, 1) if pattern.search(each)), 0)
            if line:
                yield Trace(Place(file, line), said)
        line = self._find_words(lines)
        if line:
            yield Trace(Place(file, line), WORDS)

    def _find_words(self, lines: list[str]) -> int:
        """Return the line where the review's words begin, 0 for none; they may run over lines."""
        words = [(word, i) for i, each in enumerate(lines, 1) for word in _WORD.findall(each)]
        for start, (word, line) in enumerate(words):
            if word not in self.beginnings:
                continue
            for length in self.lengths:
                if tuple(each for each, _ in words[start : start + length]) in self.runs:
                    return line
        return 0


def _name_pattern(name: str) -> re.Pattern[str]:
    words = _split(name)
    between = r"\W+".join(map(re.escape, words))
    return re.compile(rf"\b{between}\b" if words else r"(?!)")


def _runs_of(review: Review) -> Iterator[tuple[str, ...]]:
    """Yield each run of words by which somebody would know the review's own."""
    bodies = [review.review_body, *(each.review_body for each in review.translations.values())]
    transcript = review.video.transcript if review.video else None
    for text in (*(plain_text(body) for body in bodies if body), transcript or ""):
        words = _split(text)
        if len(words) > 1:
            length = min(_RUN, len(words))
            yield from (tuple(words[i : i + length]) for i in range(len(words) - length + 1))


def _split(text: str) -> list[str]:
    return _WORD.findall(_fold(text))


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
