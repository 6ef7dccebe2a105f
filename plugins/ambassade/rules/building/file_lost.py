"""A file of the site that a Pelican plugin removed when it was made.

Why: Other pages lead to it, and the sitemap names it: visitors and search engines would find nothing.

Bad:
    # file: plugins/sweeper.py
    from pathlib import Path
    from pelican import signals


    def remove(pelican):
        Path(pelican.output_path, "index.html").unlink()


    def register():
        signals.finalized.connect(remove)


    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    PLUGIN_PATHS = ["plugins"]
    PLUGINS = ["ambassade", "sweeper"]

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
    "P112",
    "file-lost",
    Level.ERROR,
    N_("A plugin removed files of the site ({count}): {files}."),
    N_("Take it out of PLUGINS, or let it leave them."),
)
