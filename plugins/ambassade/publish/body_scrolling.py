"""What is wide in the bodies of stories and pages, code and tables: reached, and scrolled, by the keyboard.

In: the HTML that Pelican made. Out: the same, each `<pre>` and `<table>` with a `tabindex` unless it has one.
"""

from __future__ import annotations

import re
from typing import Final

from ambassade.markup.start_tags import list_start_tags

# What is no text of the body is found first, and stays: without its end, all that follows, as in browsers.
_WIDE: Final = re.compile(
    r"<(template|script|style|svg|textarea)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)"
    r"|<(?P<name>pre|table)\b(?!-)(?P<within>(?:\"[^\"]*\"|'[^']*'|[^\"'<>])*+)>",
    re.DOTALL | re.IGNORECASE,
)


def let_scroll(html: str) -> str:
    """Return `html` with its code and tables where the tab key stops."""
    return _WIDE.sub(_reach, html)


def _reach(found: re.Match[str]) -> str:
    if found["name"] is None or any("tabindex" in given for _, given in list_start_tags(found[0])):
        return found[0]
    return f'<{found["name"]} tabindex="0"{found["within"]}>'
