"""`/api/v1/ledger.json`: what was received, shown and held back, on the whole, by item and year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.page_lines import PageLines
    from ambassade.public import Ledger
    from ambassade.public_site import PublicSite


def make(site: PublicSite, pages: PageLines) -> Iterator[tuple[str, bytes]]:  # noqa: ARG001
    """Yield the one file."""
    items = [
        {
            "identifier": item.slug,
            "collection": item.item.collection,
            "shown": len(item.reviews),
            **_numbers(item.ledger),
            "years": {str(year): _numbers(ledger) for year, ledger in item.by_year.items()},
        }
        for item in site.items
    ]
    whole = {"shown": len(site.reviews), **_numbers(site.ledger), "items": items}
    yield "api/v1/ledger.json", msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def _numbers(ledger: Ledger) -> dict[str, Any]:
    return {
        "received": ledger.received,
        **ledger.by_status,
        "withheldByGround": dict(ledger.by_ground),
        "answered": ledger.answered,
        "medianDaysToPublish": ledger.days_to_publish,
        "medianDaysToReply": ledger.days_to_reply,
    }
