"""Where links by `{filename}` lead: to the pages that we write, whatever Pelican's settings say.

In: what Pelican read, the survey. Out: its addresses; of what has no page, one that says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ambassade.survey.surveyed import Survey


def lead_to_pages(survey: Survey, read: Iterable[tuple[str, Any]]) -> None:
    """Give what was `read`, by its name from the site's folder, the address of its page."""
    addresses = {
        (page.content.story if page.kind == "story" else page.content).file: page.address
        for page in survey.others
        if page.kind in {"story", "page"}
    }
    for name, one in read:
        # A link to a draft is found by its braces.
        nowhere = f"{{filename}}/{one.get_relative_source_path()}"
        one.override_url = addresses.get(name, nowhere)
