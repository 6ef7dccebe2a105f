"""`_headers`: what Netlify, Cloudflare and hosts like them send with each file.

One rule a path, its headers indented under it. It speaks for a whole host: where the site has a
path, the file belongs to the host's root.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.security_policy import header_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.page_lines import PageLines
    from ambassade.public_site import PublicSite


def make(site: PublicSite, pages: PageLines) -> Iterator[tuple[str, bytes]]:
    """Yield `_headers`."""
    lines = []
    for rule in header_rules(site, pages):
        lines += [rule.path, *(f"  {name}: {value}" for name, value in rule.headers)]
    yield "_headers", ("\n".join(lines) + "\n").encode("ascii")
