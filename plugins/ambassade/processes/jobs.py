"""How many processes work at a site."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final

# To fork, and to hear what came of it, takes as long as one process has to do for so many files.
_FEWEST_FILES: Final = 500


@dataclass(frozen=True, slots=True)
class Jobs:
    """Up to `most` processes; what one could do beside another is left to it from `fewest` files on."""

    most: int = 1
    fewest: int = _FEWEST_FILES

    def are_beside(self, files: int) -> bool:
        """Tell whether one process is to begin beside another, at a site of so many files."""
        return self.most > 1 and files >= self.fewest


def choose_jobs(asked: int | None) -> Jobs:
    """Return as many as somebody asked for, whatever the site; of itself, as many as there are processors."""
    return Jobs(asked, fewest=0) if asked else Jobs(os.cpu_count() or 1)
