"""A YAML file that lies beside the items' folders.

Why: One folder, one item: a file outside them is read by nobody.

Bad:
    # file: reviews/2026-05-15-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.

Good:
    # file: reviews/kettle/2026-05-15-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "A104",
    "stray-file",
    Level.WARNING,
    N_("{name} lies in no item's folder and is not read."),
    N_("Move it into the folder of its item."),
)
NOT_MARKDOWN = N_("{name} is not read: stories and pages are files that end in .md.")
RENAME = N_("Rename it to end in .md, or move it away.")
LOOSE_TEXT = N_("{name} lies beside stories/ and pages/ and is not read.")
MOVE_TEXT = N_("Move it into content/stories/ or content/pages/.")
