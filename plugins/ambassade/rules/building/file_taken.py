"""A file of the site that a Pelican plugin, or a static path, would write too.

Why: Two makers of one file would each undo the other's work; a plugin that makes a sitemap knows
none of the pages of reviews.

Bad:
    # file: plugins/second_sitemap.py
    from pathlib import Path
    from pelican import signals


    def write(pelican):
        Path(pelican.output_path, "sitemap.xml").write_text("<urlset/>")


    def register():
        signals.finalized.connect(write)


    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    PLUGIN_PATHS = ["plugins"]
    PLUGINS = ["ambassade", "second_sitemap"]

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
    "P104",
    "file-taken",
    Level.WARNING,
    N_("{file} is written by Ambassade, and by something else too; Ambassade's stays."),
    N_("Take the other one out of PLUGINS, STATIC_PATHS or EXTRA_PATH_METADATA."),
)
