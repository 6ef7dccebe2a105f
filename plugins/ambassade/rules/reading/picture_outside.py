"""A picture outside `content/images/`.

Why: Only what lies there is published, and only when a review that shows it is.

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    image: ../../secret.png

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    image: images/kettle.png
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "F111",
    "picture-outside",
    Level.ERROR,
    N_("The picture {value} is outside content/images/."),
    N_("Put it under content/images/ and write its path from there."),
)
