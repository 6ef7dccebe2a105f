"""What browsers will not load or heed of a text of HTML, by a Content-Security-Policy.

In: the HTML, the policy, the site's address. Out: each such thing, as it is written.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOADED: Final = {
    ("img", "src"): "img-src",
    ("video", "poster"): "img-src",
    ("video", "src"): "media-src",
    ("audio", "src"): "media-src",
    ("source", "src"): "media-src",
    ("iframe", "src"): "frame-src",
    ("script", "src"): "script-src",
    ("form", "action"): "form-action",
    ("object", "data"): "object-src",
    ("embed", "src"): "object-src",
}
# Scripts of other types are data: nothing runs them.
_RUN: Final = frozenset({"", "module", "text/javascript", "application/javascript"})


def find_blocked(html: str, policy: str, site_url: str) -> Iterator[str]:
    """Yield what the policy forbids in `html`, each once."""
    parser = _Found(policy, site_url)
    parser.feed(html)
    parser.close()
    yield from dict.fromkeys(parser.blocked)


class _Found(HTMLParser):
    def __init__(self, policy: str, site_url: str) -> None:
        super().__init__(convert_charrefs=True)
        words = [part.split() for part in policy.split(";")]
        self.allowed = {name: sources for name, *sources in words}
        self.site_url = site_url
        self.blocked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: (value or "").strip() for name, value in attrs}
        self.blocked += [f"<{tag} {name}=…>" for name in given if name.startswith("on")]
        self.blocked += [f"<{tag} style=…>"] if "style" in given else []
        is_inline = tag == "script" and "src" not in given and given.get("type", "").lower() in _RUN
        # A hash may allow what stands between its tags; of which, only a browser can tell.
        if tag == "style" or is_inline:
            directive = "style-src" if tag == "style" else "script-src"
            if not any(source.startswith("'sha") for source in self.allowed.get(directive, ())):
                self.blocked.append(f"<{tag}>")
        if tag == "link" and "stylesheet" in given.get("rel", "").lower().split():
            self._look_at(tag, "href", given.get("href", ""), "style-src")
        if tag == "form" and "action" not in given:
            given["action"] = ""
        for name, value in given.items():
            if (tag, name) in _LOADED:
                self._look_at(tag, name, value, _LOADED[tag, name])

    def _look_at(self, tag: str, name: str, value: str, directive: str) -> None:
        sources = self.allowed.get(directive, self.allowed["default-src"])
        try:
            address = urljoin(f"{self.site_url}/", value)
            allowed = any(_allows(source, address, self.site_url) for source in sources)
        except ValueError:
            allowed = False
        if not allowed:
            self.blocked.append(f'<{tag} {name}="{value}">')


def _allows(source: str, address: str, site_url: str) -> bool:
    """Tell whether a source of a policy allows an address."""
    asked, own = urlsplit(address), urlsplit(site_url)
    if source == "'self'":
        return (asked.scheme, asked.netloc) == (own.scheme, own.netloc)
    if source.endswith(":"):
        return asked.scheme == source[:-1]
    wanted = urlsplit(source)
    same_host = asked.netloc.lower() == wanted.netloc.lower()
    if wanted.netloc.startswith("*."):
        same_host = asked.netloc.lower().endswith(wanted.netloc[1:].lower())
    return asked.scheme == wanted.scheme and same_host and asked.path.startswith(wanted.path)
