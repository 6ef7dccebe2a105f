"""What day it is: the one place that looks at the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today_utc() -> date:
    """Return the UTC date of the clock; never SOURCE_DATE_EPOCH, which tells no truth of today."""
    return datetime.now(tz=UTC).date()
