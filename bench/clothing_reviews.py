"""Turn a shop's real reviews into a complete Ambassade site.

    python bench/clothing_reviews.py CSV FOLDER

In: the CSV of "Women's E-Commerce Clothing Reviews" (public domain, CC0), or its first rows.
Out: a site in FOLDER, which must be new or empty: settings, a legal page, an item for each
article, a file for each review. The same CSV gives the same bytes. Each file is read back and
compared before the next is written.

Title, text and rating of a review are the customer's to the letter. The publisher of the CSV
removed names and dates, so:

- every author is anonymous: `name` is a stand-in, and `display` keeps even that from the world;
- **every date is invented**: one review a day in the order of the rows, over and over again;
- no consent is on record, for none is known. `ambassade check` says so, once a review;
- an article is called after its class and number (`Dresses 1078`), a review's file after its
  title, or four letters that come from a hash where the title has no words.

Department and class are the article's category, the department is each review's topic. The age of
the customer, the division, "recommended" and the votes for a review have no place in a review's
file and are left out.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import yaml

STAND_IN = "Anonymous"
FIRST_DAY = date(2024, 1, 1)
DAYS = 1000
LONGEST_SLUG = 48
LETTERS = "bcdfghjklmnpqrstvwxz"  # without vowels four letters make no name
ARGUMENTS = 2

Row = dict[str, str]

SETTINGS = '''\
"""A clothing shop, with real reviews: made by bench/clothing_reviews.py of Ambassade."""

SITEURL = "https://clothing.example.com"
SITENAME = "Clothing reviews (bench)"
DEFAULT_LANG = "en"
LANGUAGES = ["en"]
TIMEZONE = "UTC"
COMPANY = {
    "type": "Organization",
    "name": "The clothing shop",
    "description": "Real reviews of a clothing shop that is not named. Their dates are invented.",
}
HEADLINE = "What customers say about the clothes"
TAGLINE = "Every review of the data set, good and bad, word for word. The dates are invented."
REVIEW_POLICY = {
    "collection": "The reviews come from the data set “Women’s E-Commerce Clothing Reviews”, "
    "which its owner gave to the public domain (CC0).",
    "verification": "Nothing is known of how the shop checked them: none is marked as verified.",
    "moderation": "None was left out.",
}
PATH = "content"
OUTPUT_PATH = "output"
PLUGINS = ["ambassade"]
'''

LEGAL_PAGE = """\
Title: Legal notice
Slug: legal-notice
Lang: en
Summary: Where the words on this site come from.

This site measures and tries Ambassade. It sells nothing, and no shop stands behind it.

The reviews are real. They are taken, word for word, from the data set "Women's E-Commerce Clothing
Reviews", which its owner published under CC0 1.0 (public domain), without names and dates. The
dates shown here are invented. Reports go to those who run this copy of the site.
"""


class Words(str):
    """A customer's words, written as a block that can be read and compared."""

    __slots__ = ()


class Writer(yaml.SafeDumper):
    """Writes words as blocks."""


def represent_words(writer: Writer, words: Words) -> yaml.ScalarNode:
    """Return the node of words: lines as they are, or one long line folded."""
    return writer.represent_scalar(
        "tag:yaml.org,2002:str", str(words), "|" if "\n" in words else ">"
    )


Writer.add_representer(Words, represent_words)


def read_rows(path: Path) -> dict[str, list[Row]]:
    """Return the rows of each item's folder name; a row knows its number in the file."""
    by_item: dict[str, list[Row]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            row["number"] = str(number)
            by_item[make_slug(f"{row['Class Name'] or 'Item'} {row['Clothing ID']}")].append(row)
    return by_item


def make_slug(text: str) -> str:
    """Return the first words of `text` as an address has them."""
    words = re.findall("[a-z0-9]+", text.lower().replace("'", ""))
    slug = ""
    for word in words:
        if len(slug) + len(word) >= LONGEST_SLUG:
            break
        slug = f"{slug}-{word}" if slug else word
    return slug


def make_letters(row: Row) -> str:
    """Return four letters that look random and are always the same for the same row."""
    digest = sha256(f"{row['number']} {row['Review Text']}".encode()).digest()
    return "".join(LETTERS[byte % len(LETTERS)] for byte in digest[:4])


def name_review(row: Row, taken: set[str]) -> str:
    """Return a slug that no other review of the item has, and that does not name its author."""
    slug = make_slug(row["Title"])
    if STAND_IN.lower() in slug.split("-"):
        slug = ""
    if not slug or slug in taken:
        slug = f"{slug}-{make_letters(row)}".strip("-")
    if slug in taken:
        slug = f"{slug}-{row['number']}"
    taken.add(slug)
    return slug


def make_item(row: Row) -> dict[str, object]:
    """Return the item that a row is about."""
    kind = row["Class Name"] or "Item"
    parts = dict.fromkeys(part for part in (row["Department Name"], kind) if part)
    return {
        "type": "Product",
        "name": f"{kind} {row['Clothing ID']}",
        "sku": row["Clothing ID"],
        "category": " > ".join(parts),
        "collection": "complete",
    }


def make_review(row: Row) -> dict[str, object]:
    """Return the review in a row; what the row leaves empty is left out."""
    words = Words(row["Review Text"])
    review = {
        "author": {"name": STAND_IN, "display": "anonymous"},
        "reviewRating": int(row["Rating"]),
        "name": row["Title"],
        "reviewBody": words,
        "keywords": [row["Department Name"]] if row["Department Name"] else [],
        "provenance": {"source": "import"},
    }
    return {key: value for key, value in review.items() if value}


def write_yaml(path: Path, record: dict[str, object]) -> None:
    """Write a record; fail unless it reads back the same."""
    text = yaml.dump(record, Dumper=Writer, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(text, encoding="utf-8", newline="\n")
    if yaml.safe_load(path.read_text(encoding="utf-8")) != record:
        message = f"{path} does not read back as it was written."
        raise ValueError(message)


def write_item(folder: Path, rows: list[Row]) -> None:
    """Write an item and all its reviews."""
    folder.mkdir(parents=True)
    write_yaml(folder / "item.yaml", make_item(rows[0]))
    taken: set[str] = set()
    for row in rows:
        day = FIRST_DAY + timedelta(days=int(row["number"]) % DAYS)
        write_yaml(folder / f"{day}-{name_review(row, taken)}.yaml", make_review(row))


def write_site(source: Path, folder: Path) -> int:
    """Write the whole site; return how many reviews it has."""
    if folder.exists() and any(folder.iterdir()):
        message = f"{folder} is not empty."
        raise FileExistsError(message)
    by_item = read_rows(source)
    pages = folder / "content" / "pages"
    pages.mkdir(parents=True)
    (folder / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    (pages / "legal-notice.md").write_text(LEGAL_PAGE, encoding="utf-8")
    for slug, rows in by_item.items():
        write_item(folder / "reviews" / slug, rows)
    return sum(map(len, by_item.values()))


def main(arguments: list[str]) -> int:
    """Write the site that the command line asks for; return the exit code."""
    if len(arguments) != ARGUMENTS:
        sys.stderr.write("Usage: python bench/clothing_reviews.py CSV FOLDER\n")
        return 2
    source, folder = map(Path, arguments)
    try:
        count = write_site(source, folder)
    except (OSError, ValueError, KeyError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{count} reviews are in {folder}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
