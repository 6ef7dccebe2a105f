"""The theme: one look-up, the site's `theme/` first, then what the package brings."""

from __future__ import annotations

from pathlib import Path

_LAYERS = "main.css"
_OWN = "css/own.css"


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


def read_assets(folders: tuple[Path, ...]) -> dict[str, bytes]:
    """Return the theme's files by their path below `theme/` of the output.

    All styles make one: `main.css`, which orders the layers, then the others, among them those
    that lie beside their widgets, and a site's `css/own.css` as the last word.
    """
    static = _collect([folder / "static" for folder in folders])
    beside = _collect([folder / "templates" for folder in folders])
    styles = {path: file for path, file in static.items() if path.endswith(".css")}
    styles |= {path: file for path, file in beside.items() if path.endswith(".css")}
    ordered = sorted(styles, key=lambda path: (path == _OWN, Path(path).name != _LAYERS, path))
    assets = {path: file.read_bytes() for path, file in static.items() if path not in styles}
    assets["ambassade.css"] = b"\n".join(styles[path].read_bytes().strip() for path in ordered)
    return assets


def _collect(folders: list[Path]) -> dict[str, Path]:
    """Return the files below `folders` by relative path; the first folder that has one wins."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                found.setdefault(path.relative_to(folder).as_posix(), path)
    return found
