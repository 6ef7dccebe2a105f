"""Which addresses do a site's files name?

In: a built site. Out: each address, with its file and what it is read against. Pages (their
JSON-LD too), stylesheets, sitemaps, Atom feeds, JSON files and robots.txt are read.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from tests.site_checks.page import Element
from tests.site_checks.references import Reference, read_css, read_references
from tests.site_checks.site import Site
from tests.site_checks.xml_files import read_addresses, read_documents


@dataclass(frozen=True)
class Address:
    """A reference, the file that holds it, and the address that it is read against."""

    file: Path
    base: str
    reference: Reference


def read_all(site: Site, pages: dict[Path, list[Element]]) -> Iterator[Address]:
    """Every address that a file of the site names; `pages` are the HTML files, already read."""
    for file, elements in pages.items():
        base = urljoin(site.address(file), read_base(elements))
        for reference in read_references(elements):
            yield Address(file, base, reference)
        for reference in _read_json_ld(site, elements):
            yield Address(file, base, reference)
    for pattern, read in (
        ("*.css", _read_stylesheet),
        ("*.json", _read_json),
        ("robots.txt", _read_robots),
    ):
        for file in sorted(site.output.rglob(pattern)):
            for reference in read(file.read_text(encoding="utf-8")):
                yield Address(file, site.address(file), reference)
    for file, root in read_documents(site)[0]:
        for name, url in read_addresses(root):
            yield Address(file, site.address(file), Reference(url, name, 0, absolute=True))


def read_base(elements: list[Element]) -> str:
    """The page's `<base href>`, which its relative addresses are read against."""
    return next((e.get("href") for e in elements if e.tag == "base"), "")


def _read_stylesheet(text: str) -> Iterator[Reference]:
    return read_css(text)


def _read_json(text: str) -> Iterator[Reference]:
    """Every text under a key `url`; JSON that does not parse reads as an empty one, a fault."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        yield Reference("", f"no JSON ({error}), so its url", 0)
        return
    for key, url in _read_texts(value):
        if key == "url":
            yield Reference(url, key, 0)


def _read_json_ld(site: Site, elements: list[Element]) -> Iterator[Reference]:
    """Every value that is an address of the site; ids name things and need not lead anywhere."""
    for element in elements:
        if element.tag != "script" or element.get("type") != "application/ld+json":
            continue
        try:
            value = json.loads(element.text)
        except json.JSONDecodeError:
            continue  # json_ld reports it
        for key, text in _read_texts(value):
            if key != "@id" and site.contains(text) and not set(text) & set(" \n"):
                yield Reference(text.partition("#")[0], f"JSON-LD {key}", element.line)


def _read_robots(text: str) -> Iterator[Reference]:
    """The sitemaps that robots.txt names."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.lower().startswith("sitemap:"):
            url = line.partition(":")[2].strip()
            yield Reference(url, "Sitemap", number, absolute=True)


def _read_texts(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a JSON value, with the nearest key above it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _read_texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _read_texts(inner, key)
    elif isinstance(value, str):
        yield key, value
