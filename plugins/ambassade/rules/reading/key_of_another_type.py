"""A key that belongs to another type of item.

Why: schema.org gives each type its own properties; markup may claim only what is true.

Bad:
    # file: reviews/kettle/item.yaml
    type: Product
    name: Kettle
    collection: complete
    operatingSystem: Web

Good:
    # file: reviews/kettle/item.yaml
    type: SoftwareApplication
    name: Kettle
    collection: complete
    operatingSystem: Web
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "F109",
    "key-of-another-type",
    Level.ERROR,
    N_("{key} is not a key of the type {type}."),
    N_("Delete it, or change the type to {types}."),
)
