"""Is a text a date as the feeds' standards write it?

In: a text. Out: yes or no.
"""

import re
from datetime import datetime

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)")


def is_moment(text: str) -> bool:
    """A full date and time with its zone (RFC 3339), as Atom wants it."""
    return _MOMENT.fullmatch(text) is not None and _exists(text)


def is_day_or_moment(text: str) -> bool:
    """A day, or a full date and time (W3C), as sitemaps take it."""
    return is_moment(text) or (_DAY.fullmatch(text) is not None and _exists(text))


def _exists(text: str) -> bool:
    """Whether the calendar has it: 30 February is a shape, but no day."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
