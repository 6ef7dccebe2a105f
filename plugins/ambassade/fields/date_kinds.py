"""Kinds of values that are days, or lengths of time (ISO 8601)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from ambassade.fields.kinds import scalar_text
from ambassade.problem import N_
from ambassade.rules.reading import date_cannot_be, duration_cannot_be

if TYPE_CHECKING:
    from ambassade.fields.kinds import Schema
    from ambassade.fields.node import Node
    from ambassade.fields.reading import Reading

DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_NUMBERS = "([0-9]{1,6}%s)?"
DURATION = (
    rf"P(?=[0-9]|T[0-9]){''.join(_NUMBERS % each for each in 'YMWD')}"
    rf"(T(?=[0-9]){_NUMBERS % 'H'}{_NUMBERS % 'M'}([0-9]{{1,6}}(\.[0-9]{{1,6}})?S)?)?"
)


@dataclass(frozen=True, slots=True)
class Date:
    """A day, `YYYY-MM-DD`."""

    label: ClassVar[str] = N_("date")

    def cast(self, node: Node, key: str, reading: Reading) -> date | None:
        """Return the day."""
        text = scalar_text(node, key, self.label, reading)
        if text is None:
            return None
        day = parse_date(text)
        if day is None:
            reading.tell(date_cannot_be.about(node.place, key, text))
        return day

    def schema(self) -> Schema:
        """A text of that form."""
        return {"type": "string", "pattern": f"^{DATE}$"}


def parse_date(text: str) -> date | None:
    """Return the day that `YYYY-MM-DD` names, None if there is none."""
    if not re.fullmatch(DATE, text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in ISO 8601, kept as it was typed."""

    label: ClassVar[str] = N_("length (ISO 8601)")

    def cast(self, node: Node, key: str, reading: Reading) -> str | None:
        """Return the length."""
        text = scalar_text(node, key, self.label, reading)
        if text is None or re.fullmatch(DURATION, text):
            return text
        reading.tell(duration_cannot_be.RULE.at(node.place, key=key, value=text))
        return None

    def schema(self) -> Schema:
        """A text of that form."""
        return {"type": "string", "pattern": f"^{DURATION}$"}
