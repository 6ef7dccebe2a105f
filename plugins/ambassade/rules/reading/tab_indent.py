r"""A tab where YAML wants spaces.

Why: YAML 1.2, section 6.1: indentation is never a tab.

Bad:
    (escaped) author:
    \x09name: Marie Dupont
    reviewBody: It boils water.

Good:
    author:
      name: Marie Dupont
    reviewBody: It boils water.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "Y104",
    "tab",
    Level.ERROR,
    N_("There is a tab where only spaces may stand."),
    N_("Replace it with two spaces."),
)
