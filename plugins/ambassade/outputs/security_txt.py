"""`/.well-known/security.txt` (RFC 9116): whom to tell of a weakness, where SECURITY_TXT says so.

`Expires` comes from the setting: no build writes the time at which it ran.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.page_lines import PageLines
    from ambassade.public_site import PublicSite

PATH = ".well-known/security.txt"


def make(site: PublicSite, pages: PageLines) -> Iterator[tuple[str, bytes]]:  # noqa: ARG001
    """Yield the file; nothing without the setting. It is asked for at the root of a host alone."""
    given = site.settings.security_txt
    if given is None or not given.contact:
        return
    address = urlsplit(site.settings.site_url)
    fields = [
        *(("Contact", contact) for contact in given.contact),
        ("Expires", f"{given.expires.isoformat()}T23:59:59Z"),
        ("Encryption", given.encryption),
        ("Acknowledgments", given.acknowledgments),
        ("Preferred-Languages", ", ".join(given.preferred_languages)),
        ("Canonical", f"{address.scheme}://{address.netloc}/{PATH}"),
        ("Policy", given.policy),
    ]
    yield PATH, "".join(f"{name}: {value}\n" for name, value in fields if value).encode()
