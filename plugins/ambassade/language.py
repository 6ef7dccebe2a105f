"""Languages: which tags are real, and which language of the site a tag belongs to."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale

# RFC 5646, section 2.1, without the tags that it only keeps for the past.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(-[a-z]{3}){0,3}"
    r"(-(?P<script>[a-z]{4}))?(-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?",
    re.ASCII | re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def is_language_tag(tag: str) -> bool:
    """Tell whether `tag` is a BCP 47 tag whose subtags CLDR knows (`fr`, `fr-CA`, `zh-Hans`)."""
    parts = _TAG.fullmatch(tag)
    if parts is None:
        return False
    known = Locale("en")
    return (
        parts["language"].lower() in known.languages
        and (parts["script"] is None or parts["script"].title() in known.scripts)
        and (parts["region"] is None or parts["region"].upper() in known.territories)
    )


def primary(tag: str) -> str:
    """Return the primary subtag: `fr` of `fr-CA`."""
    return tag.partition("-")[0].lower()


def match_language(tag: str, languages: tuple[str, ...]) -> str | None:
    """Return the one of `languages` that `tag` belongs to by its primary subtag; None if none does."""
    if tag in languages:
        return tag
    return next((each for each in languages if primary(each) == primary(tag)), None)
