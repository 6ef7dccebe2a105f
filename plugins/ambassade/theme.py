"""The theme: one look-up, the site's `theme/` first, then what the package brings."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ambassade.bare_style import bare_style
from ambassade.paths.folder_tree import list_tree

if TYPE_CHECKING:
    from collections.abc import Mapping

# Below `theme/`, in production: what is there is never changed, so that browsers keep it for good.
FINGERPRINTED: Final = "fixed"
_MARK_LENGTH: Final = 10
# Sound for our own scripts, in which no text runs over several lines; a site's own are left alone.
_COMMENT_LINES: Final = re.compile(rb"^[ \t]*//.*\n", re.MULTILINE)
_LAYERS = "main.css"
_OWN = "css/own.css"
_STYLE = "ambassade.css"
_FONTS = (".woff2", ".woff", ".ttf", ".otf")


def package_theme() -> Path:
    """Return the folder of the theme that comes with Ambassade (beside the code, or in its clone)."""
    here = Path(__file__).parent
    installed = here / "theme"
    return installed if installed.is_dir() else here.parent.parent / "theme"


def theme_folders(site: Path) -> tuple[Path, ...]:
    """Return where templates and styles of a site are looked for, in this order."""
    own, brought = site / "theme", package_theme()
    is_own_only = own.exists() and own.samefile(brought)
    return (own,) if is_own_only else (own, brought)


def has_fonts(site: Path) -> bool:
    """Tell whether the theme of a site brings a type face."""
    files = _collect([folder / "static" for folder in theme_folders(site)])
    return any(path.lower().endswith(_FONTS) for path in files)


def read_assets(folders: tuple[Path, ...]) -> dict[str, bytes]:
    """Return the theme's files by their path below `theme/` of the output.

    All styles make one: `main.css`, which orders the layers, then the others, among them those
    that lie beside their widgets, and a site's `css/own.css` as the last word. What they say to
    developers, our scripts too, is left out.
    """
    styles, others = _find_assets(folders)
    ordered = sorted(styles, key=lambda path: (path == _OWN, Path(path).name != _LAYERS, path))
    assets = {path: _read_other(file) for path, file in others.items()}
    assets[_STYLE] = b"\n".join(_read_style(styles[path]) for path in ordered)
    return assets


def list_assets(folders: tuple[Path, ...]) -> set[str]:
    """Return the paths of what `read_assets` reads."""
    return {_STYLE, *_find_assets(folders)[1]}


def _find_assets(folders: tuple[Path, ...]) -> tuple[dict[str, Path], dict[str, Path]]:
    """Return the styles, and the other files."""
    static = _collect([folder / "static" for folder in folders])
    beside = _collect([folder / "templates" for folder in folders])
    styles = {path: file for path, file in static.items() if path.endswith(".css")}
    styles |= {path: file for path, file in beside.items() if path.endswith(".css")}
    return styles, {path: file for path, file in static.items() if path not in styles}


def name_folder(assets: Mapping[str, bytes]) -> str:
    """Return the folder for `assets` below `theme/`, whose name changes with any of them.

    They lead to each other by relative addresses, so that one name for all of them is enough.
    """
    hashed = sha256()
    for path, data in sorted(assets.items()):
        hashed.update(f"{path} {len(data)} ".encode() + data)
    return f"{FINGERPRINTED}/{hashed.hexdigest()[:_MARK_LENGTH]}/"


def _read_style(file: Path) -> bytes:
    data = file.read_bytes()
    try:
        return bare_style(data.decode("utf-8-sig")).encode()
    except UnicodeDecodeError:
        return data.strip()


def _read_other(file: Path) -> bytes:
    data = file.read_bytes()
    is_ours = file.suffix == ".js" and file.is_relative_to(package_theme())
    return _COMMENT_LINES.sub(b"", data) if is_ours else data


def _collect(folders: list[Path]) -> dict[str, Path]:
    """Return the files below `folders` by relative path; the first folder that has one wins."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in list_tree(folder):
            if path.is_file() and not path.name.startswith("."):
                found.setdefault(path.relative_to(folder).as_posix(), path)
    return found
