"""A link that leads out of the site's folder.

Why: Whoever proposes a change could have any file of the machine that builds the site read and
published: a link is a few bytes, and shows in a review as a name.

Bad:
    # file: content/stories/kettles.md
    (link) /

Good:
    # file: content/stories/kettles.md
    Title: Kettles at sea
    Date: 2026-05-01

    They float.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "A105",
    "link-outside",
    Level.ERROR,
    N_("This is a link that leads out of the site's folder."),
    N_("Put the file itself here."),
)
