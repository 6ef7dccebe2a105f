"""The files of a site in columns: as a mapping of them would be, whatever comes and goes."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ambassade.publish.listing import PACKED
from ambassade.publish.manifest import HASH, WrittenFile
from ambassade.publish.written_files import Columns, WrittenFiles

hashes = st.binary(min_size=HASH, max_size=HASH)
stamps = st.binary(min_size=PACKED.size, max_size=PACKED.size)
names = st.text(st.characters(blacklist_characters="\0", blacklist_categories=["Cs"]), min_size=1)
files = st.dictionaries(names, st.builds(WrittenFile, hashes, stamps), max_size=12)


@given(files)
def test_they_are_what_they_were_made_of(made: dict[str, WrittenFile]) -> None:
    held = WrittenFiles.of(made)
    assert dict(held) == made
    assert [*held] == sorted(made)
    assert held.hold(made)
    assert [held.stamp_of(number) for number in range(len(held))] == [
        made[name].stamp for name in sorted(made)
    ]


@given(files)
def test_what_is_kept_gives_the_same(made: dict[str, WrittenFile]) -> None:
    stored = msgspec.msgpack.encode(WrittenFiles.of(made).store())
    assert WrittenFiles.restore(msgspec.msgpack.decode(stored, type=Columns)) == made


@given(files, files, st.sets(names, max_size=5))
def test_some_come_and_some_go(
    before: dict[str, WrittenFile], written: dict[str, WrittenFile], other: set[str]
) -> None:
    gone = {*[*before][::2], *other}
    after = WrittenFiles.of(before).after(gone, written)
    assert after == {name: one for name, one in before.items() if name not in gone} | written
    assert [*after] == sorted(after)


def test_what_is_not_there_is_not_found() -> None:
    held = WrittenFiles.of({"index.html": WrittenFile(bytes(HASH))})
    assert "nothing" not in held
    assert not held.hold(["index.html", "nothing"])
    with pytest.raises(KeyError):
        held["nothing"]


@pytest.mark.parametrize(
    "columns",
    [
        ("b\0a", bytes(2 * HASH), bytes(2 * PACKED.size)),
        ("a\0a", bytes(2 * HASH), bytes(2 * PACKED.size)),
        ("a\0b", bytes(HASH), bytes(2 * PACKED.size)),
        ("a\0b", bytes(2 * HASH), bytes(PACKED.size)),
        ("", bytes(HASH), bytes(PACKED.size)),
    ],
)
def test_what_is_told_of_no_files_is_not_believed(columns: Columns) -> None:
    with pytest.raises(ValueError, match="no files"):
        WrittenFiles.restore(columns)
