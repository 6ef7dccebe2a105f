"""A file of `.ambassade/` with the right hash and the wrong content: anybody may have made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from ambassade.kept_file import read_kept, write_marked
from tests.ambassade_command import files_of
from tests.faults.faulty_site import ANEW, OTHER_WORDS, WORDS, build, swap_words

if TYPE_CHECKING:
    from pathlib import Path

# Where in a kept shard the item's records are, which nobody decodes who only shows them.
SHARD, RECORDS = 5, 0


@pytest.mark.parametrize("forged", [42, [None, {}, [["kettle"]], []]])
def test_records_that_are_none_are_read_anew_told_once_and_kept(
    forged: object, site: Path, other: dict[str, bytes]
) -> None:
    shards = sorted((site / ".ambassade/shards").rglob("*.shard"))
    assert len(shards) > 1
    for path in shards:
        purpose = path.read_bytes().partition(b"\n")[0].decode()
        whole = msgspec.msgpack.decode(read_kept(path, purpose) or b"")
        whole[SHARD][RECORDS] = forged
        write_marked(path, purpose, msgspec.msgpack.encode(whole))
    # So that not all of them are read again for their own sake.
    swap_words(site)
    assert build(site).count(ANEW) == 1
    assert files_of(site / "output") == other
    swap_words(site, OTHER_WORDS, WORDS)
    assert ANEW not in build(site)
