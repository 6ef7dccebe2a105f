"""Jinja with what is the same on every page of a language done once, when a template is compiled.

A sentence without values, `{{ _("Reviews") }}`, becomes the words themselves. And as all templates
know the same things, the macros of each are made once for all that import them. What
remains is called and put out with less ado.
"""

from __future__ import annotations

import re
from functools import cache
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, Template, nodes
from jinja2.runtime import Context, Macro
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from jinja2.environment import TemplateModule

_FUNCTIONS = frozenset({FunctionType, MethodType, BuiltinFunctionType, type(cache(str))})
_SPECIAL = re.compile("[&<>'\"]").search


class _SharedTemplate(Template):
    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002
        return super()._get_default_module()

    @classmethod
    def from_code(cls, *given: Any, **named: Any) -> Template:  # noqa: ANN401 - as Jinja gives it
        """Return the template of compiled code.

        What a page puts out is joined as text: no need for each piece to know that it is escaped.
        """
        made = super().from_code(*given, **named)
        made.root_render_func.__globals__["escape"] = _escape
        return made


def _escape(value: object) -> str:
    """Return what `markupsafe.escape` does, as any text; most have nothing to escape."""
    if type(value) is Markup or (type(value) is str and not _SPECIAL(value)):
        return value
    return escape(value)


class _SwiftContext(Context):
    """Calls what it knows without looking for what it may want besides: a page calls 150 times."""

    def call(self, wanted: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - Jinja's signature
        """Return what `wanted` gives; a macro hears whether to escape."""
        kind = type(wanted)
        if kind is not Macro and (kind not in _FUNCTIONS or hasattr(wanted, "jinja_pass_arg")):
            return super().call(wanted, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        if kind is Macro:
            return wanted(self.eval_ctx, *args, **kwargs)
        return wanted(*args, **kwargs)


class SpeakingEnvironment(Environment):
    """An environment whose `_` in `globals` is set before the first template is loaded."""

    template_class = _SharedTemplate
    context_class = _SwiftContext

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        return _Speaker(self).visit(tree)  # type: ignore[no-any-return]  # a template stays one


class _Speaker(NodeTransformer):
    def __init__(self, environment: Environment) -> None:
        self.say: Any = environment.globals["_"]

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802 - named by Jinja
        node.nodes = [self._speak(each) for each in node.nodes]
        return node

    def _speak(self, node: nodes.Expr) -> nodes.Expr:
        said = self._say(node)
        if said is None:
            self.visit(node)
            return node
        return nodes.TemplateData(said, lineno=node.lineno)

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - named by Jinja
        said = self._say(node)
        if said is None:
            return self.generic_visit(node)
        return nodes.MarkSafe(nodes.Const(said, lineno=node.lineno), lineno=node.lineno)

    def _say(self, node: nodes.Node) -> str | None:
        """Return what `node` says if it is `_("…")` with no value to put in."""
        if not isinstance(node, nodes.Call) or node.kwargs or node.dyn_args or node.dyn_kwargs:
            return None
        if not isinstance(node.node, nodes.Name) or node.node.name != "_" or len(node.args) != 1:
            return None
        message = node.args[0]
        return str(self.say(message.value)) if isinstance(message, nodes.Const) else None
