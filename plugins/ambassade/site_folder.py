"""Where a site is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """Where a site is: its folder, its `content/`, the settings file and what that says."""

    root: Path
    content: Path
    settings_files: tuple[Path, ...]
    values: Mapping[str, Any]
