"""The headers of a site as nginx wants them: a file to include in a `server` block.

In: what is published. Out: the snippet. It uses no `location`, so that it gets in the way of none;
the words of a host's own `location`s may undo it, which docs/security.md tells.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ambassade.security_policy import (
    ANY_ORIGIN,
    FINGERPRINTED,
    FOR_GOOD,
    READ_BY_OTHERS,
    folders_for_others,
    headers_everywhere,
    headers_for_others,
    headers_of_own,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ambassade.public_site import PublicSite

_HEAD = """\
# What nginx sends with the pages of {url}
# Made by `ambassade headers`: do not edit it, make it anew after a build that has new films.
# In the server block:
#     include /etc/nginx/snippets/ambassade.conf;
# A location with an add_header of its own would send none of these: put that header into the server block.
"""


def make_nginx_snippet(site: PublicSite) -> str:
    """Return the snippet."""
    # nginx decodes a path before it compares it.
    base = re.escape(unquote(site.settings.base)).replace('"', r"\"")
    own, others = dict(headers_of_own(site)), dict(headers_for_others(site))
    varying = {**own, ANY_ORIGIN[0]: "", FOR_GOOD[0]: ""}
    lines = [_HEAD.format(url=site.settings.site_url)]
    lines += [f'set {_variable(name)} "{value}";' for name, value in varying.items()]
    lines += _where(base, folders_for_others(site), others.items())
    lines += _where(base, READ_BY_OTHERS, [ANY_ORIGIN])
    lines += _where(base, FINGERPRINTED, [FOR_GOOD])
    lines += ["", "# nginx sends no header whose value is empty."]
    lines += [
        f'add_header {name} "{value}" always;' for name, value in headers_everywhere(site.settings)
    ]
    lines += [f"add_header {name} {_variable(name)} always;" for name in varying]
    return "\n".join(lines) + "\n"


def _where(base: str, folders: Iterable[str], headers: Iterable[tuple[str, str]]) -> Iterator[str]:
    names = "|".join(map(re.escape, folders))
    if names:
        yield f'if ($uri ~ "^{base}/({names})/") {{'
        yield from (f'    set {_variable(name)} "{value}";' for name, value in headers)
        yield "}"


def _variable(header: str) -> str:
    return f"$ambassade_{header.lower().replace('-', '_')}"
