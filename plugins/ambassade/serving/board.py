"""What the browsers are to know now: which build is served, and what is wrong since.

The builder writes it; every connection reads it and waits for news.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from threading import Condition


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in plain text: where it is, its code and name, what it says. All but that may be ''."""

    where: str
    mark: str
    words: str


@dataclass(frozen=True, slots=True)
class News:
    """One state. `build` names the site that is served ('': none yet), `base` is its path."""

    number: int
    build: str = ""
    base: str = ""
    faults: tuple[Fault, ...] = ()


@dataclass(slots=True)
class Board:
    """The present state, shared by the builder and all connections."""

    news: News = News(0)
    _run: str = field(default_factory=lambda: secrets.token_hex(4))
    _changed: Condition = field(default_factory=Condition)

    def tell_built(self, base: str) -> None:
        """A new site is there, whose addresses begin with `base`."""
        number = self.news.number + 1
        # A page that an earlier server sent must not take our first build for its own.
        self._put(News(number, f"{self._run}-{number}", base))

    def tell_failed(self, faults: tuple[Fault, ...]) -> None:
        """The site could not be built; the former one, if any, goes on being served."""
        self._put(News(self.news.number + 1, self.news.build, self.news.base, faults))

    def _put(self, news: News) -> None:
        with self._changed:
            self.news = news
            self._changed.notify_all()

    def wait(self, seen: int, seconds: float) -> News | None:
        """Return the state once its number is no longer `seen`; None if that takes too long."""
        with self._changed:
            found = self._changed.wait_for(lambda: self.news.number != seen, seconds)
            return self.news if found else None
