"""Templates say what Jinja makes them say: ours are only compiled to less code."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.exceptions import UndefinedError
from markupsafe import Markup

from ambassade.publish.template_compiler import SpeakingEnvironment
from ambassade.theme import package_theme

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2.runtime import Context

MACROS = """
{% macro told(name, by="Marie", times=2) -%}
{% for _i in range(times) %}{{ name }} by {{ by }};{% endfor %}
{%- endmacro %}
{% macro framed(kind) -%}<{{ kind }}>{{ caller("in it") }}</{{ kind }}>{%- endmacro %}
{% macro any() -%}{{ varargs|join("-") }} {{ kwargs.items()|list }}{%- endmacro %}
"""
TEMPLATES = {
    "macros.html": MACROS,
    "base.html": "<title>{% block title %}Base{% endblock %}</title>{% block main %}{% endblock %}",
    "arguments": '{% from "macros.html" import told %}{{ told("A") }}|{{ told("<b>", "&") }}|'
    '{{ told("A", times=1) }}|{{ told(name="B", by="C", times=3) }}|'
    '{{ told("A", *["B"], **{"times": 1}) }}',
    "caller": '{% from "macros.html" import framed %}'
    "{% call(word) framed('p') %}{{ word }} {{ text }}{% endcall %}",
    "any": '{% from "macros.html" import any %}{{ any(1, 2, a=text) }}',
    "module": '{% import "macros.html" as macros %}{{ macros.told("<i>") }}',
    "attributes": "{{ thing.name }} {{ thing.deep.name }} {{ mapping.key }} {{ mapping.items()|list }} "
    "{{ thing.none }} {{ thing.empty or 'nothing' }} {{ thing['name'] }} "
    "{{ [thing]|map(attribute='name')|list }}",
    "undefined": "{{ thing.lost is defined }} {{ thing.lost|default('gone') }} {{ nobody is defined }}",
    "escaped": "{{ text }} {{ safe }} {{ text|safe }} {{ text|upper }} {{ 3 }} {{ none }} "
    "{{ text ~ safe }}",
    "set": "{% set lines %}{{ text }}{% endset %}{{ lines }}{{ lines.strip() }}"
    "{% set ns = namespace(n=0) %}{% for x in [1, 2] if x > 1 %}{% set ns.n = x %}{% endfor %}{{ ns.n }}",
    "blocks": '{% extends "base.html" %}{% block title %}{{ super() }} {{ text }}{% endblock %}'
    "{% block main %}{{ self.title() }}"
    "{% for x in [1, 2] %}{{ loop.index }}{{ loop.cycle('a', 'b') }}{% endfor %}{% endblock %}",
    "context": "{% set mine = 'set' %}{{ whole('mine') }}"
    "{% for mine in ['loop'] %}{{ whole('mine') }}{% endfor %}",
    "recursive": "{% for x in [[1, [2]], 3] recursive %}{{ loop(x) if x is iterable else x }},{% endfor %}",
    "methods": "{{ text.upper() }} {{ thing.say('<') }} {{ thing.mark('<') }}",
}


@pass_context
def _whole(context: Context, name: str) -> str:
    """Return what a template knows by a name, as only Jinja can tell."""
    return f"{context.resolve(name)}"


def _values(text: str) -> dict[str, Any]:
    thing = SimpleNamespace(name="N", none=None, empty="", say=lambda word: f"{word}!")
    thing.deep, thing.mark = thing, lambda word: Markup("<em>{}</em>").format(word)
    return {"thing": thing, "mapping": {"key": "<v>"}, "text": text, "safe": Markup("<b>bold</b>")}


def _prepare(environment: Environment) -> Environment:
    environment.globals.update(whole=_whole, _=str)
    return environment


def _plain() -> Environment:
    loader = DictLoader(TEMPLATES)
    return _prepare(Environment(loader=loader, autoescape=True, undefined=StrictUndefined))


def _lean(folder: Path | None = None) -> Environment:
    loader = FileSystemLoader(folder) if folder else DictLoader(TEMPLATES)
    return _prepare(SpeakingEnvironment(loader=loader, autoescape=True, undefined=StrictUndefined))


@pytest.mark.parametrize("name", [name for name in TEMPLATES if "." not in name])
@given(text=st.text(alphabet="a<>&'\"é\u2028 ", max_size=8))
def test_templates_of_a_site_say_the_same(name: str, text: str) -> None:
    values = _values(text)
    expected = _plain().get_template(name).render(values)
    assert _lean().get_template(name).render(values) == expected


@pytest.mark.parametrize("name", ["arguments", "caller", "any", "module", "attributes", "undefined",
                                  "escaped", "set", "blocks", "recursive", "methods"])  # fmt: skip
def test_templates_of_the_package_say_the_same(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for each, source in TEMPLATES.items():
        (tmp_path / each).write_text(source, encoding="utf-8")
    monkeypatch.setattr("ambassade.publish.lean_code.package_theme", lambda: tmp_path)
    values = _values("<b>&'\"")
    expected = _plain().get_template(name).render(values)
    assert _lean(tmp_path).get_template(name).render(values) == expected


@pytest.mark.parametrize("source", ["{{ thing.lost }}", "{{ nobody }}", "{{ thing.lost.more }}",
                                    "{{ mapping.lost() }}", "{{ thing.name.lost|upper }}"])  # fmt: skip
def test_what_is_not_there_is_told_as_before(source: str) -> None:
    told = []
    for environment in (_plain(), _lean()):
        with pytest.raises(UndefinedError) as raised:
            environment.from_string(source).render(_values(""))
        told.append(str(raised.value))
    assert told[0] == told[1]


@pytest.mark.parametrize("call", ["told()", "told('A', wrong=1)", "told('A', 'B', 3, 4)"])
def test_a_macro_called_wrongly_is_told_as_before(call: str) -> None:
    source = '{% from "macros.html" import told %}{{ ' + call + " }}"
    told = []
    for environment in (_plain(), _lean()):
        with pytest.raises((TypeError, UndefinedError)) as raised:
            environment.from_string(source).render(_values(""))
        told.append(str(raised.value))
    assert told[0] == told[1]


def test_the_packages_calls_are_the_lean_ones() -> None:
    """Without that, the tests above would compare Jinja with itself."""
    environment = _lean()
    name = f"{package_theme()}/templates/x.html"
    lean = environment.compile("{{ thing.say('<') }}", "x.html", name, raw=True)
    usual = environment.compile("{{ thing.say('<') }}", "x.html", "/elsewhere/x.html", raw=True)
    assert "context.call(" not in str(lean)
    assert "context.call(" in str(usual)
    assert "getattr((" in str(usual)
