"""An address that is not an absolute http(s) address.

Why: Links and structured data need the whole address; other schemes can run scripts.

Bad:
    author:
      name: Marie Dupont
      url: example.org/marie
    reviewBody: It boils water.

Good:
    author:
      name: Marie Dupont
      url: https://example.org/marie
    reviewBody: It boils water.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "F107",
    "not-an-address",
    Level.ERROR,
    N_("{key} is {value}, which is not an absolute http(s) address."),
    N_("Write the whole address, beginning with https://."),
)
