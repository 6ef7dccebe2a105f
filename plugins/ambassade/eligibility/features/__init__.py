"""The search features, in the order in which they are told: one a file.

Each `look(page, nodes, site)` returns a verdict from the page's structured data; None where the
feature is not about such a page. Only the reasons for a "not" are looked up in public records.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.eligibility.features import (
    article,
    breadcrumb,
    logo,
    merchant_listing,
    product_snippet,
    review_snippet,
    search_results,
    site_name,
    software_app,
    video,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ambassade.eligibility.verdict import Verdict
    from ambassade.json_ld import Node
    from ambassade.page import Page
    from ambassade.public_site import PublicSite

    Look = Callable[[Page, Sequence[Node], PublicSite], Verdict | None]

FEATURES: tuple[Look, ...] = (
    review_snippet.look,
    product_snippet.look,
    merchant_listing.look,
    software_app.look,
    article.look,
    video.look,
    breadcrumb.look,
    logo.look,
    site_name.look,
)
# Of a page that search engines are kept out of, nothing else need be told.
FIRST: Look = search_results.look
