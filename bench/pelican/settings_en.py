"""The site in English."""

from shared import *  # noqa: F403 - settings are names
from shared import read_words

DEFAULT_LANG = "en"
PREFIX = ""
OUTPUT_PATH = "output/"
WORDS = read_words("en")
ARTICLE_URL = "reviews/{category}/{slug}/"
ARTICLE_LANG_URL = "fr/reviews/{category}/{slug}/"
CATEGORY_URL = "reviews/{slug}/"
TAG_URL = "topics/{slug}/"
INDEX_URL = "reviews/"
DIRECT_TEMPLATES = ["home", "index", "tags", "404", "sitemap", "api"]
API_SAVE_AS = "api/v1/items.json"
