"""A file that a text links to, and that a link does not publish.

Why: A link with `static` or `attach` in braces publishes what it names. A slip, or somebody else's text,
must not put drafts, sources, private reviews or a page with scripts on the site: only pictures, documents
and films of `content/` go with a link. What else is to be published, the site's settings name.

Bad:
    # file: content/stories/kettles.md
    Title: Kettles at sea
    Date: 2026-05-01

    [All that was said]({static}/../reviews/kettle/item.yaml)

Good:
    # file: content/stories/kettles.md
    Title: Kettles at sea
    Date: 2026-05-01

    ![They float]({static}/images/kettle.png)
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "P109",
    "linked-file",
    Level.ERROR,
    N_("The text links {file}, which a link does not publish."),
    N_("Link a picture, a document or a film of content/. Name other files in STATIC_PATHS."),
)
