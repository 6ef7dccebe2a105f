"""Which parts of a review the site may show today: status, consent and retention together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.consent import NOTHING, allowed_parts, is_past_retention

if TYPE_CHECKING:
    from ambassade.catalogue import Catalogue
    from ambassade.model import Review


def parts_shown(review: Review, catalogue: Catalogue) -> frozenset[str]:
    """Return the parts of `review` that may be shown today; without `text` there are none."""
    months = catalogue.settings.retention_months
    if review.status != "published" or is_past_retention(review, catalogue.today, months):
        return NOTHING
    return allowed_parts(review, catalogue.today, months)
