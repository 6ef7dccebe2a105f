"""What browsers may do with what is published: the one place that says it.

In: what is published. Out: the Content-Security-Policy of its pages, and the headers by path. The
`<meta>` of every page, `_headers` and the nginx snippet all come from here. docs/security.md tells why.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from ambassade.players import player_of
from ambassade.public_site import list_with_media

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.page_lines import PageLines
    from ambassade.public_site import PublicSite
    from ambassade.settings import Settings

# What other sites may load: data, and what is made to stand in their pages.
_FOR_OTHERS: Final = ("api", "embed", "badges")
# Folders of files whose names change with their content, such as "theme/fixed": kept for good.
FINGERPRINTED: Final = ("theme/fixed",)
# Cloudflare ignores further rules of a `_headers`.
MOST_RULES: Final = 100
# It ignores lines of more than 2,000 characters, too: a policy has two such lists at the most.
_LONGEST_HOSTS: Final = 500
_SELF: Final = "'self'"
_NONE: Final = "'none'"
# Not among them: what a film's frame is given (autoplay, fullscreen, picture-in-picture, …).
_NEVER_ASKED: Final = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)


# Of a page that only leads on: it shows nothing, and runs nothing.
REDIRECT_POLICY: Final = f"default-src {_NONE};base-uri {_NONE};form-action {_NONE}"


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """The headers of a path; a `*` at its end stands for whatever follows."""

    path: str
    headers: tuple[tuple[str, str], ...]


def content_policy(site: PublicSite, *, ancestors: str | None = None) -> str:
    """Return the Content-Security-Policy; with `ancestors`, who may frame a page is said too.

    A `<meta>` cannot say that.
    """
    search, hosts = site.settings.full_text_search, _film_hosts(site)
    allowed = {
        "default-src": (_NONE,),
        # Pagefind's index is WebAssembly.
        "script-src": (_SELF, *(("'wasm-unsafe-eval'",) if search else ())),
        "style-src": (_SELF,),
        "img-src": (_SELF,),
        "font-src": (_SELF,) if site.has_fonts else (),
        "connect-src": (_SELF,),
        "frame-src": hosts["iframe"],
        "media-src": hosts["video"],
        "base-uri": (_NONE,),
        "form-action": (_NONE,),
        "frame-ancestors": (ancestors,) if ancestors else (),
    }
    for name, sources in site.settings.content_security_policy.items():
        if name != "frame-ancestors" or ancestors == _NONE:
            kept = tuple(each for each in allowed[name] if each != _NONE)
            allowed[name] = tuple(dict.fromkeys((*kept, *sources)))
    return ";".join(f"{name} {' '.join(given)}" for name, given in allowed.items() if given)


@lru_cache(maxsize=2)
def _film_hosts(site: PublicSite) -> dict[str, tuple[str, ...]]:
    """Return the hosts from which films play, by the element that plays them."""
    players = [player_of(review.video) for review in list_with_media(site) if review.video]
    players += [player_of(story.video) for story in site.stories if story.video]
    found: dict[str, tuple[str, ...]] = {}
    for element in ("iframe", "video"):
        hosts = {each.host.lower() for each in players if each and each.element == element}
        listed = tuple(f"https://{host}" for host in sorted(hosts))
        # Every page carries the list: where it gets long, any host is allowed for films alone.
        found[element] = listed if len(" ".join(listed)) <= _LONGEST_HOSTS else ("https:",)
    return found


def headers_everywhere(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Return the headers that every answer has."""
    hsts = settings.hsts_days
    told = [
        ("X-Content-Type-Options", "nosniff"),
        # Players of films ask from which site they are shown.
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", ", ".join(f"{name}=()" for name in _NEVER_ASKED)),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        # Browsers pass over it where a policy has `frame-ancestors`.
        ("X-Frame-Options", "DENY"),
    ]
    if hsts is not None and settings.site_url.startswith("https:"):
        told.append(("Strict-Transport-Security", f"max-age={hsts * 86_400}"))
    return tuple(told)


def headers_of_own(site: PublicSite) -> tuple[tuple[str, str], ...]:
    """Return the further headers of what only the site itself shows."""
    return (
        ("Content-Security-Policy", content_policy(site, ancestors=_NONE)),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    )


def headers_for_others(site: PublicSite) -> tuple[tuple[str, str], ...]:
    """Return the further headers of what other sites may load; of badges no script reads a byte."""
    return (
        ("Content-Security-Policy", content_policy(site, ancestors="*")),
        ("Cross-Origin-Resource-Policy", "cross-origin"),
    )


ANY_ORIGIN: Final = ("Access-Control-Allow-Origin", "*")
READ_BY_OTHERS: Final = ("api", "embed")
FOR_GOOD: Final = ("Cache-Control", "public, max-age=31536000, immutable")


def folders_for_others(site: PublicSite) -> tuple[str, ...]:
    """Return the folders of what other sites may load; one that is an address of a page is not among them."""
    own = {page.slug for page in site.pages}
    return tuple(folder for folder in _FOR_OTHERS if folder not in own)


def header_rules(site: PublicSite, pages: PageLines) -> Iterator[HeaderRule]:
    """Yield the rules; no path has a header from two of them.

    Of two rules that match, Cloudflare joins the values and Netlify takes the last one's.
    """
    base, others = site.settings.base, headers_for_others(site)
    shared = folders_for_others(site)
    yield HeaderRule(f"{base}/*", headers_everywhere(site.settings))
    for folder in shared:
        more = (ANY_ORIGIN,) if folder in READ_BY_OTHERS else ()
        yield HeaderRule(f"{base}/{folder}/*", (*others, *more))
    for folder in FINGERPRINTED:
        yield HeaderRule(f"{base}/{folder}/*", (FOR_GOOD,))
    own = headers_of_own(site)
    left = MOST_RULES - 1 - len(shared) - len(FINGERPRINTED)
    for path in sorted(_own_paths(site, pages)[:left]):
        yield HeaderRule(f"{base}/{path}", own)


def _own_paths(site: PublicSite, pages: PageLines) -> list[str]:
    """Return the paths that hold all pages, pictures, styles and scripts; most pages first."""
    counted = Counter(each[: each.find("/") + 1] or each for each in pages.list_addresses())
    tops = {top: f"{quote(top)}*" if top.endswith("/") else quote(top) for top in counted}
    folders = ("theme/*", "images/*", *(("pagefind/*",) if site.settings.full_text_search else ()))
    taken = {*folders, *(f"{folder}/*" for folder in folders_for_others(site))}
    by_pages = sorted(tops, key=lambda top: (-counted[top], tops[top]))
    return [*folders, *(tops[top] for top in by_pages if tops[top] not in taken)]
