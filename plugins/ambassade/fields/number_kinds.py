"""Kinds of values that are numbers: exact, with a decimal point."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from ambassade.fields.kinds import scalar_text
from ambassade.problem import N_
from ambassade.rules.reading import number_cannot_be

if TYPE_CHECKING:
    from ambassade.fields.kinds import Schema
    from ambassade.fields.node import Node
    from ambassade.fields.reading import Reading

NUMBER = r"-?[0-9]{1,12}(\.[0-9]{1,6})?"


@dataclass(frozen=True, slots=True)
class Number:
    """A number with a decimal point, quoted or not."""

    label: ClassVar[str] = N_("number")
    minimum: int | None = None

    def cast(self, node: Node, key: str, reading: Reading) -> Decimal | None:
        """Return the exact number."""
        text = scalar_text(node, key, self.label, reading)
        if text is None:
            return None
        if not re.fullmatch(NUMBER, text):
            reading.tell(number_cannot_be.about(node.place, key, text))
            return None
        value = Decimal(text)
        if self.minimum is not None and value < self.minimum:
            reading.tell(number_cannot_be.below(node.place, key, text, self.minimum))
            return None
        return value

    def schema(self) -> Schema:
        """A number, or a text that is one."""
        bound = {} if self.minimum is None else {"minimum": self.minimum}
        return {"type": ["number", "string"], "pattern": f"^{NUMBER}$", **bound}


@dataclass(frozen=True, slots=True)
class Price:
    """A number of money, its decimals kept as they were typed (`19.00`)."""

    label: ClassVar[str] = N_("price")

    def cast(self, node: Node, key: str, reading: Reading) -> str | None:
        """Return the number as JSON writes it: no zeros before it, no minus before nothing."""
        value = Number(0).cast(node, key, reading)
        return None if value is None else f"{abs(value):f}"

    def schema(self) -> Schema:
        """A number from 0 on."""
        return Number(0).schema()
