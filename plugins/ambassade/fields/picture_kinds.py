"""Kinds of values that are pictures: of the site, or elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ambassade.fields.kinds import Address, scalar_text
from ambassade.fields.node import Node, Scalar
from ambassade.problem import N_, Problem

if TYPE_CHECKING:
    from ambassade.fields.kinds import Schema
    from ambassade.fields.reading import Reading
    from ambassade.public import Picture


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture of the site, by its path under `content/images/`."""

    label: ClassVar[str] = N_("picture under `content/images/`")

    def cast(self, node: Node, key: str, reading: Reading) -> Picture | None:
        """Return the picture."""
        text = scalar_text(node, key, self.label, reading)
        if text is None:
            return None
        found = reading.find_picture(text, node.place)
        if isinstance(found, Problem):
            reading.tell(found)
            return None
        return found

    def schema(self) -> Schema:
        """A path."""
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class PictureOrAddress:
    """A picture of the site, or the absolute address of one elsewhere (never loaded by a page)."""

    label: ClassVar[str] = N_("picture under `content/images/`, or absolute http(s) address")

    def cast(self, node: Node, key: str, reading: Reading) -> Picture | str | None:
        """Return the picture or the address."""
        is_address = isinstance(node, Scalar) and re.match(r"\s*[a-z]+://", node.text)
        return (Address() if is_address else PictureFile()).cast(node, key, reading)

    def schema(self) -> Schema:
        """A path or an address."""
        return {"type": "string"}
