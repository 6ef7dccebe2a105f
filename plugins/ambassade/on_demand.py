"""A record of which a line is at hand: the rest is read when somebody asks for it.

Of fifty thousand reviews lists need a day and a name each; the words lie in a file.
"""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, Protocol, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    import msgspec

T = TypeVar("T")
_MOST_KEPT: Final = 256


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

    def __hash__(self) -> int:
        """Return any number: each is another."""


class OnDemand(Generic[T, Line]):
    """Stands for a record, and is equal to it. What its line does not tell, it reads when it is asked for.

    `item`: the folder that it is of.
    """

    __slots__ = ("_line", "_number", "_shelf", "item")
    _decoder: ClassVar[msgspec.msgpack.Decoder[Any]]

    def __init__(self, item: str, line: Line, shelf: Shelf, number: int) -> None:
        self.item, self._line = item, line
        self._shelf, self._number = shelf, number

    identifier = property(attrgetter("_line.identifier"))

    @property
    def key(self) -> str:
        """Its identifier on the whole site."""
        return f"{self.item}/{self._line.identifier}"

    @property
    def whole(self) -> T:
        """The record itself. Raises EnvironmentFault where it can be read no more."""
        return cast("T", _read(self._shelf, self._number, self._decoder))

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the record has
        """Return what only the record itself tells."""
        if name.startswith("_"):  # such as `copy` asks of what is not yet made
            raise AttributeError(name)
        return getattr(self.whole, name)

    def __eq__(self, other: object) -> bool:
        """Tell whether both are, or stand for, the same record."""
        if isinstance(other, OnDemand):
            return self is other or self.whole == other.whole
        return bool(self.whole == other)

    def __hash__(self) -> int:
        """Return the record's own."""
        return hash(self.whole)

    @classmethod
    def read_together(cls, records: Sequence[OnDemand[T, Line]]) -> list[T]:
        """Return records of one shelf, which stay as they are. Raises EnvironmentFault."""
        if not records:
            return []
        there = records[0]._shelf.read_all(cls._decoder)  # noqa: SLF001 - of this very class
        return [there[each._number] for each in records]  # noqa: SLF001 - as above

    @classmethod
    def hash_together(cls, records: Sequence[OnDemand[T, Line]]) -> list[bytes]:
        """Return a hash of each of these records of one shelf."""
        if not records:
            return []
        hash_of = records[0]._shelf.hash_of  # noqa: SLF001 - as above
        return [hash_of(each._number) for each in records]  # noqa: SLF001 - as above


@lru_cache(maxsize=_MOST_KEPT)
def _read(shelf: Shelf, number: int, decoder: msgspec.msgpack.Decoder[Any]) -> object:
    # Who shows a record asks for one thing of it after another, and then for the next record.
    return shelf.read(number, decoder)
