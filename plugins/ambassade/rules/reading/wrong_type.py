"""A list where a text is needed, or the like.

Why: Only a value of the right kind can be shown as what it is.

Bad:
    author: Marie Dupont
    reviewBody:
      - It boils water.

Good:
    author: Marie Dupont
    reviewBody: |
      - It boils water.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "F102",
    "wrong-type",
    Level.ERROR,
    N_("{key} is {found}."),
    N_("Wanted: {wanted}."),
)
KEYS = N_("Wanted: a mapping of {keys}, such as {example}.")
NO_PAIR = N_("Here is {found} where a key should be.")
WHOLE_FILE = N_("The file is not made of keys: it begins with {found}.")
PAIRS = N_("Write lines such as name: Great service, with a space after the colon.")
