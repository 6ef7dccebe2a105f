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

RULE = Rule("P102", "pelican-error", Level.ERROR, N_("Pelican says: {words}"), N_("Fix it."))
