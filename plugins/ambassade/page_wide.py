"""What of a text of HTML acts on the whole page that it stands in, whatever the site's policy says.

In: the HTML. Out: each such thing, as it is written.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_OF_A_PAGE: Final = frozenset({"base", "body", "frameset", "head", "html", "plaintext"})
_MAYBE: Final = re.compile(rf"<(?:{'|'.join(sorted(_OF_A_PAGE))}|meta|link|iframe)", re.IGNORECASE)
# Of a <meta> or <link>: with none of them it is data about the text, by `itemprop`.
_ACTS: Final = frozenset({"charset", "http-equiv", "name", "property", "rel"})
# What of a <link> is for the policy to say.
_STYLES: Final = frozenset({"alternate", "stylesheet"})


def find_page_wide(html: str) -> Iterator[str]:
    """Yield what acts on the whole page in `html`, each once."""
    if not _MAYBE.search(html):
        return
    parser = _Found(convert_charrefs=True)
    parser.found = []
    parser.feed(html)
    parser.close()
    yield from dict.fromkeys(parser.found)


class _Found(HTMLParser):
    found: list[str]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: (value or "").strip() for name, value in attrs}
        if tag in _OF_A_PAGE:
            self.found.append(f"<{tag}>")
        elif tag in {"meta", "link"} and not _is_harmless(tag, given):
            name = next((each for each in given if each in _ACTS), None)
            self.found.append(f'<{tag} {name}="{given[name]}">' if name else f"<{tag}>")
        elif "srcdoc" in given and tag == "iframe":
            self.found.append("<iframe srcdoc=…>")


def _is_harmless(tag: str, given: dict[str, str]) -> bool:
    if "itemprop" in given:
        return not given.keys() & _ACTS
    words = {*given.get("rel", "").lower().split()}
    return tag == "link" and "stylesheet" in words and words <= _STYLES
