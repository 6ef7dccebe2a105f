"""The texts that `init`, `new` and `letter` write: one folder a language, `common/` for what needs none.

A name that ends in `.jinja` is a template; `dot-` stands for a dot at the beginning of a name.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ambassade.language import primary

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent
_TEMPLATE = ".jinja"


def text_language(tag: str) -> str:
    """Return the language of the texts for people who read `tag`: their own, else English."""
    wanted = primary(tag)
    return wanted if (FOLDER / wanted / "site").is_dir() else "en"


def fill_folder(folder: str, /, **values: object) -> Iterator[tuple[str, str]]:
    """Yield the files below `folder` (such as `fr/site`) by relative path, their templates filled."""
    for path in sorted((FOLDER / folder).rglob("*")):
        if path.is_file():
            name = path.relative_to(FOLDER / folder).as_posix()
            parts = name.removesuffix(_TEMPLATE).split("/")
            dotted = [
                part.replace("dot-", ".", 1) if part[:4] == "dot-" else part for part in parts
            ]
            yield "/".join(dotted), fill(f"{folder}/{name}", **values)


def fill(name: str, /, **values: object) -> str:
    """Return the text of one file, such as `fr/told.txt.jinja`, its template filled."""
    if not name.endswith(_TEMPLATE):
        return (FOLDER / name).read_text(encoding="utf-8")
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=False,  # noqa: S701 - these are no web pages
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name).render(values)
