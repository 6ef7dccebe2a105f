"""An item's folder whose name cannot be an address.

Why: The folder's name is the item's address for ever.

Bad:
    # file: reviews/Kettle_2/item.yaml
    type: Product
    name: Kettle
    collection: complete

Good:
    # file: reviews/kettle-2/item.yaml
    type: Product
    name: Kettle
    collection: complete
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "A103",
    "folder-name",
    Level.ERROR,
    N_("The folder {folder} cannot be an address."),
    N_("Name it with small letters, digits and hyphens."),
)
RESERVED = N_("Windows can make no folder of the name {folder}.")
ANOTHER = N_("Choose another.")
TOO_LONG = N_("The folder's name has more than {longest} characters.")
SHORTEN = N_("Shorten it.")
LONGEST = 150
