"""A story or page that Pelican passes over.

Why: Its page would be published without its text.

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
