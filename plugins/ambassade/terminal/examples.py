"""Examples at the end of a command's help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.locale import terminal_language, translations

if TYPE_CHECKING:
    from collections.abc import Mapping

_ = translations(terminal_language()).gettext
# Click's mark of a paragraph whose lines are to stay as they are.
_AS_IT_IS = "\b\n"


def examples(lines: Mapping[str, str], title: str = "") -> str:
    """Return what to type, each with what it is for (perhaps nothing), as click's epilog."""
    width = max((len(typed) for typed, purpose in lines.items() if purpose), default=0)
    told = [f"  {typed:{width}}  {purpose}".rstrip() for typed, purpose in lines.items()]
    return _AS_IT_IS + "\n".join([title or _("Examples:"), *told])
