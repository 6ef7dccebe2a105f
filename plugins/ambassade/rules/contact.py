"""What looks like an address inside a text: e-mail, web address, bare domain."""

from __future__ import annotations

import re
import unicodedata

# One character around is enough to know it by, and keeps the search linear in a text of any size.
_EMAIL = re.compile(r"[^\s@<>,;]@[^\s@<>,;]+\.[^\s@<>,;]")
_DOMAINS = (
    "app|be|biz|ca|ch|cn|co|com|coop|de|dev|edu|es|eu|fr|gov|in|info|io|it|jp|me|net|nl|online"
    "|org|pl|pro|pt|ru|se|shop|site|store|uk|us|xyz"
)
# "Prof.de Vries" is a name without its space and no domain: hence no capital after `.de `.
_NO_NAME = r"(?!(?<=\.de)\s+(?-i:[A-ZÀ-Þ]))"
_WEB = re.compile(
    rf"[a-z][a-z0-9+.-]{{0,20}}://|\bwww\.|(?:\w[\w-]|-\w)\.(?:{_DOMAINS})\b{_NO_NAME}",
    re.IGNORECASE,
)


def holds_email(text: str) -> bool:
    """Tell whether an e-mail address stands in `text`."""
    return _EMAIL.search(unicodedata.normalize("NFKC", text)) is not None


def holds_address(text: str) -> bool:
    """Tell whether an address that one could write or go to stands in `text`."""
    return holds_email(text) or _WEB.search(unicodedata.normalize("NFKC", text)) is not None
