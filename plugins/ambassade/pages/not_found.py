"""The page for addresses where there is nothing: `404.html`, in the site's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.locale import translations
from ambassade.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.public_site import PublicSite


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield the one page."""
    language = site.settings.default_language
    _ = translations(language).gettext
    yield Page(
        kind="not_found",
        language=language,
        address="404.html",
        title=_("Page not found"),
        description=_("There is no page at this address."),
        content=None,
        indexable=False,
    )
