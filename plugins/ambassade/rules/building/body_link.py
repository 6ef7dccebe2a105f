"""A link or picture in the text of a story or page that leads to no file.

Why: A picture that is not there, or a link that leads nowhere, is found by the first visitor.

Bad:
    # file: content/stories/kettles.md
    Title: Kettles at sea
    Date: 2026-05-01

    ![They float](/images/nowhere.png)

Good:
    # file: content/stories/kettles.md
    Title: Kettles at sea
    Date: 2026-05-01

    ![They float](/images/kettle.png)
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "P105",
    "body-link",
    Level.WARNING,
    N_("The text leads to {link}, which is not there."),
    N_("Mend the path, or put the file under content/images/."),
)

RELATIVE = N_("Mend the path: it counts from the page's own address, {address}.")
NAME_IT = N_(
    "Mend the link; or name the place: write {{#{id}}} after its heading, and lead to #{id}."
)
NO_PAGE = N_(
    "It has no page on this site: lead the link elsewhere, or publish it if it is a draft."
)
RIGHT = N_("Write {right}: else a path counts from the page's own address, {address}.")
