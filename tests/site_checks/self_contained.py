"""Does showing a page ask nobody else?

In: a built site. Out: requests to other hosts and `data:` addresses, page by page.
"""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from tests.site_checks.page import read_elements
from tests.site_checks.references import Reference, read_css, read_references
from tests.site_checks.site import Site


def check(output: Path, site_url: str) -> list[str]:
    """Judge what every page and stylesheet makes a browser fetch."""
    site = Site(output, site_url)
    pages = site.pages()
    faults = [] if pages else [f"{output}: no HTML page at all"]
    for file in pages:
        faults += _judge_all(site, file, read_references(read_elements(file)))
    for file in sorted(output.rglob("*.css")):
        faults += _judge_all(site, file, read_css(file.read_text(encoding="utf-8")))
    return faults


def _judge_all(site: Site, file: Path, references: Iterable[Reference]) -> list[str]:
    """The faults of one file's references."""
    place, address = site.place(file), site.address(file)
    return [
        f"{place}:{reference.line}: {reference.name} {reference.url[:80]!r} {fault}"
        for reference in references
        if (fault := _judge(site.url, address, reference))
    ]


def _judge(site_url: str, address: str, reference: Reference) -> str | None:
    """What is wrong with one reference, or None."""
    full = urlsplit(urljoin(address, reference.url.strip()))
    if full.scheme == "data":
        return "is a data: address, which a strict policy for scripts and images refuses"
    if reference.fetched and full.netloc != urlsplit(site_url).netloc:
        return f"asks {full.netloc or full.scheme}, another host"
    return None
