"""A file of `.ambassade/` with the right hash and the wrong content: anybody may have made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from ambassade.kept_file import read_kept, write_marked
from tests.ambassade_command import files_of, run
from tests.faults.faulty_site import ANEW, DAY, OTHER_WORDS, WORDS, build, swap_words

if TYPE_CHECKING:
    from pathlib import Path

# Where in a kept shard the item's records are, which nobody decodes who only shows them.
SHARD, RECORDS = 5, 0


def forge(site: Path, forged: object) -> None:
    """Put something in the place of the records of each item."""
    shards = sorted((site / ".ambassade/shards").rglob("*.shard"))
    assert len(shards) > 1
    for path in shards:
        purpose = path.read_bytes().partition(b"\n")[0].decode()
        whole = msgspec.msgpack.decode(read_kept(path, purpose) or b"")
        whole[SHARD][RECORDS] = forged
        write_marked(path, purpose, msgspec.msgpack.encode(whole))


def test_beside_other_faults_too_they_are_read_anew(site: Path) -> None:
    forge(site, 42)
    swap_words(site, "Date: ", "Date: not ", "content/stories/kettles-at-sea.md")
    done = run("build", *DAY, cwd=site, check=1)
    assert "content/stories/kettles-at-sea.md:2" in done.stdout
    assert done.stderr.count(ANEW) == 1


@pytest.mark.parametrize("forged", [42, [None, {}, [["kettle"]], []]])
def test_records_that_are_none_are_read_anew_told_once_and_kept(
    forged: object, site: Path, other: dict[str, bytes]
) -> None:
    forge(site, forged)
    # So that not all of them are read again for their own sake.
    swap_words(site)
    assert build(site).count(ANEW) == 1
    assert files_of(site / "output") == other
    swap_words(site, OTHER_WORDS, WORDS)
    assert ANEW not in build(site)
