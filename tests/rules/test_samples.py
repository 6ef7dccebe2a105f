"""Every rule's Bad is faulted and its Good is not; codes and names are one rule's alone."""

import re
from collections import Counter
from pathlib import Path

import pytest

from ambassade.problem import Level, Problem
from ambassade.rules.documentation import RuleDoc, all_rules
from tests.rules.sample_site import find_page_problems, find_problems, write_samples, write_site

# The samples of rules/building need Pelican itself, those of rules/since git: other tests run them.
_ELSEWHERE = ("ambassade.rules.building.", "ambassade.rules.since.")
RUN_HERE = [doc for doc in all_rules() if not doc.module.startswith(_ELSEWHERE)]
_OF_CONTENT = ("ambassade.rules.content.", "ambassade.rules.heuristics.")
CONTENT = [doc for doc in all_rules() if doc.module.startswith(_OF_CONTENT)]


def _find(doc: RuleDoc, sample: str, folder: Path) -> list[Problem]:
    """Return the problems of that rule in a site with the sample."""
    write_site(folder)
    write_samples(sample, folder)
    is_of_pages = doc.module.startswith("ambassade.rules.site.")
    problems = find_page_problems(folder) if is_of_pages else find_problems(folder)
    return [problem for problem in problems if problem.code == doc.rule.code]


@pytest.mark.parametrize("doc", RUN_HERE, ids=lambda doc: doc.rule.code)
def test_the_bad_sample_is_faulted(doc: RuleDoc, tmp_path: Path) -> None:
    assert _find(doc, doc.bad, tmp_path) != []


@pytest.mark.parametrize("doc", RUN_HERE, ids=lambda doc: doc.rule.code)
def test_the_good_sample_is_not_faulted(doc: RuleDoc, tmp_path: Path) -> None:
    assert _find(doc, doc.good, tmp_path) == []


@pytest.mark.parametrize("doc", CONTENT, ids=lambda doc: doc.rule.code)
def test_the_good_sample_of_a_rule_of_content_has_no_error_at_all(
    doc: RuleDoc, tmp_path: Path
) -> None:
    write_site(tmp_path)
    write_samples(doc.good, tmp_path)
    assert [one for one in find_problems(tmp_path) if one.level is Level.ERROR] == []


@pytest.mark.parametrize("doc", CONTENT, ids=lambda doc: doc.rule.code)
def test_the_bad_sample_of_a_rule_of_content_has_no_other_error(
    doc: RuleDoc, tmp_path: Path
) -> None:
    write_site(tmp_path)
    write_samples(doc.bad, tmp_path)
    errors = {one.code for one in find_problems(tmp_path) if one.level is Level.ERROR}
    assert errors <= {doc.rule.code}


def test_a_site_without_reviews_has_no_problem(tmp_path: Path) -> None:
    write_site(tmp_path)
    problems = [*find_problems(tmp_path), *find_page_problems(tmp_path)]
    assert [one for one in problems if one.level is not Level.OFF] == []


def test_no_code_and_no_name_is_given_twice() -> None:
    for names in ([doc.rule.code for doc in all_rules()], [doc.rule.name for doc in all_rules()]):
        assert [name for name, times in Counter(names).items() if times > 1] == []


@pytest.mark.parametrize("doc", all_rules(), ids=lambda doc: doc.rule.code)
def test_code_name_and_sentences_are_of_their_form(doc: RuleDoc) -> None:
    code, name = doc.rule.code, doc.rule.name
    assert code[0].isupper()
    assert code[1:].isdecimal()
    assert len(code) == len("R102")
    assert name.islower()
    assert all(word.isalnum() for word in name.split("-"))
    # What Pelican says ends as Pelican ends it.
    assert doc.rule.fact.endswith((".", "?", "{words}"))
    assert doc.rule.remedy.endswith((".", "?"))
    assert doc.title.endswith(".")
    assert doc.why.endswith(".")


@pytest.mark.parametrize("doc", RUN_HERE, ids=lambda doc: doc.rule.code)
def test_what_is_told_are_sentences_with_no_placeholder_left(doc: RuleDoc, tmp_path: Path) -> None:
    for problem in _find(doc, doc.bad, tmp_path):
        for sentence in problem.sentences():
            assert sentence.endswith((".", "?"))
            assert not re.search(r"\{\w+\}", sentence)
