"""A built site on disk.

In: its folder and public address. Out: its pages, and the file behind an address.
"""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True)
class Site:
    """A folder of built files, and the address that it will be served at (`https://x.org/sub`)."""

    output: Path
    url: str

    @property
    def prefix(self) -> str:
        """The path that every address of the site starts with: `/sub`, or nothing."""
        return urlsplit(self.url).path.rstrip("/")

    def pages(self) -> list[Path]:
        """Every HTML file, in order."""
        return sorted(self.output.rglob("*.html"))

    def place(self, file: Path) -> str:
        """The file's path inside the site, as a fault names it."""
        return file.relative_to(self.output).as_posix()

    def address(self, file: Path) -> str:
        """The public address of a file; that of an index page is its folder's."""
        path = self.place(file)
        if path == "index.html" or path.endswith("/index.html"):
            path = path.removesuffix("index.html")
        return f"{self.url.rstrip('/')}/{path}"

    def contains(self, url: str) -> bool:
        """Whether an absolute address lies within the site."""
        here, there = urlsplit(self.url), urlsplit(url)
        if (here.scheme, here.netloc) != (there.scheme, there.netloc):
            return False
        return there.path == self.prefix or there.path.startswith(f"{self.prefix}/")

    def find(self, url: str) -> Path | None:
        """The file that a plain file server answers with for an address of the site, if any."""
        path = unquote(urlsplit(url).path)[len(self.prefix) :]
        if path == "" and self.prefix == "":
            path = "/"
        if path.endswith("/"):
            path += "index.html"
        file = self.output / path.lstrip("/")
        return file if path and file.is_file() else None
