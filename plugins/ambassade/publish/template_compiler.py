"""Jinja with what is the same on every page of a language done once, when a template is compiled.

A sentence without values, `{{ _("Reviews") }}`, becomes the words themselves. And as all templates
know the same things, the macros of each are made once for all that import them. What
remains is called and put out with less ado (`lean_code.py`).
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, Template, nodes
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer

from ambassade.publish.lean_code import LeanCode, quicken

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

    from jinja2.environment import TemplateModule
    from jinja2.runtime import Context


class _SharedTemplate(Template):
    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002
        return super()._get_default_module()

    def new_context(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002 - Jinja's name
        shared: bool = False,  # noqa: FBT001, FBT002 - as above
        locals: Mapping[str, Any] | None = None,  # noqa: A002 - as above
    ) -> Context:
        """Return what the template knows; which of it are globals nobody asks, as modules are shared."""
        known = (vars or {}) if shared else {**self.globals, **(vars or {})}
        if locals:
            known = {**known, **{n: value for n, value in locals.items() if value is not missing}}
        return self.environment.context_class(self.environment, known, self.name, self.blocks)

    @classmethod
    def from_code(cls, *given: Any, **named: Any) -> Template:  # noqa: ANN401 - as Jinja gives it
        return quicken(super().from_code(*given, **named))


class _Modules(dict[str, "TemplateModule"]):
    """The modules of macros by the names of their templates, each made when it is asked for."""

    def __init__(self, environment: Environment) -> None:
        super().__init__()
        self._environment = environment

    def __missing__(self, name: str) -> TemplateModule:
        made = self[name] = self._environment.get_template(name)._get_default_module()  # noqa: SLF001 - as Jinja's own code does
        return made


class SpeakingEnvironment(Environment):
    """An environment whose `_` in `globals` is set before the first template is loaded."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - Jinja's
        """Take Jinja's options."""
        super().__init__(**options)
        self._loaded: dict[str, Template] = {}
        self.modules = _Modules(self)

    template_class = _SharedTemplate
    code_generator_class = LeanCode

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name
    ) -> Template:
        """Return a template; one that was loaded stays as it is. Raises TemplateError."""
        if not isinstance(name, str) or globals:
            return super().get_template(name, parent, globals)
        if name not in self._loaded:
            self._loaded[name] = super().get_template(name, parent)
        return self._loaded[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what templates know; of themselves, ours know nothing more."""
        return super().make_globals(d) if d else self.globals

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
        # What cannot be said is told when it is to be said, with its line.
        with suppress(Exception):
            return str(self.say(message.value)) if isinstance(message, nodes.Const) else None
        return None
