"""Languages: which tags are real, and which language of the site a tag belongs to."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale
from babel.core import parse_locale


@lru_cache(maxsize=1024)
def is_language_tag(tag: str) -> bool:
    """Tell whether `tag` is a BCP 47 tag whose subtags CLDR knows (`fr`, `fr-CA`, `zh-Hans`)."""
    try:
        language, territory, script, *_ = parse_locale(tag, sep="-")
    except ValueError:
        return False
    known = Locale("en")
    return (
        tag.isascii()
        and language in known.languages
        and (territory is None or territory in known.territories)
        and (script is None or script in known.scripts)
    )


def primary(tag: str) -> str:
    """Return the primary subtag: `fr` of `fr-CA`."""
    return tag.partition("-")[0].lower()


def match_language(tag: str, languages: tuple[str, ...]) -> str | None:
    """Return the one of `languages` that `tag` belongs to by its primary subtag; None if none does."""
    if tag in languages:
        return tag
    return next((each for each in languages if primary(each) == primary(tag)), None)
