"""A rating or an item that told an average at a revision, and no longer does.

Why: An average counts every genuine rating ({us-suppression}; {eu-fake}). A rating leaves it unseen
where the review names another origin or goes to another item, and all do where the item is made a
selection.

Bad:
    # file: before/reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewRating: 1
    reviewBody: It boils water.
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewRating: 1
    reviewBody: It boils water.
    provenance:
      relationship: family

Good:
    # file: before/reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewRating: 1
    reviewBody: It boils water.
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewRating: 1
    reviewBody: It boils water.
    provenance:
      source: email
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.catalogue import has_average, may_count, type_of
from ambassade.problem import N_, Level, Place, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.problem import Problem
    from ambassade.public import Item
    from ambassade.since import Since

RULE = Rule(
    "V110",
    "average-gone",
    Level.WARNING,
    N_("At {revision} the rating of {review} counted; now its origin says that it does not."),
    N_(
        "Put it back. If it is so, say why in REVIEW_RULES, "
        "with `only: {name}`; the policy page shows the reason."
    ),
    under={"fr": Level.ERROR, "eu": Level.ERROR, "us": Level.ERROR, "uk": Level.ERROR},
)
MOVED = N_("At {revision} the rating of {review} counted for {item}; now it is with {now}.")
SELECTION = N_("At {revision} {item} was `complete` and told an average; now it does not.")
STARS = N_("At {revision} {item} was a {type}, and search engines could show its stars; now not.")


def check(since: Since) -> Iterator[Problem]:
    """Compare what counted with what counts."""
    yield from _check_origins(since)
    yield from _check_folders(since)
    yield from _check_items(since)


def _check_origins(since: Since) -> Iterator[Problem]:
    for key, former in since.former.items():
        now, line = since.present.get(key), since.lock.get(key)
        # Of what the lock knows to have counted, counts-no-more tells.
        is_told = line is not None and line.counts
        did_count = since.was_public(key) and may_count(former)
        if now and did_count and not may_count(now) and now.review_rating and not is_told:
            place = now.place("provenance.publisher", "provenance.relationship")
            yield RULE.at(place, revision=since.revision, review=key, name=key)


def _check_folders(since: Since) -> Iterator[Problem]:
    for before, now in since.moved().items():
        item, place = before.partition("/")[0], Place(f"reviews/{now}.yaml")
        names = {"review": before, "item": item, "now": now.partition("/")[0], "name": now}
        if since.renamed().get(item) != names["now"] != item and since.counted(before):
            yield RULE.at(place, fact=MOVED, revision=since.revision, **names)


def _check_items(since: Since) -> Iterator[Problem]:
    renamed = since.renamed()
    for slug, former in since.former_items.items():
        now = since.items.get(renamed.get(slug, slug))
        if now is None or slug not in since.rated_items or not has_average(former):
            continue
        values = {"revision": since.revision, "item": slug, "name": now.slug}
        if not has_average(now):
            place = now.place("collection" if not now.is_complete else "type")
            yield RULE.at(place, fact=SELECTION, **values)
        elif _shows_stars(former) and not _shows_stars(now):
            yield RULE.at(now.place("type"), fact=STARS, type=former.type, **values)


def _shows_stars(item: Item) -> bool:
    kind = type_of(item)
    return kind is not None and kind.shows_stars
