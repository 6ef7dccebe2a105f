"""A folder under `reviews/` without `item.yaml`.

Why: The folder gives the item; without it nobody knows what its reviews are about.

Bad:
    # file: reviews/teapot/2026-05-15-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.

Good:
    # file: reviews/teapot/item.yaml
    type: Product
    name: Teapot
    collection: complete
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "A102",
    "folder-without-item",
    Level.ERROR,
    N_("The folder {folder} has no item.yaml."),
    N_("Add one with type, name and collection, or delete the folder."),
)


NESTED = N_("The folder {folder} lies inside an item's folder, where no reviews are read.")
MOVE = N_("Move its files up, or give it a place of its own under reviews/.")
