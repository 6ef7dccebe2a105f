"""How profiles and REVIEW_RULES decide what is an error, through `check` and `build`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from ambassade.problem import Level
from ambassade.rules.documentation import RuleDoc, all_rules, is_fixed
from tests.ambassade_command import run
from tests.rules.sample_site import ITEM, SETTINGS, write_file, write_samples, write_site

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
_LINE = re.compile(
    r"(?P<file>[^:]+):\d+:\d+: (?:(?P<level>warning|information): )?(?P<code>\w\d{3}) "
)
REVIEW = "author: Marie Dupont\nreviewBody: It boils water for ten cups, quickly and quietly, every day.\n"
KETTLE = "reviews/kettle/2026-05-14-saved-us-a-week.yaml"
COPY = "reviews/kettle/2026-05-15-quick-and-quiet.yaml"
MUG = "reviews/mug/2026-05-14-holds-tea.yaml"
# consent-missing is a warning wherever nothing else is said; same-body-twice an error under `fr`.
CONSENT, SAME_BODY, NO_IMAGE = "C101", "R110", "E104"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of three reviews, none with a consent, two with the same words."""
    write_site(tmp_path)
    write_file(tmp_path, "reviews/mug/item.yaml", ITEM.replace("Kettle", "Mug").encode())
    write_file(tmp_path, KETTLE, REVIEW.encode())
    write_file(tmp_path, COPY, REVIEW.replace("Marie", "Paul").encode())
    write_file(tmp_path, MUG, b"author: Ada Byron\nreviewRating: 4\n")
    return tmp_path


def _check(site: Path, rules: Any = None, profiles: Any = ()) -> tuple[int, dict[str, set[str]]]:  # noqa: ANN401
    """Return the exit code of `check`, and by rule at which level it was told of which file."""
    conf = SETTINGS + f"REVIEW_PROFILES = {list(profiles)!r}\nREVIEW_RULES = {rules or {}!r}\n"
    write_file(site, "pelicanconf.py", conf.encode())
    done = run("check", *DAY, cwd=site)
    told: dict[str, set[str]] = {}
    for line in done.stdout.splitlines():
        if match := _LINE.match(line):
            level = match["level"] or "error"
            told.setdefault(match["code"], set()).add(f"{level} {match['file']}")
    return done.returncode, told


def _everywhere(level: str) -> set[str]:
    return {f"{level} {file}" for file in (KETTLE, COPY, MUG)}


def test_without_profiles_and_settings_a_rule_has_its_own_level(site: Path) -> None:
    code, told = _check(site)
    assert told[CONSENT] == _everywhere("warning")
    assert told[SAME_BODY] == {f"warning {COPY}"}
    assert NO_IMAGE not in told
    assert code == 0


@pytest.mark.parametrize(
    ("profiles", "level"),
    [
        (["fr"], "error"),
        (["google"], "warning"),
        (["google", "fr"], "error"),
        (["fr", "google"], "error"),
        (["google", "b2b"], "warning"),
    ],
)
def test_the_gravest_of_several_profiles_counts(
    profiles: list[str], level: str, site: Path
) -> None:
    code, told = _check(site, profiles=profiles)
    assert told[SAME_BODY] == {f"{level} {COPY}"}
    assert code == 1 or level != "error"


def test_a_rule_that_is_off_is_told_where_a_profile_or_the_site_asks_for_it(site: Path) -> None:
    items = {"warning reviews/kettle/item.yaml", "warning reviews/mug/item.yaml"}
    assert NO_IMAGE not in _check(site, profiles=["us"])[1]
    assert _check(site, profiles=["us", "google"])[1][NO_IMAGE] == items
    assert _check(site, {NO_IMAGE: {"level": "warning"}})[1][NO_IMAGE] == items


def test_a_rule_may_be_raised_without_a_reason(site: Path) -> None:
    code, told = _check(site, {CONSENT: {"level": "error"}})
    assert told[CONSENT] == _everywhere("error")
    assert "S102" not in told
    assert code == 1


def test_what_is_raised_to_an_error_stops_a_build_and_what_is_waived_does_not(site: Path) -> None:
    assert _check(site, {CONSENT: {"level": "error"}})[0] == 1
    run("build", *DAY, cwd=site, check=1)
    assert not (site / "output").exists()
    waived = {SAME_BODY: {"level": "off", "reason": "They are a couple."}}
    _check(site, waived)
    done = run("build", *DAY, cwd=site, check=0)
    assert SAME_BODY not in done.stdout
    assert (site / "output/index.html").exists()


@pytest.mark.parametrize("level", ["information", "off"])
@pytest.mark.parametrize("reason", ["We keep them elsewhere.", {"en": "Elsewhere.", "fr": "Là."}])
def test_a_rule_is_lowered_or_waived_with_a_reason(level: str, reason: object, site: Path) -> None:
    code, told = _check(site, {CONSENT: {"level": level, "reason": reason}})
    assert told.get(CONSENT, set()) == (set() if level == "off" else _everywhere(level))
    assert "S102" not in told
    assert code == 0


@pytest.mark.parametrize("reason", [None, "", "  ", {}, {"fr": ""}])
def test_a_rule_that_is_lowered_without_a_reason_is_an_error_and_stays(
    reason: object, site: Path
) -> None:
    code, told = _check(site, {CONSENT: {"level": "off", "reason": reason}})
    assert told["S102"] == {"error pelicanconf.py"}
    assert told[CONSENT] == _everywhere("warning")
    assert code == 1


