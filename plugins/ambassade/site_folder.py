"""Where a site is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

_ADDITIONS = ("JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS")


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """Where a site is: its folder, its `content/`, the settings file and what that says."""

    root: Path
    content: Path
    settings_files: tuple[Path, ...]
    values: Mapping[str, Any]

    @property
    def has_additions(self) -> bool:
        """Whether code of others takes part: Pelican's other plugins, filters and the like for Jinja."""
        plugins = [name for name in self.values.get("PLUGINS") or () if name != "ambassade"]
        return bool(plugins) or any(self.values.get(key) for key in _ADDITIONS)
