"""What both languages' settings share. The same pages as Ambassade makes, without any plugin."""

import json
import re
import tomllib
from pathlib import Path

_HERE = Path(__file__).parent

SITENAME = "Bench reviews"
SITEURL = "https://bench.example.com"
FEED_DOMAIN = SITEURL
TIMEZONE = "UTC"
PATH = "content"
THEME = "theme"
STATIC_PATHS: list[str] = []
ARTICLE_EXCLUDES = ["pages"]
USE_FOLDER_AS_CATEGORY = False
FORMATTED_FIELDS = ["reply"]
MARKDOWN = {"extensions": ["markdown.extensions.meta"], "output_format": "html5"}

DIRECT_TEMPLATES = ["home", "index", "tags", "404", "sitemap"]
PAGINATED_TEMPLATES = {"index": 20, "category": 20, "tag": 20}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
)
HOME_SAVE_AS = "index.html"
INDEX_SAVE_AS = "reviews/index.html"
TAGS_SAVE_AS = "topics/index.html"
SITEMAP_SAVE_AS = "sitemap.xml"
CATEGORY_SAVE_AS = "reviews/{slug}/index.html"
TAG_SAVE_AS = "topics/{slug}/index.html"
PAGE_SAVE_AS = "{slug}/index.html"
ARTICLE_SAVE_AS = "reviews/{category}/{slug}/index.html"
# A review has a page in its own language only; the other language's build does not write it.
ARTICLE_LANG_SAVE_AS = ""
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = ARCHIVES_SAVE_AS = CATEGORIES_SAVE_AS = ""

FEED_MAX_ITEMS = 50
FEED_ALL_ATOM = "feeds/reviews.atom.xml"
CATEGORY_FEED_ATOM = "feeds/items/{slug}.atom.xml"
TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

ITEMS = json.loads((_HERE / "items.json").read_text(encoding="utf-8"))


def read_words(language: str) -> dict[str, str]:
    """Return the words of the pages: those of the Hugo site, with places as Python writes them."""
    words = tomllib.loads((_HERE / "i18n" / f"{language}.toml").read_text(encoding="utf-8"))
    return {key: re.sub(r"{{ \.(\w+) }}", r"{\1}", text) for key, text in words.items()}
