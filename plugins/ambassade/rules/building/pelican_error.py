"""Something that Pelican calls an error.

Why: Pelican itself goes on and ends well; a site with something missing would be published.

Bad:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    PLUGINS = ["ambassade", "no_such_plugin"]

Good:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    PLUGINS = ["ambassade"]
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

ENDED = N_("Pelican cannot go on: {words}.")
CORRECT_IT = N_("Correct what it stumbles over: a setting of Pelican's, or a plugin.")
RULE = Rule("P102", "pelican-error", Level.ERROR, N_("Pelican says: {words}"), N_("Fix it."))
