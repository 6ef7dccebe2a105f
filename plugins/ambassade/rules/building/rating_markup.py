"""Rating markup written by hand, in the text of a story or page or in a template.

Why: Ratings are marked up on the page of the one item they are about, as all its genuine reviews give
them. By hand they would be chosen, out of date, on a list, or of the company itself, and search
engines punish the whole site ({google-policies}; {google-review}).

Bad:
    # file: content/stories/kettles.md
    Title: Kettles at sea
    Date: 2026-05-01

    <div itemscope itemtype="https://schema.org/Product">
    <span itemprop="aggregateRating">5 of 5</span>
    </div>

Good:
    # file: content/stories/kettles.md
    Title: Kettles at sea
    Date: 2026-05-01

    <div class="rating">5 of 5, says the skipper.</div>
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "P107",
    "rating-markup",
    Level.ERROR,
    N_("There is markup of ratings written by hand: {name}."),
    N_(
        "Take it out: Ambassade marks up every rating that may be, on the pages of items and reviews."
    ),
)
