"""What the comparison asks of a generator."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bench.content import Content, Review


class Writer(Protocol):
    """A module that writes the content for one generator."""

    def write_site(self, content: Content, folder: Path) -> None:
        """Write a whole site into an empty folder."""

    def write_review(self, review: Review, folder: Path) -> None:
        """Write one review's file."""

    def find_review(self, review: Review, folder: Path) -> Path:
        """Return the file of a review."""


@dataclass(frozen=True, slots=True)
class Peer:
    """One generator. `build`: commands that run side by side, from the site's folder.

    `check`: the command that only looks for faults, where there is one. `most`: how many reviews
    it is asked to build; zero: any number.
    """

    key: str
    name: str
    version: str
    writer: Writer
    build: tuple[tuple[str, ...], ...]
    output: str
    check: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    most: int = 0
