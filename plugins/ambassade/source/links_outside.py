"""Links in a site's folders that lead out of it: what they lead to is not for a site to show.

Who may only propose a change could otherwise have a file of the building machine published. A folder
that is itself a link (`content` kept elsewhere) is the owner's own arrangement.
"""

from __future__ import annotations

import os
from pathlib import Path


def leads_outside(link: Path, site: Path, *also: Path) -> bool:
    """Tell whether there is something where `link` leads, and it is in none of the folders."""
    target = os.path.realpath(link)
    within = (*also, site, site / "reviews")
    return os.path.exists(target) and not any(  # noqa: PTH110 - as realpath: a loop raises nothing
        Path(target).is_relative_to(os.path.realpath(folder)) for folder in within
    )
