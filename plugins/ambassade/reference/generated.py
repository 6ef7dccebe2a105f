"""Which files of the repository are generated, and what each must hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.reference.commands_page import make_commands_page
from ambassade.reference.fields_page import make_fields_page
from ambassade.reference.json_schemas import make_item_schema, make_review_schema
from ambassade.reference.law_page import make_law_page
from ambassade.reference.rules_page import make_rules_page
from ambassade.reference.settings_page import make_settings_page

if TYPE_CHECKING:
    from collections.abc import Callable

GENERATED: dict[str, Callable[[], str]] = {
    "docs/commands.md": make_commands_page,
    "docs/fields.md": make_fields_page,
    "docs/law.md": make_law_page,
    "docs/rules.md": make_rules_page,
    "docs/settings.md": make_settings_page,
    "reviews/item.schema.json": make_item_schema,
    "reviews/review.schema.json": make_review_schema,
}
