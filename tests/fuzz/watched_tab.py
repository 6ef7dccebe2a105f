"""A browser's tab in which everything that a page should not do is written down."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Dialog, Page, Route

# What Chromium's own parser makes of a page, without running it: what could run, what leads where.
_LOOK = """async ([base, addresses]) => {
  const looked = [], waiting = [...addresses];
  async function lookAtOneAfterTheOther() {
    while (waiting.length) looked.push(await lookAt(waiting.shift()));
  }
  async function lookAt(address) {
    const text = await (await fetch(base + address)).text();
    const page = new DOMParser().parseFromString(text, "text/html");
    const faults = [];
    for (const element of page.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        if (/^on|^style$|^srcdoc$|^formaction$/.test(name)) faults.push(`${name}=${value}`);
        if (/^(href|src|action|xlink:href|data|poster|cite)$/.test(name)) {
          const { protocol } = new URL(value, "https://example.com/");
          const isHarmless = ["https:", "http:", "mailto:", "tel:"].includes(protocol);
          if (!isHarmless) faults.push(`${name}=${value}`);
        }
      }
    }
    const odd = "iframe, object, embed, base, style, form[action], svg script";
    for (const element of page.querySelectorAll(odd)) {
      faults.push(element.outerHTML.slice(0, 100));
    }
    const data = [];
    for (const script of page.scripts) {
      const isOurs = !script.textContent.trim() && script.getAttribute("src")?.startsWith("/theme/");
      if (script.type === "application/ld+json") data.push(script.textContent);
      else if (!isOurs) faults.push(script.outerHTML);
    }
    for (const script of [...page.scripts]) script.remove();
    return { address, faults, data, words: page.body.textContent };
  }
  await Promise.all(Array.from({ length: 6 }, lookAtOneAfterTheOther));
  return looked;
}"""


@dataclass  # without slots: Playwright keeps its wrappers in it
class WatchedTab:
    """A tab, the address of the site it looks at, and what went wrong in it."""

    page: Page
    base: str
    faults: list[str] = field(default_factory=list)

    def visit(self, address: str) -> None:
        """Load a page and let its scripts run; a `#`, `?` or script of its own would show."""
        self.page.goto(self.base + address)
        self.page.wait_for_load_state("load")

    def look(self, addresses: list[str]) -> list[dict[str, Any]]:
        """Return what Chromium reads in these pages: faults, structured data, words, title."""
        found: list[dict[str, Any]] = self.page.evaluate(_LOOK, [self.base, addresses])
        return found

    def _dismiss(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog {dialog.message} at {self.page.url}")
        dialog.dismiss()

    def _abort(self, route: Route) -> None:
        self.faults.append(f"asked {route.request.url} at {self.page.url}")
        route.abort()

    def watch(self) -> None:
        """Write down dialogs, errors, words in the console, and requests to others."""
        page = self.page
        page.on("dialog", self._dismiss)
        page.on("pageerror", lambda error: self.faults.append(f"{error} at {page.url}"))
        page.on("console", lambda said: self.faults.append(f"{said.text} at {page.url}"))
        page.on("popup", lambda popup: self.faults.append(f"opened {popup.url} at {page.url}"))
        # A pattern, and no function: the browser would wait for Python at each file it asks for.
        page.route(re.compile(f"^(?!{re.escape(self.base)}/)"), self._abort)


@contextmanager
def watched_tab(browser: Browser, base: str, *, scripts: bool = True) -> Iterator[WatchedTab]:
    """Open a tab on the site at `base`; with `scripts` off, without JavaScript."""
    context = browser.new_context(java_script_enabled=scripts)
    context.set_default_timeout(20_000)
    tab = WatchedTab(context.new_page(), base)
    tab.watch()
    try:
        yield tab
    finally:
        context.close()
