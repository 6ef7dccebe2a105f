"""What browsers will not load or heed of a text of HTML, by a Content-Security-Policy.

In: its start tags, the policy, the site's address. Out: each such thing, as it is written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ambassade.markup.start_tags import StartTag

_LOADED: Final = {
    ("img", "src"): "img-src",
    ("img", "srcset"): "img-src",
    # As browsers read it, it is an <img>.
    ("image", "src"): "img-src",
    ("image", "srcset"): "img-src",
    # Of SVG.
    ("image", "href"): "img-src",
    ("image", "xlink:href"): "img-src",
    ("feimage", "href"): "img-src",
    ("feimage", "xlink:href"): "img-src",
    ("use", "href"): "img-src",
    ("use", "xlink:href"): "img-src",
    ("input", "src"): "img-src",
    ("table", "background"): "img-src",
    ("td", "background"): "img-src",
    ("th", "background"): "img-src",
    ("video", "poster"): "img-src",
    ("video", "src"): "media-src",
    ("audio", "src"): "media-src",
    ("track", "src"): "media-src",
    ("source", "src"): "media-src",
    ("source", "srcset"): "img-src",
    ("iframe", "src"): "frame-src",
    ("frame", "src"): "frame-src",
    ("portal", "src"): "frame-src",
    ("script", "src"): "script-src",
    ("script", "href"): "script-src",
    ("script", "xlink:href"): "script-src",
    ("form", "action"): "form-action",
    ("button", "formaction"): "form-action",
    ("input", "formaction"): "form-action",
    ("object", "data"): "object-src",
    ("embed", "src"): "object-src",
    ("applet", "archive"): "object-src",
    ("applet", "code"): "object-src",
    ("a", "ping"): "connect-src",
    ("area", "ping"): "connect-src",
}
# Where a link leads, in whatever element; of SVG, what an animation puts there.
_LEADS: Final = frozenset({"href", "xlink:href", "from", "to", "by", "values"})
# Browsers pass over blanks and controls, even within the word.
_BLANKS: Final = re.compile(r"[\x00-\x20]+")
# In a `srcset`, after an address; the next one may follow its comma without a blank.
_HOW_LARGE: Final = re.compile(r"^[0-9.]+[wxh](?:,|$)")
# Scripts of other types are data: nothing runs them.
_RUN: Final = frozenset({"", "module", "text/javascript", "application/javascript"})


def find_blocked(tags: Iterable[StartTag], policy: str, site_url: str) -> Iterator[str]:
    """Yield what the policy forbids of these tags, each once."""
    look = _Look(policy, site_url)
    for tag, given in tags:
        look.at(tag, given)
    yield from dict.fromkeys(look.blocked)


class _Look:
    def __init__(self, policy: str, site_url: str) -> None:
        words = [part.split() for part in policy.split(";")]
        self.allowed = {name: sources for name, *sources in words}
        self.site_url = site_url
        self.blocked: list[str] = []

    def at(self, tag: str, given: Mapping[str, str]) -> None:
        self.blocked += [f"<{tag} {name}=…>" for name in given if name.startswith("on")]
        self.blocked += [f"<{tag} style=…>"] if "style" in given else []
        sources = given.keys() & {"src", "href", "xlink:href"}
        is_inline = tag == "script" and not sources and given.get("type", "").lower() in _RUN
        # A hash may allow what stands between its tags; of which, only a browser can tell.
        if tag == "style" or is_inline:
            directive = "style-src" if tag == "style" else "script-src"
            if not any(source.startswith("'sha") for source in self.allowed.get(directive, ())):
                self.blocked.append(f"<{tag}>")
        if tag == "link" and "stylesheet" in given.get("rel", "").lower().split():
            self._look_at(tag, "href", given.get("href", ""), "style-src")
        if tag == "form" and "action" not in given:
            self._look_at(tag, "action", "", _LOADED[tag, "action"])
        for name, value in given.items():
            if (tag, name) in _LOADED:
                self._look_at(tag, name, value, _LOADED[tag, name])
            elif name in _LEADS and _BLANKS.sub("", value).lower().startswith("javascript:"):
                self.blocked.append(f'<{tag} {name}="{value}">')

    def _look_at(self, tag: str, name: str, value: str, directive: str) -> None:
        sources = self.allowed.get(directive, self.allowed["default-src"])
        try:
            allowed = all(
                any(
                    _allows(source, urljoin(f"{self.site_url}/", each), self.site_url)
                    for source in sources
                )
                for each in _addresses_in(name, value)
            )
        except ValueError:
            allowed = False
        if not allowed:
            self.blocked.append(f'<{tag} {name}="{value}">')


def _addresses_in(name: str, value: str) -> list[str]:
    """Return the addresses that an attribute names: some name several."""
    if name == "srcset":
        words = (_HOW_LARGE.sub("", word, count=1).strip(",") for word in value.split())
        return [word for word in words if word]
    return value.split() if name == "ping" else [value]


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
