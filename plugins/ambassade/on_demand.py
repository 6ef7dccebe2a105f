"""A record of which a line is at hand: the rest is read when somebody asks for it.

Of fifty thousand reviews lists need a day and a name each; the words lie in a file.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    import msgspec

T = TypeVar("T")


class Named(Protocol):
    """What is known of a record at least."""

    @property
    def identifier(self) -> str:
        """Its file's name."""


Line = TypeVar("Line", bound=Named)


class Shelf(Protocol):
    """Where records lie that may be read by their numbers."""

    def read(self, number: int, decoder: msgspec.msgpack.Decoder[T]) -> T:
        """Return one. Raises EnvironmentFault."""

    def read_all(self, decoder: msgspec.msgpack.Decoder[T]) -> list[T]:
        """Return all, as quickly as a few. Raises EnvironmentFault."""

    def hash_of(self, number: int) -> bytes:
        """Return a hash of one."""


class OnDemand(Generic[T, Line]):
    """Stands for a record. What its `line` does not tell, `whole` does: it is read once.

    `item`: the folder that it is of.
    """

    __slots__ = ("_number", "_whole", "item", "line", "shelf")
    _decoder: ClassVar[msgspec.msgpack.Decoder[Any]]

    def __init__(self, item: str, line: Line, shelf: Shelf, number: int) -> None:
        self.item, self.line = item, line
        self.shelf, self._number = shelf, number
        self._whole: T | None = None

    identifier = property(attrgetter("line.identifier"))

    @property
    def key(self) -> str:
        """Its identifier on the whole site."""
        return f"{self.item}/{self.line.identifier}"

    @property
    def whole(self) -> T:
        """The record itself. Raises EnvironmentFault where it can be read no more."""
        if self._whole is None:
            self._whole = self.shelf.read(self._number, self._decoder)
        return self._whole

    @property
    def hashed(self) -> bytes:
        """A hash of the whole record."""
        return self.shelf.hash_of(self._number)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the record has
        """Return what only the record itself tells."""
        return getattr(self.whole, name)

    @classmethod
    def read_shelf(cls, records: Sequence[OnDemand[T, Line]]) -> list[T]:
        """Return all records of a shelf, which stay as they are. Raises EnvironmentFault."""
        return records[0].shelf.read_all(cls._decoder) if records else []
