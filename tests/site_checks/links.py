"""Does every address within the site lead to a file?

In: a built site. Out: dead links, in pages, CSS, XML and JSON. Addresses of other sites are not
asked. Root-relative links must start with the site's own path.
"""

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.site_checks.addresses import Address, read_all
from tests.site_checks.page import Element, read_elements
from tests.site_checks.site import Site


def check(output: Path, site_url: str) -> list[str]:
    """Judge every address that a file of the site names."""
    site = Site(output, site_url)
    pages = {file: read_elements(file) for file in site.pages()}
    ids = {file: _read_ids(elements) for file, elements in pages.items()}
    faults = [] if pages else [f"{output}: no HTML page at all"]
    for address in read_all(site, pages):
        reference = address.reference
        fault = _judge_form(site, address) or _judge_target(site, address, ids)
        if fault:
            place = site.place(address.file)
            line = f":{reference.line}" if reference.line else ""
            faults.append(f"{place}{line}: {reference.name} {reference.url!r} {fault}")
    return faults


def _judge_form(site: Site, address: Address) -> str | None:
    """What is wrong with an address as it is written, or None."""
    url = address.reference.url.strip()
    parts = urlsplit(url)
    is_rooted = url.startswith("/") and not url.startswith("//")
    if not url:
        return "is empty"
    if parts.scheme == "javascript":
        return "is a script, not an address"
    if address.reference.absolute and not (parts.scheme and parts.netloc):
        return "is not a full address"
    if is_rooted and not parts.path.startswith(f"{site.prefix}/"):
        return f"does not start with the site's path {site.prefix}/"
    if address.file.name == "404.html" and not (is_rooted or parts.scheme or url[0] in "/#"):
        return "is relative, on a page that is shown at any address"
    return None


def _judge_target(site: Site, address: Address, ids: dict[Path, set[str]]) -> str | None:
    """What is wrong with where an address leads, or None."""
    full = urljoin(address.base, address.reference.url.strip())
    if not site.contains(full):
        return None
    file = site.find(full)
    if file is None:
        with_slash = f"{full.partition('#')[0].partition('?')[0]}/"
        return (
            "leads to a folder: end it with a slash"
            if site.find(with_slash)
            else "leads to no file"
        )
    fragment = unquote(urlsplit(full).fragment).partition(":~:")[0]
    if file in ids and fragment not in ids[file] | {"", "top"}:
        return f"names #{fragment}, which {site.place(file)} has not"
    return None


def _read_ids(elements: list[Element]) -> set[str]:
    """Whatever a fragment can point at on a page."""
    return {e.get("id") for e in elements} | {e.get("name") for e in elements if e.tag == "a"}
