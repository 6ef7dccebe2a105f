"""A file that would be copied to a place outside the site.

Why: What is outside the output folder is not the site's: it may be the sources, or anybody's file. A path
with a slash before it, or with `..`, leads there by a slip.

Bad:
    # file: content/extra/robots.txt
    Kettles only.

    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    PLUGINS = ["ambassade"]
    STATIC_PATHS = ["extra"]
    EXTRA_PATH_METADATA = {"extra/robots.txt": {"path": "../kettles.txt"}}

Good:
    # file: content/extra/robots.txt
    Kettles only.

    # file: pelicanconf.py
    SITEURL = "https://example.com"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    PLUGINS = ["ambassade"]
    STATIC_PATHS = ["extra"]
    EXTRA_PATH_METADATA = {"extra/robots.txt": {"path": "kettles.txt"}}
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "P110",
    "copied-outside",
    Level.ERROR,
    N_("{file} would be copied to {target}, which is outside the site."),
    N_(
        "Give it a path of the site, in STATIC_PATHS or EXTRA_PATH_METADATA: no / before it, no .. in it."
    ),
)
