"""Which addresses does a page or a stylesheet name?

In: elements or CSS. Out: References, each with its line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.site_checks.page import Element

_URL_ATTRIBUTES = ("href", "src", "poster", "action", "formaction", "cite", "xlink:href")
_SRCSET_ATTRIBUTES = ("srcset", "imagesrcset")
_META_ADDRESSES = {
    "og:audio",
    "og:image",
    "og:image:secure_url",
    "og:image:url",
    "og:url",
    "og:video",
    "twitter:image",
}
# The relations of <link> that make a browser fetch, or at least connect.
_FETCHED_RELATIONS = {
    "apple-touch-icon",
    "dns-prefetch",
    "icon",
    "manifest",
    "mask-icon",
    "modulepreload",
    "preconnect",
    "prefetch",
    "preload",
    "prerender",
    "stylesheet",
}
_FETCHED_HREFS = {"image", "use", "feimage"}
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)""")
_CSS_IMPORT = re.compile(r"""@import\s+(?:"([^"]*)"|'([^']*)')""")
_CANDIDATE = re.compile(r"([^\s,]\S*[^\s,]|[^\s,])(?:\s+[\d.]+[wxh])*\s*(?:,|$)")
_REFRESH = re.compile(r"^[\d.\s]*[;,]\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)


@dataclass(frozen=True)
class Reference:
    """An address as written.

    `name` is what holds it, `fetched` says that showing the page asks for it, `absolute` that it
    must be a full address.
    """

    url: str
    name: str
    line: int
    fetched: bool = False
    absolute: bool = False


def read_references(elements: list[Element]) -> Iterator[Reference]:
    """Every address that a page names, in the order of the source."""
    for element in elements:
        yield from _read_attributes(element)
        if element.tag == "meta":
            yield from _read_meta(element)
        css = element.text if element.tag == "style" else element.get("style")
        for reference in read_css(css):
            yield Reference(reference.url, reference.name, element.line, fetched=True)


def read_css(css: str) -> Iterator[Reference]:
    """Every address that a stylesheet names, with its line."""
    bare = _CSS_COMMENT.sub(lambda match: "\n" * match[0].count("\n"), css)
    for pattern, name in ((_CSS_URL, "url()"), (_CSS_IMPORT, "@import")):
        for match in pattern.finditer(bare):
            url = next((group for group in match.groups() if group is not None), "")
            line = bare.count("\n", 0, match.start()) + 1
            yield Reference(url, name, line, fetched=True)


def _read_attributes(element: Element) -> Iterator[Reference]:
    """The addresses in one element's attributes."""
    relations = set(element.get("rel").lower().split())
    absolute = element.tag == "link" and (
        "canonical" in relations or ("alternate" in relations and "hreflang" in element.attributes)
    )
    fetched = bool(relations & _FETCHED_RELATIONS) or element.tag in _FETCHED_HREFS
    for name in _URL_ATTRIBUTES:
        if name in element.attributes:
            is_fetched = fetched if name.endswith("href") else name in {"src", "poster"}
            label = f"{element.tag} {name}"
            yield Reference(element.get(name), label, element.line, is_fetched, absolute)
    if element.tag == "object" and "data" in element.attributes:
        yield Reference(element.get("data"), "object data", element.line, fetched=True)
    for name in _SRCSET_ATTRIBUTES:
        for match in _CANDIDATE.finditer(element.get(name)):
            yield Reference(match[1], f"{element.tag} {name}", element.line, fetched=True)


def _read_meta(element: Element) -> Iterator[Reference]:
    """The address in a meta element, where it holds one."""
    name = element.get("property") or element.get("name")
    if name in _META_ADDRESSES:
        yield Reference(element.get("content"), f"meta {name}", element.line, absolute=True)
    target = _REFRESH.match(element.get("content"))
    if element.get("http-equiv").lower() == "refresh" and target:
        yield Reference(target[1], "meta refresh", element.line)
