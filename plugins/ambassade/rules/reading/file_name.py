"""A YAML file of an item that is not named `<date>-<slug>.yaml`.

Why: The file's name is the review's date, identifier and address; a misnamed file would be lost.

Bad:
    # file: reviews/kettle/saved-us-a-week.yaml
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
    "A101",
    "file-name",
    Level.ERROR,
    N_("{name} is not named <date>-<slug>.yaml."),
    N_(
        "Name it like 2026-05-14-saved-us-a-week.yaml: a date, then small letters, digits and hyphens."
    ),
)


YML = N_("{name} ends in {suffix}.")
RENAME = N_("Rename it to end in .yaml.")
