"""`docs/law.md`: the laws and pages that rules rest on, and which rules do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.rules.documentation import all_rules
from ambassade.rules.law import all_sources

if TYPE_CHECKING:
    from ambassade.rules.law import Source

_HEAD = """\
<!-- Made by `ambassade docs` of plugins/ambassade/rules/law.toml: change that. -->

# What rules rest on

This is no legal advice. Texts change and are renumbered: article numbers stand in one table of the
source, `plugins/ambassade/rules/law.toml`, and here. *Read*: the developers read the text itself, or
a copy of it. *Reported*: they have it from others.

| Text | What it asks of whoever publishes reviews | Known | Rules |
|---|---|---|---|
"""


def make_law_page() -> str:
    """Return the page in Markdown."""
    return _HEAD + "".join(_row(source) for source in all_sources().values())


def _row(source: Source) -> str:
    resting = [
        f"[{doc.rule.code}](rules.md#{doc.rule.code.lower()}-{doc.rule.name})"
        for doc in all_rules()
        if source.said in doc.why
    ]
    return f"| {source.said} | {source.asks} | {source.sure} | {' '.join(resting)} |\n"
