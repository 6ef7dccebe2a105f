"""Where a film plays: the address that a player is given, and the host that it asks.

In: a customer's film, or the address of a story's. Out: the player; None where only a link leads
there. Whoever writes a Content-Security-Policy finds the hosts here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlencode, urlsplit

if TYPE_CHECKING:
    from urllib.parse import SplitResult

    from ambassade.public import Video

_FILES = frozenset({"mp4", "webm", "mov", "m4v", "ogv"})
_YOUTUBE = frozenset(
    {
        "youtube.com",
        "www.youtube.com",
        "m.youtube.com",
        "youtu.be",
        "youtube-nocookie.com",
        "www.youtube-nocookie.com",
    }
)
# Of other hosts (of other letters than these, of a number) no Content-Security-Policy can tell.
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?", re.IGNORECASE)
_VIMEO = frozenset({"vimeo.com", "www.vimeo.com", "player.vimeo.com"})


@dataclass(frozen=True, slots=True)
class Player:
    """`element` is `video` or `iframe`; `address` what it loads, from `host`."""

    element: str
    address: str

    @property
    def host(self) -> str:
        """The host that is asked."""
        return urlsplit(self.address).netloc


def player_of(film: Video | str) -> Player | None:
    """Return the player of a film; None where its address is not known to play within a page."""
    if isinstance(film, str):
        return _known_player(film) or (_player("video", film) if is_film_file(film) else None)
    if film.content_url:
        return _known_player(film.content_url) or _player("video", film.content_url)
    if film.embed_url:
        return _known_player(film.embed_url) or _player("iframe", film.embed_url)
    return None


def _player(element: str, address: str) -> Player | None:
    """Return it; None where browsers would refuse it: not encrypted, or from a host that no policy allows."""
    player = Player(element, address)
    return player if address.startswith("https://") and _HOST.fullmatch(player.host) else None


def is_film_file(address: str) -> bool:
    """Tell whether a file of a film is at `address`, by its ending."""
    return urlsplit(address).path.rpartition(".")[2].lower() in _FILES


def _known_player(address: str) -> Player | None:
    frame = frame_of(address, autoplay="1")
    return Player("iframe", frame) if frame else None


def frame_of(address: str, **asked: str) -> str | None:
    """Return the frame of a host that has one which sets no cookie, or asks not to be tracked; else None.

    `asked`: what its address says besides.
    """
    parts = urlsplit(address)
    if parts.hostname in _YOUTUBE and (name := _youtube_name(parts)):
        embed = f"https://www.youtube-nocookie.com/embed/{name}"
        return f"{embed}?{urlencode(asked)}" if asked else embed
    if parts.hostname in _VIMEO and (found := re.search(r"/(\d+)(?:/(\w+))?/?$", parts.path)):
        secret = found[2] or parse_qs(parts.query).get("h", [""])[0]
        asked = {"dnt": "1"} | asked | ({"h": secret} if secret else {})
        return f"https://player.vimeo.com/video/{found[1]}?{urlencode(asked)}"
    return None


def _youtube_name(parts: SplitResult) -> str | None:
    if parts.path == "/watch":
        name = parse_qs(parts.query).get("v", [""])[0]
    elif parts.hostname == "youtu.be":
        name = parts.path.strip("/")
    else:
        found = re.match(r"/(?:embed|shorts|live)/([^/]+)/?$", parts.path)
        name = found[1] if found else ""
    return name if re.fullmatch(r"[\w-]+", name, re.ASCII) else None
