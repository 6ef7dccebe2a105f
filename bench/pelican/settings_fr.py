"""The site in French."""

from shared import *  # noqa: F403 - settings are names
from shared import read_words

DEFAULT_LANG = "fr"
PREFIX = "fr/"
OUTPUT_PATH = "output/fr/"
WORDS = read_words("fr")
ARTICLE_URL = "fr/reviews/{category}/{slug}/"
ARTICLE_LANG_URL = "reviews/{category}/{slug}/"
CATEGORY_URL = "fr/reviews/{slug}/"
TAG_URL = "fr/topics/{slug}/"
INDEX_URL = "fr/reviews/"
