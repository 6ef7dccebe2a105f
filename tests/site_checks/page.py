"""Reading one HTML page.

In: a file. Out: its elements, with attributes and line, and the text of scripts and styles.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_WITH_TEXT = {"script", "style"}


@dataclass
class Element:
    """One start tag; `text` is kept for scripts and styles only."""

    tag: str
    attributes: dict[str, str]
    line: int
    text: str = ""

    def get(self, name: str) -> str:
        """The attribute's value, or nothing."""
        return self.attributes.get(name, "")


@dataclass
class _Reader(HTMLParser):
    """Collects start tags, and what stands inside scripts and styles."""

    elements: list[Element] = field(default_factory=list)
    inside: Element | None = None

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.getpos()[0])
        self.elements.append(element)
        if tag in _WITH_TEXT:
            self.inside = element

    def handle_data(self, data: str) -> None:
        if self.inside is not None:
            self.inside.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag in _WITH_TEXT:
            self.inside = None


def read_elements(file: Path) -> list[Element]:
    """Every element of a page, in the order of the source."""
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    reader.close()
    return reader.elements


def is_redirect(elements: list[Element]) -> bool:
    """Whether the page does nothing but lead elsewhere (`<meta http-equiv="refresh">`)."""
    return any(e.tag == "meta" and e.get("http-equiv").lower() == "refresh" for e in elements)
