"""Pictures in the bodies of stories and pages: they get their size, so that nothing jumps, and copies.

In: the HTML that Pelican made. Out: the same, each `<img>` of a picture of the site in a `<picture>`.
What a writer set stays: no attribute is changed, only missing ones are added.
"""

from __future__ import annotations

import re
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Final

from ambassade.markup.body_links import pictures_in
from ambassade.publish.picture_sources import list_copies

if TYPE_CHECKING:
    from ambassade.publish.pictures import Pictures

_SIZES: Final = "(min-width: 46rem) 43rem, 100vw"
# What is no picture of the text is found first, and stays: a <picture> of the writer's own, code. Without its
# end it takes all that follows, as in browsers: each would be looked through to the end of the text.
_IMAGE = re.compile(
    r"<(picture|template|script|style|svg)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)"
    r"|<img\b(?P<within>(?:\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z)|[^\"'>])*+)(?:>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_NAME = re.compile(r"([^\s=\"'/>]+)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")


def dress(html: str, base: str, pictures: Pictures) -> str:
    """Return `html` with sizes and copies for the pictures of the site."""
    return _IMAGE.sub(partial(_dress_one, base=base, pictures=pictures), html)


def _dress_one(found: re.Match[str], base: str, pictures: Pictures) -> str:
    path = next(pictures_in(found[0], base), None) if found["within"] else None
    if path not in pictures.sizes or not found[0].endswith(">"):
        return found[0]
    within = found["within"].rstrip("/ \t\r\n\f")
    there = {name.lower() for name in _NAME.findall(within)}
    added = {"loading": "lazy", "decoding": "async"}
    if not there & {"width", "height"}:
        added["width"], added["height"] = map(str, pictures.sizes[path])
    copies = list_copies(pictures.offered.get(path), base)
    if there & {"srcset", "sizes"} or not copies:
        return _add(within, added, there)
    sources = "".join(
        f'<source type="{kind}" srcset="{escape(srcset)}" sizes="{_SIZES}">'
        for kind, srcset in copies.sources
    )
    if copies.srcset:
        added |= {"srcset": escape(copies.srcset), "sizes": _SIZES}
    image = _add(within, added, there)
    return f"<picture>{sources}{image}</picture>"


def _add(within: str, added: dict[str, str], there: set[str]) -> str:
    more = "".join(f' {name}="{value}"' for name, value in added.items() if name not in there)
    return f"<img{within}{more}>"
