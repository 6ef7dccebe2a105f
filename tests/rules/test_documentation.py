"""What a rule's docstring says, in docs/rules.md and in the terminal."""

import json

import pytest
from click.testing import CliRunner

from ambassade.commands.explain import command
from ambassade.problem import Level, Rule
from ambassade.reference.rules_page import FAMILIES, make_rules_page
from ambassade.rules.content import rating_out_of_range
from ambassade.rules.documentation import RuleDoc, all_rules, rule_by_code
from tests.rules.sample_site import DEFAULT_FILE, parse_sample

RULE = Rule("R999", "kettle", Level.WARNING, "It whistles.", "Take it off.")


def _describe(text: str) -> RuleDoc:
    return RuleDoc(RULE, "kettle", text)


def test_a_docstring_is_read_in_its_four_parts() -> None:
    doc = _describe("A kettle.\n\nWhy: Of\ntea.\n\nBad:\n    a:\n      b\n\nGood:\n    c\n")
    assert (doc.title, doc.why, doc.bad, doc.good) == ("A kettle.", "Of tea.", "a:\n  b", "c")


def test_a_sample_may_hold_an_empty_line() -> None:
    doc = _describe("A kettle.\n\nWhy: Tea.\n\nBad:\n    a\n\n    b\n\nGood:\n    c\n")
    assert doc.bad == "a\n\nb"


@pytest.mark.parametrize("text", ["", "A kettle.", "A kettle.\n\nBad:\n    a\n\nGood:\n    b\n"])
def test_a_module_that_is_not_documented_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="kettle"):
        _ = _describe(text).title


@pytest.mark.parametrize("name", ["R102", "r102", "rating-out-of-range", " R102 "])
def test_a_rule_is_found_by_code_or_name(name: str) -> None:
    found = rule_by_code(name)
    assert found is not None
    assert found.rule is rating_out_of_range.RULE


def test_an_unknown_code_finds_nothing() -> None:
    assert rule_by_code("R000") is None


def test_a_sample_is_one_file_or_several_or_bytes() -> None:
    assert parse_sample("a: b") == {DEFAULT_FILE: b"a: b"}
    assert parse_sample("a\n# file: x.yaml\nb\n# file: y.md\nc") == {
        DEFAULT_FILE: b"a\n",
        "x.yaml": b"b\n",
        "y.md": b"c",
    }
    assert parse_sample("(escaped) \\xe8\nb") == {DEFAULT_FILE: b"\xe8\nb"}
    assert parse_sample("(large) 3") == {DEFAULT_FILE: b"###"}


def test_the_page_has_every_rule_and_a_family_for_each() -> None:
    page = make_rules_page()
    for doc in all_rules():
        heading = f"{doc.rule.code} {doc.rule.name}"
        assert f"\n### {heading}\n\n*{doc.rule.level.name.capitalize()}" in page
        assert f"- [{heading}](#{doc.rule.code.lower()}-{doc.rule.name}): {doc.title}\n" in page
        assert doc.family in FAMILIES
    assert page.startswith("<!-- Made by `ambassade docs`")
    assert page.endswith("```\n")


def test_explain_shows_one_rule_without_colours_outside_a_terminal() -> None:
    result = CliRunner().invoke(command, ["r102"], env={"LANGUAGE": "en"})
    assert result.exit_code == 0
    assert result.output.startswith(
        "R102 rating-out-of-range (error)\nA rating, or that of an aspect, outside its own scale.\n"
    )
    assert "\nBad:\n    author: Marie Dupont\n    reviewRating: 6\n\nGood:\n" in result.output
    assert "\x1b" not in result.output


def test_explain_shows_several() -> None:
    result = CliRunner().invoke(command, ["R102", "alias"], env={"LANGUAGE": "en"})
    assert "\n\nY106 alias (error)\n" in result.output


def test_explain_gives_json() -> None:
    result = CliRunner().invoke(command, ["R102", "R101", "--json"])
    first, second = json.loads(result.output)
    assert (first["code"], first["level"], second["name"]) == ("R102", "error", "scale-cannot-be")
    assert first["bad"] == "author: Marie Dupont\nreviewRating: 6"
    assert set(first) == {"code", "name", "level", "under", "title", "why", "bad", "good"}


@pytest.mark.parametrize(
    ("code", "closest"), [("R12", "R102"), ("rating-out-of-rnge", "rating-out-of-range")]
)
def test_an_unknown_rule_ends_with_2_and_the_closest(code: str, closest: str) -> None:
    result = CliRunner().invoke(command, [code], env={"LANGUAGE": "en"})
    assert result.exit_code == 2
    assert f"There is no rule {code}. Did you mean" in result.output
    assert closest[0] in result.output


def test_another_number_is_near_to_none() -> None:
    result = CliRunner().invoke(command, ["R999"], env={"LANGUAGE": "en"})
    assert result.exit_code == 2
    assert "There is no rule R999." in result.output
    assert "Did you mean" not in result.output


def test_explain_wants_a_code() -> None:
    assert CliRunner().invoke(command, []).exit_code == 2
