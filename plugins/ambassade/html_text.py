"""HTML to the text that a browser shows of it."""

from __future__ import annotations

from html.parser import HTMLParser

from ambassade.text import collapse

_BLOCKS = frozenset({"p", "ul", "ol", "li", "blockquote"})


class _TextOfHTML(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _BLOCKS:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        self.blocks[-1] += data


def html_to_text(html: str) -> str:
    """Return the text of `html` as a browser shows it: blocks joined by a newline, no marks."""
    parser = _TextOfHTML()
    parser.feed(html)
    parser.close()
    blocks = (collapse(block) for block in parser.blocks)
    return "\n".join(block for block in blocks if block)
