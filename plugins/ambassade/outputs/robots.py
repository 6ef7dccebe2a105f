"""robots.txt (RFC 9309): everybody is welcome, the crawlers of AI companies unless set otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.ids import make_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.page_lines import PageLines
    from ambassade.public_site import PublicSite

AI_CRAWLERS = (
    "AI2Bot",
    "Amazonbot",
    "anthropic-ai",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ChatGPT-User",
    "Claude-SearchBot",
    "Claude-User",
    "ClaudeBot",
    "cohere-ai",
    "Diffbot",
    "DuckAssistBot",
    "FacebookBot",
    "Google-Extended",
    "GPTBot",
    "Meta-ExternalAgent",
    "MistralAI-User",
    "OAI-SearchBot",
    "Perplexity-User",
    "PerplexityBot",
    "YouBot",
)


def make(site: PublicSite, pages: PageLines) -> Iterator[tuple[str, bytes]]:  # noqa: ARG001
    """Yield robots.txt. It speaks for a whole host only where the site has no path."""
    lines = ["User-agent: *", "Allow: /", ""]
    if site.settings.ai_crawlers == "block":
        lines += [f"User-agent: {name}" for name in AI_CRAWLERS]
        lines += [f"Disallow: {site.settings.base}/", ""]
    lines += [f"Sitemap: {make_ids(site.settings).url('sitemap.xml')}", ""]
    yield "robots.txt", "\n".join(lines).encode()
