"""Are the Atom feeds valid?

In: a built site. Out: faults against RFC 4287, ids used twice, and feeds too big to read.
That each link leads to a file is checked by `links`.
"""

from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.site_checks.dates import is_moment
from tests.site_checks.site import Site
from tests.site_checks.xml_files import ATOM, read_documents, read_text

# No standard sets a limit; readers fetch a feed every hour, and some give up on several megabytes.
MAX_BYTES = 2 * 1024 * 1024


def check(output: Path, site_url: str) -> list[str]:
    """Judge every Atom feed; a site without any is a fault."""
    site = Site(output, site_url)
    documents, faults = read_documents(site)
    feeds = [(file, root) for file, root in documents if root.tag == f"{ATOM}feed"]
    if not feeds:
        faults.append(f"{output}: no Atom feed")
    for file, root in feeds:
        judged = _judge_feed(root)
        if file.stat().st_size > MAX_BYTES:
            judged.append(f"has {file.stat().st_size} bytes, more than {MAX_BYTES}")
        faults += [f"{site.place(file)}: {fault}" for fault in judged]
    return faults + _judge_ids(site, feeds)


def _judge_feed(root: ET.Element) -> list[str]:
    """The feed's own elements, then each entry's."""
    faults = [f"feed {fault}" for fault in _judge_required(root)]
    entries = root.findall(f"{ATOM}entry")
    if not _links_to(root, "self"):
        faults.append("feed has no link rel=self")
    for number, entry in enumerate(entries, start=1):
        name = f"entry {number}"
        faults += [f"{name} {fault}" for fault in _judge_required(entry)]
        if not (_has_author(root) or _has_author(entry)):
            faults.append(f"{name} has no author, and neither has the feed")
        if entry.find(f"{ATOM}content") is None and not _links_to(entry, "alternate"):
            faults.append(f"{name} has neither content nor a link")
        published = entry.findtext(f"{ATOM}published")
        if published is not None and not is_moment(published.strip()):
            faults.append(f"{name} published {published!r} is no date and time with a zone")
    ids = Counter(read_text(entry, f"{ATOM}id") for entry in entries)
    return faults + [f"id {name!r} is there {n} times" for name, n in ids.items() if n > 1]


def _judge_required(element: ET.Element) -> list[str]:
    """What every feed and every entry must have: id, title and updated, once each."""
    faults = [
        f"has not exactly one {name} with text"
        for name in ("id", "title", "updated")
        if len(element.findall(f"{ATOM}{name}")) != 1 or not read_text(element, f"{ATOM}{name}")
    ]
    updated = read_text(element, f"{ATOM}updated")
    if updated and not is_moment(updated):
        faults.append(f"updated {updated!r} is no date and time with a zone")
    return faults


def _has_author(element: ET.Element) -> bool:
    return bool(read_text(element, f"{ATOM}author/{ATOM}name"))


def _links_to(element: ET.Element, relation: str) -> bool:
    """Whether there is a link of this relation; a link without one is an alternate."""
    links = element.findall(f"{ATOM}link")
    return any(link.get("href") and link.get("rel", "alternate") == relation for link in links)


def _judge_ids(site: Site, feeds: list[tuple[Path, ET.Element]]) -> list[str]:
    """Two feeds with one id are one feed to a reader."""
    ids = Counter(read_text(root, f"{ATOM}id") for _, root in feeds)
    return [
        f"{site.place(file)}: another feed has the same id {name!r}"
        for file, root in feeds
        if ids[name := read_text(root, f"{ATOM}id")] > 1
    ]
