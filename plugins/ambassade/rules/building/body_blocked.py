"""Something in the text of a story or page that browsers pass over, or that acts on the whole page.

Why: Pages may load what Ambassade's own parts load, and nothing else: so whatever slips into them
harms nobody. A film's frame, a picture of another host or a style of one's own is left out without
a word, and only the visitor's browser says so. What acts on the whole page, such as a `<meta>` that
leads visitors to another site, no policy stops. An `id` that the frame of the page has already
stands there twice, and what leads to it may end at the wrong one.

Bad:
    # file: content/stories/kettles.md
    Title: Kettles at sea
    Date: 2026-05-01

    <iframe src="https://films.example/kettles"></iframe>

Good:
    # file: content/stories/kettles.md
    Title: Kettles at sea
    Date: 2026-05-01

    <iframe src="https://films.example/kettles"></iframe>
    # file: pelicanconf.py
    SITEURL = "https://kettles.example"
    SITENAME = "Kettles"
    COMPANY = {"name": "Kettle Works"}
    CONTENT_SECURITY_POLICY = {"frame-src": ["https://films.example"]}
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "P108",
    "body-blocked",
    Level.WARNING,
    N_("Browsers pass over {what} in the text: the site’s policy does not allow it."),
    N_("Take it out, or allow it in CONTENT_SECURITY_POLICY: docs/security.md tells how."),
)


PAGE_WIDE = N_(
    "The text has {what}, which acts on the whole page: it could lead visitors elsewhere."
)
TAKE_OUT = N_("Take it out.")
ID_OF_FRAME = N_("The text has {what}, an id that the frame of the page has already.")
OTHER_ID = N_(
    "Choose another id: links such as “Skip to the content” could lead to the wrong place."
)
