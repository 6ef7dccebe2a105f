"""A symbolic link, or a repository in the repository, under reviews/.

Why: What a link leads to may lie where the history of git is not asked: whoever puts one in the place
of a review could change its words behind it ({fr-altered}; {eu-fake}).

Bad:
    # file: before/reviews/kettle/2026-05-14-saved-us-a-week.yaml
    (link) ../../marie.yaml
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.

Good:
    # file: before/reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.problem import N_, Level, Place, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.problem import Problem
    from ambassade.since import Since

RULE = Rule(
    "V111",
    "link-not-compared",
    Level.ERROR,
    N_("{name} is a symbolic link: what it leads to cannot be compared with {revision}."),
    N_("Put the files themselves there."),
    fixed=True,
)
FORMER = N_("At {revision} {name} was a symbolic link: what it led to cannot be compared.")
CHOOSE = N_("Choose a revision in which the files themselves are there.")


def check(since: Since) -> Iterator[Problem]:
    """Tell every link of now, and every one of then."""
    for name in since.links:
        yield RULE.at(Place(name), name=name, revision=since.revision)
    for name in since.former_links:
        if name not in since.links:
            revision = since.revision
            yield RULE.at(Place(name), fact=FORMER, remedy=CHOOSE, name=name, revision=revision)
