"""What Jinja makes of a template, with less ado: the same pages in less time.

A page looks up some hundred attributes and makes some hundred calls. Jinja asks at each whether it is
of those that are done in a special way; what the theme calls is known not to be.
"""

from __future__ import annotations

import operator
import os
from functools import partial
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

import markupsafe
from jinja2 import nodes
from jinja2.compiler import CodeGenerator
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from ambassade.theme import package_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment, Template
    from jinja2.compiler import Frame

# What `escape` does of a text, as a text: to make `Markup` of it takes ten times as long.
escape_text: Any = getattr(markupsafe, "_escape_inner", escape)
# `Markup` of a text: there is nothing to ask it.
mark: Any = partial(str.__new__, Markup)


class LeanCode(CodeGenerator):
    """Writes the code of one template."""

    _piece = ""

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
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(each.key) for each in node.kwargs):
            self.write("call(")
            self.visit(node.node, frame)
            self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        else:
            self.visit(node.node, frame)
            self.write("(")
            for each in (*node.args, *node.kwargs):
                self.visit(each, frame)
                self.write(", ")
            self.write("caller=caller" if forward_caller else "")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's
        """Write what precedes a piece that is put out: half of them are escaped already."""
        if self._escapes_alone(frame, finalize):
            self._piece = self.temporary_identifier()
            self.write(f"({self._piece} if type({self._piece} := (")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - Jinja's
        if self._escapes_alone(frame, finalize):
            text = f"escape_text({self._piece}) if type({self._piece}) is str"
            self.write(f")) is Escaped else {text} else escape({self._piece}))")
        else:
            super()._output_child_post(node, frame, finalize)

    def _escapes_alone(self, frame: Frame, finalize: Any) -> bool:  # noqa: ANN401 - Jinja's
        always = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile
        return is_ours(self.filename) and always and finalize.src is None

    def write_commons(self) -> None:
        """Write what each function begins with: where it finds names, too."""
        super().write_commons()
        self.writeline("own, given = context.vars, context.parent")

    def enter_frame(self, frame: Frame) -> None:
        """Write where names come from: what `resolve(…)` does, without a call."""
        loads = frame.symbols.loads
        if self.get_resolve_func() != "resolve":
            super().enter_frame(frame)
            return
        looked_up = {at: load for at, load in loads.items() if load[0] == VAR_LOAD_RESOLVE}
        for target, (_, name) in looked_up.items():
            found = f"given[{name!r}] if {name!r} in given else missing"
            self.writeline(f"{target} = own[{name!r}] if {name!r} in own else {found}")
        frame.symbols.loads = {at: load for at, load in loads.items() if at not in looked_up}
        super().enter_frame(frame)
        frame.symbols.loads = loads

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        """Write where a module of macros is found, which is made once."""
        if node.with_context or not isinstance(node.template, nodes.Const):
            super()._import_common(node, frame)
        else:
            self.write(f"environment.modules[{node.template.value!r}]")


def _make_macro(
    environment: Environment,
    write: Callable[..., str],
    name: str,
    arguments: list[str],
    *rest: bool,
) -> Callable[..., str]:
    """Return a macro of an environment that always escapes, as a function where it takes nothing special."""
    usual = Macro(environment, write, name, arguments, *rest)
    if usual.caller or usual.catch_kwargs or usual.catch_varargs:
        return usual
    most = len(arguments)
    # Its code takes an argument that is missing for one that was not given.
    write.__defaults__ = (missing,) * most

    def macro(*given: object, **named: object) -> str:
        if named:
            given += tuple(named.pop(each, missing) for each in arguments[len(given) :])
        if named or len(given) > most:
            return usual(*given, **named)
        return mark(write(*given))  # type: ignore[no-any-return]  # a text

    # What a template may ask of a macro.
    vars(macro).update(
        name=name, arguments=arguments, caller=False, catch_kwargs=False, catch_varargs=False
    )
    return macro


def is_ours(filename: str | None) -> bool:
    """Tell whether a template is the package's own; a site may do in its own what Jinja lets it do."""
    return (filename or "").startswith(f"{package_theme()}{os.sep}")


def quicken(template: Template) -> Template:
    """Return the template; the code of one of ours knows the swift ones of what it uses.

    What a page puts out is joined as text: no need for each piece to know that it is escaped.
    """
    if is_ours(template.filename):
        known = template.root_render_func.__globals__
        known.update(call=operator.call, Macro=_make_macro, Markup=mark)
        known.update(Escaped=Markup, escape_text=escape_text)
    return template
