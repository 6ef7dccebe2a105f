"""Lines of a text in which an e-mail address or a telephone number may stand, found fast.

In: a story as typed. Out: those lines with their places; whether one really holds a contact is for
a rule to say.
"""

from __future__ import annotations

import re

from ambassade.problem import Place

_MAYBE = re.compile(r"[@＠﹫]|(?:\d\D{0,3}){8}")


def find_contact_lines(text: str, file: str) -> tuple[tuple[Place, str], ...]:
    """Return place and words of each such line."""
    return tuple(
        (Place(file, number), line)
        for number, line in enumerate(text.split("\n"), 1)
        if _MAYBE.search(line)
    )
