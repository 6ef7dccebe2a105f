"""A page that a Pelican plugin wrote over when it was made.

Why: Words of customers are locked, stars and markup are counted from the reviews: none of that holds for a
page that something else has written over. A plugin that takes out white space is well, if it changes
no words.

Bad:
    # file: plugins/sweeter.py
    from pathlib import Path
    from pelican import signals


    def rewrite(pelican):
        page = Path(pelican.output_path, "index.html")
        page.write_text(page.read_text().replace("Kettles", "Best kettles"))


    def register():
        signals.finalized.connect(rewrite)


    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    PLUGIN_PATHS = ["plugins"]
    PLUGINS = ["ambassade", "sweeter"]

Good:
    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    PLUGINS = ["ambassade"]
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "P111",
    "page-rewritten",
    Level.WARNING,
    N_("A plugin wrote over pages of Ambassade's ({count}): {files}."),
    N_("See that it changes no words, stars or markup, or take it out of PLUGINS."),
)
