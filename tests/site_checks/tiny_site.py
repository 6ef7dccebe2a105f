"""Tiny sites for the tests of the checks.

In: files as texts, nodes as dicts. Out: a folder, and pages that are faultless until a test
breaks one.
"""

import json
from pathlib import Path

URL = "https://x.org/sub"
Node = dict[str, object]


def write_site(folder: Path, files: dict[str, str]) -> Path:
    """Write each text under its path, and return the folder."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def write_page(body: str = "<p>Hello</p>", head: str = "") -> str:
    """A valid page."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Page</title>\n'
        f"{head}\n</head>\n<body>\n<h1>Page</h1>\n{body}\n</body>\n</html>\n"
    )


def write_json_ld(*nodes: Node) -> str:
    """A JSON-LD script with these nodes as its graph."""
    return write_script(json.dumps({"@context": "https://schema.org", "@graph": nodes}))


def write_script(text: str) -> str:
    """A JSON-LD script with this very text."""
    return f'<script type="application/ld+json">{text}</script>'
