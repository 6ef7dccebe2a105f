"""The line of a review's file that says that its author took the consent back.

In: the review on record, the day. Out: YAML for an editor to copy, of what the file says already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.fields.review import SCOPES

if TYPE_CHECKING:
    from datetime import date

    from ambassade.model import Review


def write_withdrawn_consent(review: Review, day: date) -> str:
    """Return the line of YAML by which the consent that is on record ends on `day`."""
    consent = review.consent
    known: dict[str, object] = {}
    if consent:
        scope = [part for part in SCOPES if part in consent.scope]
        known = {
            "given": consent.given,
            "scope": f"[{', '.join(scope)}]" if scope else "",
            "expires": consent.expires,
        }
    known["withdrawn"] = day
    told = ", ".join(f"{key}: {value}" for key, value in known.items() if value)
    return f"consent: {{{told}}}"
