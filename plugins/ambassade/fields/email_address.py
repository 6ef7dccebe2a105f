"""The company's e-mail address: readers write to it, and a link under each review may lead to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from ambassade.fields.kinds import Text
from ambassade.problem import N_
from ambassade.rules.reading import wrong_setting

if TYPE_CHECKING:
    from ambassade.fields.kinds import Schema
    from ambassade.fields.node import Node
    from ambassade.fields.reading import Reading

# Not among its signs: what parts addresses of several, and what a link of `mailto:` understands otherwise.
_SIGN: Final = r"[^\s@<>()\[\],;:\"\\?%#]"
_EMAIL: Final = re.compile(rf"{_SIGN}{{1,64}}@{_SIGN}{{1,250}}\.{_SIGN}+")
_EXAMPLE: Final = "contact@example.com"


@dataclass(frozen=True, slots=True)
class EmailAddress:
    """One address, and nothing beside it."""

    label: ClassVar[str] = N_("e-mail address")

    def cast(self, node: Node, key: str, reading: Reading) -> str | None:
        """Return the address."""
        text = Text().cast(node, key, reading)
        if text is None or _EMAIL.fullmatch(text):
            return text
        meant = _EMAIL.search(text)
        wanted = meant[0] if meant else _EXAMPLE
        reading.tell(wrong_setting.RULE.at(node.place, key=key, value=text, wanted=wanted))
        return None

    def schema(self) -> Schema:
        """A text of that form."""
        return {"type": "string", "pattern": f"^{_EMAIL.pattern}$"}
