"""Reading a site's XML.

In: a folder. Out: its documents, and faults for those that do not parse.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.site_checks.site import Site

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def read_documents(site: Site) -> tuple[list[tuple[Path, ET.Element]], list[str]]:
    """Each XML file with its root element, and one fault for each that is not well-formed."""
    documents: list[tuple[Path, ET.Element]] = []
    faults: list[str] = []
    for file in sorted(site.output.rglob("*.xml")):
        try:
            documents.append((file, ET.parse(file).getroot()))
        except ET.ParseError as error:
            faults.append(f"{site.place(file)}: not well-formed: {error}")
    return documents, faults


def read_text(element: ET.Element, tag: str) -> str:
    """The trimmed text of a child, or nothing."""
    return (element.findtext(tag) or "").strip()


def read_addresses(root: ET.Element) -> Iterator[tuple[str, str]]:
    """Every address that a sitemap or an Atom feed links to, with the name of what holds it."""
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        if name == "link" and "href" in element.attrib:
            yield "link", element.attrib["href"]
        elif name in {"loc", "icon", "logo"}:
            yield name, (element.text or "").strip()
