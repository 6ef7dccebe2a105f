"""What a build came to, as it is told; and told again where nothing has changed since."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from ambassade.kept_file import decode_kept, digest, write_kept
from ambassade.problem import Level, Problem
from ambassade.problem_codec import StoredProblem, restore_problem, store_problem
from ambassade.publish.former_site import find_stamp
from ambassade.publish.manifest import MANIFEST_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from ambassade.publish.former_site import FormerSite

_PURPOSE = "receipt 1"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build told. `problems` are sorted; with an error among them nothing was written.

    `stars`: of the pages of items and of reviews, how many there are and may show stars. `unlocked`
    counts what the verbatim lock lacks. `anew`: what was remembered of former runs could not be read.
    """

    problems: tuple[Problem, ...]
    pages: int = 0
    reviews: int = 0
    stars: dict[str, tuple[int, int]] = field(default_factory=dict)
    unlocked: int = 0
    anew: bool = False

    @property
    def has_errors(self) -> bool:
        """Whether anything stopped the build."""
        return any(problem.level is Level.ERROR for problem in self.problems)


class _Receipt(msgspec.Struct, array_like=True):
    sources: bytes
    output: bytes
    problems: tuple[StoredProblem, ...]
    pages: int
    reviews: int
    stars: dict[str, tuple[int, int]]
    unlocked: int


_decoder = msgspec.msgpack.Decoder(_Receipt)


def recall_build(path: Path, sources: bytes | None, former: FormerSite | None) -> Built | None:
    """Return what the last build told if its `sources` and the site it made are as they were.

    Raises NotWhole where something is kept that nothing can be made of.
    """
    receipt = decode_kept(path, _PURPOSE, _decoder)
    if receipt is None or former is None or receipt.sources != sources:
        return None
    if receipt.output != _hash_output(former):
        return None
    problems = tuple(restore_problem(one) for one in receipt.problems)
    return Built(problems, receipt.pages, receipt.reviews, receipt.stars, receipt.unlocked)


def remember_build(
    path: Path, sources: bytes | None, site: FormerSite | None, built: Built
) -> None:
    """Keep what a build told of the `site` that it made of `sources`, where these are known."""
    if sources is None or site is None or built.has_errors:
        return
    receipt = _Receipt(
        sources,
        _hash_output(site),
        tuple(store_problem(one) for one in built.problems),
        built.pages,
        built.reviews,
        built.stars,
        built.unlocked,
    )
    write_kept(path, _PURPOSE, msgspec.msgpack.encode(receipt))


def _hash_output(site: FormerSite) -> bytes:
    told = (
        f"{name} {find_stamp(f'{site.folder}/{name}')}" for name in (*site.hashes, MANIFEST_NAME)
    )
    return digest("\n".join(told).encode("utf-8", "surrogateescape"))
