"""A record of which a line is at hand: the rest is read when somebody asks for it.

Of fifty thousand reviews lists need a day and a name each; the words lie in a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    import msgspec

T = TypeVar("T")
Line = TypeVar("Line", bound="Spot")


class Spot(Protocol):
    """Where a record lies in a file, and a hash of it there."""

    @property
    def start(self) -> int: ...  # noqa: D102 - in bytes
    @property
    def length(self) -> int: ...  # noqa: D102 - in bytes
    @property
    def hashed(self) -> bytes: ...  # noqa: D102 - said above


class Parts(Protocol):
    """Reads records that lie in one file."""

    def read(self, spot: Spot, decoder: msgspec.msgpack.Decoder[T]) -> T:
        """Return the record that is there. Raises EnvironmentFault."""

    def read_all(self, spots: Sequence[Spot], decoder: msgspec.msgpack.Decoder[T]) -> list[T]:
        """Return those records, as quickly as few. Raises EnvironmentFault."""


class OnDemand(Generic[T, Line]):
    """Stands for a record. What its `line` does not tell, `whole` does: it is read once.

    `item`: the folder that it is of.
    """

    __slots__ = ("_whole", "item", "line", "parts")
    _decoder: ClassVar[msgspec.msgpack.Decoder[Any]]

    def __init__(self, item: str, line: Line, parts: Parts) -> None:
        self.item, self.line, self.parts = item, line, parts
        self._whole: T | None = None

    @property
    def whole(self) -> T:
        """The record itself. Raises EnvironmentFault where it can be read no more."""
        if self._whole is None:
            self._whole = self.parts.read(self.line, self._decoder)
        return self._whole

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the record has
        """Return what only the record itself tells."""
        return getattr(self.whole, name)


def read_whole_of(records: Sequence[OnDemand[T, Line]]) -> list[T]:
    """Return the records of one file, which stay as they are. Raises EnvironmentFault."""
    if not records:
        return []
    first = records[0]
    lines = [each.line for each in records]
    return first.parts.read_all(lines, first._decoder)  # noqa: SLF001 - of the same class
