"""The same input gives the same bytes, wherever, however and by how many it is built."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from tests.ambassade_command import files_of
from tests.faults.faulty_site import copy_site, end, start_build

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# Where it is built, with how many workers, in which environment, and with which umask.
WAYS: tuple[tuple[str, str, Mapping[str, str], int], ...] = (
    ("b", "1", {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4242", "LC_ALL": "C"}, 0o022),
    ("a/much/longer/way/to/the same site", "2", {"TZ": "Pacific/Pago_Pago"}, 0o077),
    ("é/ß", "5", {"LC_ALL": "fr_FR.UTF-8", "LANG": "tr_TR.UTF-8", "LANGUAGE": "fr"}, 0o000),
)


def test_cold_builds_of_copies_are_the_same_in_any_place_zone_language_and_number_of_workers(
    built_site: Path, former: dict[str, bytes], tmp_path: Path
) -> None:
    for place, jobs, settings, mask in WAYS:
        copy = copy_site(built_site, tmp_path / place / "site", cold=True)
        code, errors = end(
            start_build(copy, "--jobs", jobs, before=partial(os.umask, mask), more=settings)
        )
        assert code == 0, errors
        assert files_of(copy / "output") == former, (place, jobs, settings)


def test_warm_builds_are_the_same_in_another_place_zone_and_language(
    site: Path, former: dict[str, bytes], tmp_path: Path
) -> None:
    moved = site.rename(tmp_path / "elsewhere, by another name")
    for _place, jobs, settings, _mask in WAYS[1:2]:
        code, errors = end(start_build(moved, "--jobs", jobs, more=settings))
        assert code == 0, errors
        assert files_of(moved / "output") == former
