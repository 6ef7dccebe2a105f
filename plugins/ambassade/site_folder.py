"""Where a site is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.own_code import brings_code

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
        plugins = other_plugins(self.values.get("PLUGINS"))
        return bool(plugins) or any(self.values.get(key) for key in _ADDITIONS)

    @property
    def has_own_code(self) -> bool:
        """Whether code of others makes anything of the site, of which nobody knows what it reads."""
        return self.has_additions or brings_code(dict(self.values))

    @property
    def words(self) -> bytes | None:
        """All that the settings say; None where Python cannot write it, as numbers of 5,000 digits."""
        try:
            return repr(dict(self.values)).encode("utf-8", "backslashreplace")
        except Exception:  # noqa: BLE001 - a value may be of a class of the site's own
            return None


def other_plugins(named: object) -> list[object]:
    """Return the plugins that PLUGINS names beside ours; what is no list is for Pelican to refuse."""
    if not named:
        return []
    listed = named if isinstance(named, list | tuple) else [named]
    return [name for name in listed if name != "ambassade"]
