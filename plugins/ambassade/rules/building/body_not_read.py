"""A story or page that Pelican passes over.

Why: Its page would be published without its text, or before its time.

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

HELD_BACK = N_("By the settings of Pelican its status is {status}; its header does not say so.")
SAY_STATUS = N_(
    "Write `Status: {status}` in its header to leave it so. To publish it write `Status: published`; with "
    "WITH_FUTURE_DATES = False its date must have come, too."
)
