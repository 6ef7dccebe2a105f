"""What Jinja makes of a template, with less ado: the same pages in less time.

A page looks up some hundred attributes and makes some hundred calls. Jinja asks at each whether it is
of those that are done in a special way; what the theme calls is known not to be.
"""

from __future__ import annotations

import operator
import os
import re
from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2.compiler import CodeGenerator
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from ambassade.theme import package_theme

if TYPE_CHECKING:
    from jinja2 import Template, nodes
    from jinja2.compiler import Frame

_SPECIAL = re.compile("[&<>'\"]").search
# `Markup` of a text: there is nothing to ask it.
mark: Any = partial(str.__new__, Markup)


class LeanCode(CodeGenerator):
    """Writes the code of one template."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - named by Jinja
        """Write `environment.getattr(…)`, which is only asked where there is no such attribute."""
        owner, value = self.temporary_identifier(), self.temporary_identifier()
        self.write(f"({value} if ({value} := getattr(({owner} := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else ")
        self.write(f"environment.getattr({owner}, {node.attr!r}))")

    def visit_Call(  # noqa: N802 - named by Jinja
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - named by Jinja
    ) -> None:
        """Write `context.call(…)`, or a mere call: nothing that ours call wants the context."""
        if not is_ours(self.filename):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")


class _LeanMacro(Macro):
    """A macro of an environment that always escapes."""

    def __call__(self, *given: Any, **named: Any) -> str:  # noqa: ANN401 - as Jinja gives it
        lacking = self._argument_count - len(given)
        if lacking < 0 or self.caller or self.catch_kwargs or self.catch_varargs:
            return super().__call__(*given, **named)
        if lacking:
            given += tuple(named.pop(name, missing) for name in self.arguments[-lacking:])
        if named:
            return super().__call__(*given, **named)
        return mark(self._func(*given))  # type: ignore[no-any-return]  # a text


def is_ours(filename: str | None) -> bool:
    """Tell whether a template is the package's own; a site may do in its own what Jinja lets it do."""
    return (filename or "").startswith(f"{package_theme()}{os.sep}")


def quicken(template: Template) -> Template:
    """Return the template; the code of one of ours knows the swift ones of what it uses.

    What a page puts out is joined as text: no need for each piece to know that it is escaped.
    """
    if is_ours(template.filename):
        known = template.root_render_func.__globals__
        known.update(escape=_escape, call=operator.call, Macro=_LeanMacro, Markup=mark)
    return template


def _escape(value: object) -> str:
    """Return what `markupsafe.escape` does, as any text; most have nothing to escape."""
    if type(value) is Markup or (type(value) is str and not _SPECIAL(value)):
        return value
    return escape(value)
