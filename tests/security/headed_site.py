"""A folder served as a host that heeds `_headers` serves it; and that file read without our code.

Out: the rules as (path, headers), held against what Cloudflare and Netlify take; an address.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

from tests.chromium import LINGER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Rules = list[tuple[str, list[tuple[str, str]]]]
MOST_RULES, LONGEST_LINE = 100, 2_000
_PATH = re.compile(r"/[\w./%~-]*\*?", re.ASCII)
_HEADER = re.compile(r"  ([A-Z][A-Za-z-]+): (\S(?:.*\S)?)", re.ASCII)


def parse_headers(text: str) -> Rules:
    """Return the rules of a `_headers`; fail at what a host would not take."""
    rules: Rules = []
    assert text.isascii()
    for line in text.splitlines():
        assert len(line) <= LONGEST_LINE, line
        if line.startswith("/"):
            assert _PATH.fullmatch(line), line
            rules.append((line, []))
        else:
            found = _HEADER.fullmatch(line)
            assert found, line
            rules[-1][1].append((found[1], found[2]))
    assert len(rules) <= MOST_RULES
    assert all(headers for _, headers in rules)
    return rules


def headers_of(rules: Rules, path: str) -> list[tuple[str, str]]:
    """Return every header of every rule that fits, as Cloudflare sends them."""
    return [
        header
        for pattern, headers in rules
        if pattern == path or (pattern.endswith("*") and path.startswith(pattern[:-1]))
        for header in headers
    ]


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: object, rules: Rules, directory: str) -> None:
        self.rules, self.root = rules, directory
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def end_headers(self) -> None:
        for name, value in headers_of(self.rules, self.path.partition("?")[0]):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet: a test's output is the test's."""


@contextmanager
def serve_with_headers(folder: Path) -> Iterator[str]:
    """Serve `folder` with the headers that its `_headers` asks for; yield the address."""
    rules = parse_headers((folder / "_headers").read_text("utf-8"))
    handler = partial(_Handler, rules=rules, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, args=(LINGER,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
