"""The start tags of a text of HTML. Of an attribute that stands twice the first counts, as for browsers."""

from __future__ import annotations

from html.parser import HTMLParser

StartTag = tuple[str, dict[str, str]]


def list_start_tags(html: str) -> list[StartTag]:
    """Return each tag's name and its attributes, in small letters; of one without a value it is empty."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.found


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[StartTag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given: dict[str, str] = {}
        for name, value in attrs:
            given.setdefault(name, (value or "").strip())
        self.found.append((tag, given))