def test_what_a_profile_makes_an_error_is_lowered_only_with_a_reason(site: Path) -> None:
    lowered = {SAME_BODY: {"level": "warning"}}
    # Without the profile a warning is what it is: nothing is lowered.
    assert "S102" not in _check(site, lowered)[1]
    told = _check(site, lowered, ["us"])[1]
    assert told["S102"] == {"error pelicanconf.py"}
    assert told[SAME_BODY] == {f"error {COPY}"}
    lowered[SAME_BODY]["reason"] = "They are a couple."
    told = _check(site, lowered, ["us"])[1]
    assert told[SAME_BODY] == {f"warning {COPY}"}
    assert "S102" not in told


@pytest.mark.parametrize(
    ("only", "covered"),
    [
        ("kettle/2026-05-14-saved-us-a-week", {KETTLE}),
        (KETTLE, {KETTLE}),
        ("reviews/kettle/2026-05-14-saved-us-a-week", {KETTLE}),
        ("kettle", {KETTLE, COPY}),
        ("reviews/kettle/", {KETTLE, COPY}),
        (["mug", "kettle/2026-05-15-quick-and-quiet"], {MUG, COPY}),
        ("reviews", {KETTLE, COPY, MUG}),
        ("ket", set()),
        ("kettle/2026-05-14", set()),
    ],
)
def test_only_limits_it_to_a_review_or_a_folder(
    only: object, covered: set[str], site: Path
) -> None:
    _, told = _check(site, {CONSENT: {"level": "error", "only": only}})
    assert told[CONSENT] == {
        f"{'error' if file in covered else 'warning'} {file}" for file in (KETTLE, COPY, MUG)
    }


def test_only_limits_what_is_waived_too(site: Path) -> None:
    waived = {CONSENT: {"level": "off", "reason": "Asked by word of mouth.", "only": "mug"}}
    told = _check(site, waived)[1]
    assert told[CONSENT] == {f"warning {KETTLE}", f"warning {COPY}"}


@pytest.mark.parametrize("name", ["C101", "c101", "consent-missing", "Consent-Missing"])
def test_a_rule_is_named_by_code_or_name_in_any_case(name: str, site: Path) -> None:
    assert _check(site, {name: {"level": "error"}})[1][CONSENT] == _everywhere("error")


@pytest.mark.parametrize(
    ("typed", "closest"),
    [("C1O1", "C101"), ("consent-mising", "consent-missing"), ("RATING-OUT-OF-RNGE", "rating-out")],
)
def test_an_unknown_rule_is_told_with_the_closest(typed: str, closest: str, site: Path) -> None:
    assert _check(site, {typed: {"level": "off", "reason": "So."}})[0] == 1
    (line,) = (
        line for line in run("check", *DAY, cwd=site).stdout.splitlines() if " S102 " in line
    )
    assert line.startswith("pelicanconf.py:7:")
    assert f"has {typed}, which is no rule. Did you mean {closest}" in line


@pytest.mark.parametrize("rule", ["F101", "y110", "S102", "S101"])
def test_what_cannot_be_read_cannot_be_lowered(rule: str, site: Path) -> None:
    write_file(site, MUG, b"author: Ada Byron\nreviewRating: 4\nstars: 4\nreviewRating: 4\n")
    code, told = _check(site, {rule: {"level": "warning", "reason": "We like it so."}})
    assert told["S102"] == {"error pelicanconf.py"}
    assert {f"error {MUG}"} == told["F101"] | told["Y110"]
    assert code == 1


@pytest.mark.parametrize("entry", ["off", {}, {"level": "grave"}, {"level": "off", "why": "So."}])
def test_an_entry_that_cannot_be_read_is_an_error_and_changes_nothing(
    entry: object, site: Path
) -> None:
    code, told = _check(site, {CONSENT: entry})
    assert told[CONSENT] == _everywhere("warning")
    assert any("error pelicanconf.py" in where for where in told.values())
    assert code == 1


def test_a_milder_variety_of_a_fault_stays_milder_unless_the_site_says_otherwise(
    site: Path,
) -> None:
    # A story of tomorrow is a warning, a review of tomorrow an error: both are date-in-future.
    write_file(site, "content/stories/tea.md", b"Title: Tea\nDate: 2027-01-01\n\nTea.\n")
    assert _check(site)[1]["D101"] == {"warning content/stories/tea.md"}
    raised = _check(site, {"D101": {"level": "error"}})[1]["D101"]
    assert raised == {"error content/stories/tea.md"}


MAY_BE_LOWERED = [
    pytest.param(doc, id=doc.rule.code)
    for doc in all_rules()
    if doc.module.split(".")[-2] in {"content", "site"}
    and doc.rule.level is Level.ERROR
    and not is_fixed(doc)
]


@pytest.mark.parametrize("doc", MAY_BE_LOWERED)
def test_whatever_may_be_lowered_can_be_built(doc: RuleDoc, tmp_path: Path) -> None:
    write_site(tmp_path)
    write_samples(doc.bad, tmp_path)
    conf = tmp_path / "pelicanconf.py"
    lowered = {doc.rule.code: {"level": "information", "reason": "We like it so."}}
    conf.write_text(f"{conf.read_text()}REVIEW_RULES = {lowered!r}\n", encoding="utf-8")
    done = run("build", *DAY, cwd=tmp_path, check=0)
    assert f"information: {doc.rule.code} {doc.rule.name}: " in done.stdout
