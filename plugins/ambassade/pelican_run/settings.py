"""What must be so in Pelican's settings: reviews are no articles, and every page is ours."""

from __future__ import annotations

from typing import Any

OURS: dict[str, Any] = {
    "ARTICLE_PATHS": ["stories"],
    "PAGE_PATHS": ["pages"],
    "THEME_STATIC_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "OUTPUT_SOURCES": False,
    "RELATIVE_URLS": False,
    "INDEX_SAVE_AS": "index.html",
    # There are no such pages: a link to one is found by its braces.
    "AUTHOR_URL": "{{author}}{name}",
    "CATEGORY_URL": "{{category}}{name}",
    "TAG_URL": "{{tag}}{name}",
    "DELETE_OUTPUT_DIRECTORY": False,
    "FEED_ALL_ATOM": None,
    "FEED_ALL_RSS": None,
    "FEED_ATOM": None,
    "FEED_RSS": None,
    "CATEGORY_FEED_ATOM": None,
    "CATEGORY_FEED_RSS": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
    "TAG_FEED_ATOM": None,
    "TAG_FEED_RSS": None,
    "TRANSLATION_FEED_ATOM": None,
    "TRANSLATION_FEED_RSS": None,
}
_NOT_WRITTEN = (
    *(f"{kind}_SAVE_AS" for kind in ("ARTICLE", "PAGE", "DRAFT", "DRAFT_PAGE")),
    *(f"{kind}_LANG_SAVE_AS" for kind in ("ARTICLE", "PAGE", "DRAFT", "DRAFT_PAGE")),
    *(f"{kind}_SAVE_AS" for kind in ("AUTHOR", "CATEGORY", "TAG")),
    *(f"{kind}_ARCHIVE_SAVE_AS" for kind in ("YEAR", "MONTH", "DAY")),
)


def own(settings: dict[str, Any]) -> None:
    """Change Pelican's `settings` so that it reads bodies and writes nothing but static files."""
    settings.update(OURS)
    settings.update(dict.fromkeys(_NOT_WRITTEN, ""))
    settings.update(_addresses(settings))
    paths = settings["STATIC_PATHS"]
    # What is no list is for Pelican to refuse.
    if isinstance(paths, list | tuple | set):
        settings["STATIC_PATHS"] = [
            path for path in paths if str(path).strip("./") not in {"", "images"}
        ]


def _addresses(settings: dict[str, Any]) -> dict[str, str]:
    set_ones = settings.get("ADDRESSES") or {}
    story = str(set_ones.get("story", "stories/{story}/")).replace("{story}", "{slug}")
    page = str(set_ones.get("page", "{page}/")).replace("{page}", "{slug}")
    return {
        "ARTICLE_URL": story,
        "PAGE_URL": page,
        "ARTICLE_LANG_URL": f"{{lang}}/{story}",
        "PAGE_LANG_URL": f"{{lang}}/{page}",
    }
