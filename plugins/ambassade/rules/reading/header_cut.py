"""A line of a story's or page's header that stands below the header's end.

Why: Whatever stands there is shown as text, and its key is heard by nobody: a draft whose
`Status : draft` has a space before its colon would be published.

Bad:
    # file: content/stories/kettles.md
    Title: Kettles at sea
    Date: 2026-05-01
    Status : draft

    They float.

Good:
    # file: content/stories/kettles.md
    Title: Kettles at sea
    Date: 2026-05-01
    Status: draft

    They float.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "F115",
    "header-cut",
    Level.ERROR,
    N_("The header ends above this line: what follows would be shown as text."),
    N_(
        "If the line belongs to the header, write it like `Client: Dupont`, without a space before the"
        " colon; if the text begins here, leave an empty line above it."
    ),
)
JOIN = N_(
    "If the line belongs to the header, delete the empty lines above it; if it belongs to the text, write"
    " its first word as `**{key}:**`."
)
