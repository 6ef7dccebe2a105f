"""What is asked of a build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.kept.kept_file import kept_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from ambassade.processes.jobs import Jobs
    from ambassade.site_folder import SiteFolder


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be built, and how. With `drafts`, pending reviews are in it, marked as such."""

    folder: SiteFolder
    output: Path
    today: date
    jobs: Jobs
    progress: Callable[[int, int | None], None]
    drafts: bool

    def kept(self, kind: str) -> Path:
        """Return where things of a `kind` are kept of it."""
        return kept_path(self.folder, kind, drafts=self.drafts)
