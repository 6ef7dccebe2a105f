"""How grave a problem is on this site: by its rule, the site's profiles, and its own word.

Of several profiles the gravest counts. REVIEW_RULES has the last word; what it lowers needs a
reason, which the policy page shows.
"""

from __future__ import annotations

import difflib
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from ambassade.problem import Level, Problem, Rule
from ambassade.rules.documentation import all_rules, is_fixed, names_of, rule_by_code
from ambassade.rules.reading import rule_setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ambassade.settings import RuleSetting, Settings


def judge(problems: Iterable[Problem], settings: Settings) -> Iterator[Problem]:
    """Yield the problems at the level that they have on this site, without those that are off."""
    for problem in problems:
        rule = _rules().get(problem.code)
        if rule is None:
            level = problem.level
        else:
            level = _level_at(rule, problem.place.file, settings, problem.level)
        if level is problem.level is not Level.OFF:
            yield problem
        elif level is not Level.OFF:
            yield replace(problem, level=level)


def codes_that_stop(settings: Settings) -> frozenset[str]:
    """Return the codes of the rules that are errors on this site, on some of its files at least."""
    own = settings.review_rules
    return frozenset(
        code
        for code, rule in _rules().items()
        if level_by_profiles(rule, settings.review_profiles) is Level.ERROR
        or (code in own and Level[own[code].level.upper()] is Level.ERROR)
    )


def level_by_profiles(rule: Rule, profiles: Iterable[str]) -> Level:
    """Return the level of `rule` under `profiles`: the gravest counts; its own under none."""
    return min((rule.under.get(each, rule.level) for each in profiles), default=rule.level)


def _level_at(rule: Rule, file: str, settings: Settings, usual: Level) -> Level:
    """Return the level that settings or profiles ask for, else the `usual` one.

    That is the rule's own, or a milder one for some variety of the fault.
    """
    own = settings.review_rules.get(rule.code)
    if own is not None and own.covers(file):
        return Level[own.level.upper()]
    level = level_by_profiles(rule, settings.review_profiles)
    return usual if level is rule.level else level


@cache
def _rules() -> dict[str, Rule]:
    return {doc.rule.code: doc.rule for doc in all_rules()}


def settle_rules(settings: Settings) -> tuple[Settings, list[Problem]]:
    """Return the settings with REVIEW_RULES by code, and what is wrong with them.

    A wrong one is left out, so that it changes nothing.
    """
    settled: dict[str, RuleSetting] = {}
    problems: list[Problem] = []
    for typed, own in settings.review_rules.items():
        doc = rule_by_code(typed)
        place = settings.place(f"REVIEW_RULES.{typed}")
        if doc is None:
            problems.append(rule_setting.UNKNOWN.at(place, code=typed, closest=_closest(typed)))
            continue
        rule = doc.rule
        lowers = Level[own.level.upper()] > level_by_profiles(rule, settings.review_profiles)
        if lowers and is_fixed(doc):
            problems.append(rule_setting.FIXED.at(place, code=rule.code, name=rule.name))
        elif rule.code in settled:
            problems.append(rule_setting.TWICE.at(place, code=rule.code, name=rule.name))
        elif lowers and not own.reason.texts:
            problems.append(rule_setting.RULE.at(place, code=rule.code, name=rule.name))
        else:
            settled[rule.code] = replace(own, code=rule.code, name=rule.name, lowers=lowers)
    return replace(settings, review_rules=settled), problems


def _closest(typed: str) -> str:
    names = {
        name: name.upper() if name == doc.rule.code.lower() else name
        for doc in all_rules()
        for name in names_of(doc)
    }
    wanted = typed.lower()
    near = difflib.get_close_matches(wanted, names, 5, 0.4) or sorted(names)
    # A code's letter is seldom what was mistyped.
    return names[next((name for name in near if name[:1] == wanted[:1]), near[0])]
