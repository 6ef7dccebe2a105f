"""Something that Pelican warns of, such as a summary that links what is not there.

Why: A link that leads nowhere is found by the first visitor.

Bad:
    # file: content/stories/kettles.md
    Title: Kettles at sea
    Date: 2026-05-01
    Summary: They [float]({filename}nowhere.md).

    They float.

Good:
    # file: content/stories/kettles.md
    Title: Kettles at sea
    Date: 2026-05-01
    Summary: They float.

    They float.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule("P103", "pelican-warning", Level.WARNING, N_("Pelican says: {words}"), N_("Fix it."))
