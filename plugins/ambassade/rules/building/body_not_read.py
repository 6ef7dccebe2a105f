"""A story or page that Pelican passes over, or takes for another by its settings.

Why: Its page would be published without its text, before its time, or in another language.

Bad:
    # file: content/stories/kettles.md
    Title: Kettles at sea
    Date: 2026-05-01

    They float.
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    PLUGINS = ["ambassade"]
    IGNORE_FILES = ["kettles.md"]

Good:
    # file: content/stories/kettles.md
    Title: Kettles at sea
    Date: 2026-05-01

    They float.
"""

from __future__ import annotations

from typing import Final

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "P101",
    "body-not-read",
    Level.ERROR,
    N_("Pelican did not read this file."),
    N_(
        "See what else Pelican says of it; or take it out of ARTICLE_EXCLUDES, PAGE_EXCLUDES or IGNORE_FILES."
    ),
)

SET = N_("By the settings of Pelican its {key} is {value}; its header does not say so.")
SAY: Final = {
    "status": N_(
        "Write `Status: {value}` in its header to leave it so. To publish it write `Status: published`; "
        "with WITH_FUTURE_DATES = False its date must have come, too."
    ),
    "lang": N_(
        "Write `Lang: {value}` in its header; or another language, if it is written in that."
    ),
}
