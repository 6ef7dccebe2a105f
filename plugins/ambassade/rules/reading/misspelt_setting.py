"""A setting whose name is nearly that of one of ours.

Why: Python takes any name: a misspelt `REVIEW_PROFILES` would leave a site without the rules of a law
that it was to keep.

Bad:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    REVIEW_PROFILE = ["fr"]

Good:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    REVIEW_PROFILES = ["fr"]
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "S109",
    "misspelt-setting",
    Level.WARNING,
    N_("{key} is no setting, and is read by nobody."),
    N_("Did you mean {closest}?"),
)
NO_VALUE = N_("{key} has no value: a colon gives it none.")
EQUALS = N_("Write = in place of the colon.")
