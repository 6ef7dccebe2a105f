"""Are the sitemaps as the protocol wants them?

In: a built site. Out: faults of form, addresses, dates and size.
That each address leads to a file is checked by `links`.
"""

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.site_checks.dates import is_day_or_moment
from tests.site_checks.site import Site
from tests.site_checks.xml_files import SITEMAP, read_documents, read_text

# The protocol's limits for one file.
MAX_ADDRESSES = 50_000
MAX_BYTES = 50 * 1024 * 1024


def check(output: Path, site_url: str) -> list[str]:
    """Judge every sitemap and sitemap index; a site without any is a fault."""
    site = Site(output, site_url)
    documents, faults = read_documents(site)
    roots = {f"{SITEMAP}urlset": f"{SITEMAP}url", f"{SITEMAP}sitemapindex": f"{SITEMAP}sitemap"}
    found = [(file, root) for file, root in documents if root.tag in roots]
    if not found:
        faults.append(f"{output}: no sitemap")
    for file, root in found:
        entries = root.findall(roots[root.tag])
        judged = [*_judge_size(file, entries), *_judge_entries(site, entries)]
        faults += [f"{site.place(file)}: {fault}" for fault in judged]
    return faults


def _judge_size(file: Path, entries: list[ET.Element]) -> list[str]:
    """Is the sitemap neither empty nor too big?"""
    faults = [] if entries else ["has no entry"]
    if len(entries) > MAX_ADDRESSES:
        faults.append(f"has {len(entries)} addresses, more than {MAX_ADDRESSES}")
    if file.stat().st_size > MAX_BYTES:
        faults.append(f"has {file.stat().st_size} bytes, more than {MAX_BYTES}")
    return faults


def _judge_entries(site: Site, entries: list[ET.Element]) -> list[str]:
    """Is each address the site's own, once, and each date a date?"""
    counts = Counter(read_text(entry, f"{SITEMAP}loc") for entry in entries)
    faults = [f"{loc!r} is there {count} times" for loc, count in counts.items() if count > 1]
    faults += [f"{loc!r} is not within {site.url}" for loc in counts if not site.contains(loc)]
    for entry in entries:
        date = entry.findtext(f"{SITEMAP}lastmod")
        if date is not None and not is_day_or_moment(date.strip()):
            faults.append(f"{read_text(entry, f'{SITEMAP}loc')}: lastmod {date!r} is no date")
    return faults
