"""What belongs to the company: its name as people write it, and its web addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from ambassade.text import fold

if TYPE_CHECKING:
    from ambassade.settings import Settings

_LEGAL_FORM = re.compile(
    "ab|ag|aps|as|asbl|bv|co|company|corp|corporation|eurl|gmbh|inc|incorporated|kg|limited|llc"
    "|llp|ltd|nv|ohg|oy|plc|pty|sa|sarl|sas|sasu|sci|scop|sl|snc|spa|srl|ug"
)
# Many companies and people live on these: there, the path tells whose an address is.
_SHARED_HOST = re.compile(
    r"(?:bsky|linktr)\.(?:app|ee)|(?:facebook|github|instagram|linkedin|medium|tiktok|twitter|x|xing"
    r"|youtube|(?:sites\.)?google)\.com"
)


def is_company_name(name: str, settings: Settings) -> bool:
    """Tell whether `name` is the company's: case, accents, punctuation and legal form aside."""
    own = {_core(each) for each in (settings.company.name, settings.company.legal_name or "")}
    core = _core(name)
    return bool(core) and core in own


def _core(name: str) -> str:
    words = re.findall("[a-z0-9]+", re.sub(r"[.'’]", "", fold(name)))
    while len(words) > 1 and _LEGAL_FORM.fullmatch(words[-1]):
        words.pop()
    while len(words) > 1 and _LEGAL_FORM.fullmatch(words[0]):
        words.pop(0)
    return " ".join(words)


def is_own_address(address: str, settings: Settings) -> bool:
    """Tell whether `address` is on the site or on the company's, or on a subdomain of either."""
    given = urlsplit(address)
    owned = (settings.company.url, settings.site_url)
    return any(_belongs(given, urlsplit(own)) for own in owned if own)


def _belongs(given: SplitResult, own: SplitResult) -> bool:
    host, own_host = _host(given), _host(own)
    if not host or not own_host:
        return False
    if _SHARED_HOST.fullmatch(own_host):
        path, own_path = (f"{each.path.strip('/').lower()}/" for each in (given, own))
        return host == own_host and path.startswith(own_path)
    # A form may live beside the site, as forms.example.com does beside reviews.example.com.
    return host == own_host or host.endswith(f".{own_host}") or own_host.endswith(f".{host}")


def _host(parts: SplitResult) -> str:
    return (parts.hostname or "").removeprefix("www.")
