"""A row of a FIELDS table: what may be typed at a key."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ambassade.fields.kinds import Kind


@dataclass(frozen=True, slots=True)
class Field:
    """One row of a FIELDS table: a key, its kind, and what an editor reads about it.

    `also`: what editors type when they mean it.
    """

    key: str
    kind: Kind
    help: str
    required: bool = False
    ours: bool = False
    also: tuple[str, ...] = ()

    @property
    def attribute(self) -> str:
        """The key's name in Python and Jinja: `reviewBody` is `review_body`."""
        return _attribute_of(self.key)

    @property
    def within(self) -> tuple[Field, ...]:
        """The fields of the mapping that it is; none where it is no mapping with known keys."""
        fields: tuple[Field, ...] = getattr(self.kind, "fields", ())
        return fields


@cache
def _attribute_of(key: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", key).lower()
