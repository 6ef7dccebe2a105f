"""A real browser and a real server for tests.

Out: a Chromium that asks nobody, and the address of a folder served on this machine.
`python -m tests.chromium` prints where Chromium is, or fails with one line.
"""

import io
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import BinaryIO

from playwright.sync_api import Browser, Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# At once: where a page scrolls smoothly, it takes seconds to its end.
_SEE_ALL = """async () => {
  for (const image of document.images) {
    if (!image.checkVisibility()) continue;
    image.scrollIntoView({behavior: 'instant'});
    if (!image.complete) await new Promise((done) => { image.onload = image.onerror = done; });
  }
  scrollTo({top: document.body.scrollHeight, behavior: 'instant'});
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return true;
}"""
LINGER = 0.02  # in seconds: how long a server goes on after its block has ended


def find_chromium() -> str | None:
    """The path of a Chromium on this machine, if there is one."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A headless Chromium, closed at the end."""
    path = find_chromium()
    if path is None:
        raise FileNotFoundError("Chromium is not in PATH: `make test` installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def see_all(page: Page) -> None:
    """Bring each picture of a page into sight until it has come or was refused, then the page's end."""
    page.wait_for_function(_SEE_ALL)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder under a path prefix, and says nothing of it."""

    def __init__(self, *args: object, prefix: str, directory: str) -> None:
        self.prefix = prefix
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """The file to send; outside the prefix there is none."""
        if not self.path.startswith(f"{self.prefix}/"):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def translate_path(self, path: str) -> str:
        """The file behind a path, the prefix taken off."""
        return super().translate_path(path.removeprefix(self.prefix))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet: a test's output is the test's."""


@contextmanager
def serve(folder: Path, prefix: str = "") -> Iterator[str]:
    """Serve a folder at a free port of this machine.

    Yields the address, prefix included, without a slash at the end.
    """
    handler = partial(_Handler, prefix=prefix.rstrip("/"), directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, args=(LINGER,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix.rstrip('/')}"
        finally:
            server.shutdown()


def main() -> int:
    """Print where Chromium is; 1 if it is nowhere."""
    path = find_chromium()
    sys.stdout.write(f"{path or 'Chromium is not in PATH'}\n")
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
