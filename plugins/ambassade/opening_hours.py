"""Opening hours that machines can read (schema.org/openingHours): `Mo-Fr 09:00-18:00`, `Sa,Su`."""

from __future__ import annotations

import re

_DAYS = "(Mo|Tu|We|Th|Fr|Sa|Su)(-(Mo|Tu|We|Th|Fr|Sa|Su))?"
_TIME = "([01]?[0-9]|2[0-4]):[0-5][0-9]"
_READABLE = re.compile(f"{_DAYS}(,{_DAYS})*( {_TIME}-{_TIME})?", re.ASCII)


def is_readable(hours: str) -> bool:
    """Tell whether `hours` are days in schema.org's two letters, and perhaps from when to when."""
    return _READABLE.fullmatch(hours) is not None
