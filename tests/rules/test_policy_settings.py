"""What a profile wants answered in the settings, and what `init` left to fill in (S103 to S107)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ambassade.problem import Level
from ambassade.rules.asked_settings import ASKED, QUESTIONS
from ambassade.rules.content import sample_published
from ambassade.rules.severity import judge
from ambassade.scaffold import fill
from tests.ambassade_command import run
from tests.rules.sample_site import SETTINGS, find_problems, read_site, tell, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

POLICY = {
    "RETENTION_MONTHS": "60",
    "collection": '"We ask everybody."',
    "verification": '"We look the order up."',
    "moderation": '"Never for its rating."',
    "replies": '"The workshop answers."',
    "incentives": '"Nothing is given."',
    "report": '"Write to us."',
    "contact": '"Write to us."',
    "changes": '"Write to us."',
    "publicationDays": "21",
}


def _write(site: Path, profiles: list[str], policy: dict[str, str], more: str = "") -> Path:
    """Write a site with those profiles and those answers."""
    write_site(site)
    months = policy.get("RETENTION_MONTHS")
    texts = [f'    "{key}": {text},\n' for key, text in policy.items() if key[0].islower()]
    lines = [SETTINGS.replace("example.com", "kettles.example"), f"REVIEW_PROFILES = {profiles}\n"]
    lines += [f"RETENTION_MONTHS = {months}\n"] if months else []
    lines += ["REVIEW_POLICY = {\n", *texts, "}\n", more]
    write_file(site, "pelicanconf.py", "".join(lines).encode())
    return site


def _without(*keys: str) -> dict[str, str]:
    return {key: text for key, text in POLICY.items() if key not in keys}


def _missing(site: Path) -> list[str]:
    """Return the settings that are told to be missing, as `check` tells them."""
    told = [one for one in find_problems(site) if one.code == "S103"]
    return [dict(one.values)["key"] for one in sorted(told, key=lambda one: one.sort_key)]


def _levels(site: Path, code: str) -> set[Level]:
    catalogue = read_site(site)[0]
    return {one.level for one in judge(find_problems(site), catalogue.settings) if one.code == code}


@pytest.mark.parametrize("profile", sorted(ASKED))
def test_each_profile_is_told_of_what_it_asks_and_of_nothing_else(
    profile: str, tmp_path: Path
) -> None:
    asked = [key for key in QUESTIONS if key in ASKED[profile]]
    assert _missing(_write(tmp_path, [profile], {})) == asked
    assert _levels(tmp_path, "S103") == {Level.ERROR}


@pytest.mark.parametrize("profile", sorted(ASKED))
@pytest.mark.parametrize("key", QUESTIONS)
def test_one_answer_taken_away_is_the_one_that_is_missing(
    profile: str, key: str, tmp_path: Path
) -> None:
    site = _write(tmp_path, [profile], _without(key.rpartition(".")[2]))
    assert _missing(site) == ([key] if key in ASKED[profile] else [])


@pytest.mark.parametrize("profiles", [[], ["google"], ["us"]])
def test_who_asks_for_no_policy_is_told_nothing(profiles: list[str], tmp_path: Path) -> None:
    assert _missing(_write(tmp_path, profiles, {})) == []


def test_a_rule_that_is_raised_without_a_law_asks_for_everything(tmp_path: Path) -> None:
    raised = 'REVIEW_RULES = {"S103": {"level": "error"}}\n'
    assert _missing(_write(tmp_path, ["google"], {}, raised)) == list(QUESTIONS)
    assert _levels(tmp_path, "S103") == {Level.ERROR}


@pytest.mark.parametrize("said", ['"none"', '"None"', "14"])
def test_none_is_an_answer_where_a_number_is_asked_for(said: str, tmp_path: Path) -> None:
    policy = POLICY | {"publicationDays": said, "RETENTION_MONTHS": said}
    assert _missing(_write(tmp_path, ["fr"], policy)) == []


@pytest.mark.parametrize("said", ["None", '""', '"  "', "{}"])
def test_an_empty_number_is_no_answer(said: str, tmp_path: Path) -> None:
    site = _write(tmp_path, ["fr"], POLICY | {"publicationDays": said})
    assert _missing(site) == ["REVIEW_POLICY.publicationDays"]


@pytest.mark.parametrize(
    "said", ['""', '"…"', '"..."', '"[how we check]"', '{"en": " ", "fr": "…"}']
)
def test_a_placeholder_is_no_answer(said: str, tmp_path: Path) -> None:
    site = _write(tmp_path, ["eu"], POLICY | {"verification": said})
    assert _missing(site) == ["REVIEW_POLICY.verification"]


def test_where_to_report_answers_how_to_report(tmp_path: Path) -> None:
    policy = _without("report") | {"reportUrl": '"https://kettles.example/report"'}
    assert _missing(_write(tmp_path, ["fr", "uk"], policy)) == []


def test_an_empty_policy_is_told_where_it_stands(tmp_path: Path) -> None:
    write_site(tmp_path)
    text = SETTINGS + 'REVIEW_PROFILES = ["eu"]\nREVIEW_POLICY = {}\n'
    write_file(tmp_path, "pelicanconf.py", text.encode())
    places = {str(one.place) for one in find_problems(tmp_path) if one.code == "S103"}
    assert places == {"pelicanconf.py:7:17"}


def test_a_text_by_language_is_wanted_in_every_language(tmp_path: Path) -> None:
    policy = POLICY | {
        "moderation": '{"en": "Never for its rating."}',
        "contact": '{"en": "Write to us.", "fr": "[à dire]"}',
        "changes": '{"en": "Write to us.", "fr-CA": "Écrivez-nous."}',
    }
    _write(tmp_path, ["fr"], policy)
    told = [dict(one.values) for one in find_problems(tmp_path) if one.code == "S104"]
    assert sorted((one["key"], one["language"]) for one in told if "key" in one) == [
        ("REVIEW_POLICY.contact", "French (fr)"),
        ("REVIEW_POLICY.moderation", "French (fr)"),
    ]
    assert _levels(tmp_path, "S104") == {Level.WARNING}


def test_plain_texts_of_a_site_of_two_languages_are_told_once_all_together(tmp_path: Path) -> None:
    policy = {key: POLICY[key] for key in ("collection", "verification", "publicationDays")}
    policy["changes"] = '{"en": "Write to us.", "fr": "Écrivez-nous."}'
    _write(tmp_path, ["fr"], policy, 'HEADLINE = "Words"\nTAGLINE = {"en": "A", "fr": "B"}\n')
    (line,) = tell(find_problems(tmp_path), "S104")
    assert line == (
        "pelicanconf.py:8:19: Not given by language: HEADLINE, REVIEW_POLICY.collection, "
        "REVIEW_POLICY.verification. The pages in every language show these words as they stand. "
        'Write them by language: {"en": "…", "fr": "…"}.'
    )


def test_plain_texts_of_a_site_of_one_language_are_in_that_language(tmp_path: Path) -> None:
    _write(tmp_path, ["fr"], POLICY, 'LANGUAGES = ["en"]\n')
    assert tell(find_problems(tmp_path), "S104") == []


def test_a_site_of_two_languages_begins_with_texts_by_language(tmp_path: Path) -> None:
    run("init", "two", "--languages", "fr,en", cwd=tmp_path, check=0)
    run("init", "one", "--languages", "fr", cwd=tmp_path, check=0)
    two, one = (tmp_path / f"{name}/pelicanconf.py" for name in ("two", "one"))
    assert '# "verification": {"fr": "…", "en": "…"},' in two.read_text("utf-8")
    assert '# "verification": "…",' in one.read_text("utf-8")


def test_a_missing_retention_is_told_at_the_first_line(tmp_path: Path) -> None:
    _write(tmp_path, ["fr"], _without("RETENTION_MONTHS"))
    (line,) = tell(find_problems(tmp_path), "S103")
    assert line.startswith("pelicanconf.py:1:1: ")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://example.com", True),
        ("https://www.example.com/sub", True),
        ("http://localhost:8000", True),
        ("http://127.0.0.1", True),
        ("https://clairvent.example.com", False),
        ("https://example.org", False),
    ],
)
@pytest.mark.parametrize("profile", ["google", "us"])
def test_the_address_of_examples_is_a_warning_under_any_profile(
    address: str, profile: str, tmp_path: Path, *, told: bool
) -> None:
    _write(tmp_path, [profile], POLICY)
    conf = tmp_path / "pelicanconf.py"
    conf.write_text(conf.read_text("utf-8").replace("https://kettles.example", address), "utf-8")
    assert _levels(tmp_path, "S105") == ({Level.WARNING} if told else set())


PAGE = "Title: Legal notice\nSummary: [in the header]\n\n"


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Publisher: [name of the company].", "4:12"),
        ("One.\n\nTwo [a text\non two lines], three.", "6:5"),
        ("`[code]` and [name]", "4:14"),
        ("[name]\n\n[other]: https://example.com", "4:1"),
        ("[Name, address] and [a link](https://example.com)", "4:1"),
    ],
)
def test_a_text_in_brackets_is_to_be_filled_in(body: str, place: str, tmp_path: Path) -> None:
    _write(tmp_path, ["fr"], POLICY)
    write_file(tmp_path, "content/pages/notice.md", (PAGE + body).encode())
    told = [str(one.place) for one in find_problems(tmp_path) if one.code == "S106"]
    assert told == [f"content/pages/notice.md:{place}"]
    assert _levels(tmp_path, "S106") == {Level.ERROR}


@pytest.mark.parametrize(
    "body",
    [
        "[a link](https://example.com) and [a title](https://example.com 'T')",
        "[a link][there]\n\n[there]: https://example.com",
        "[there]\n\n[there]: https://example.com",
        "[There][]\n\n[there]: https://example.com",
        "![a picture](images/kettle.png)",
        "A note.[^note]\n\n[^note]: Told below.",
        "He said [sic] so […] and [...] so [1].",
        "- [x] done\n- [ ] to do",
        "`[code]`\n\n```\n[fenced]\n```\n\n~~~\n[fenced]\n~~~",
        "<!-- [a comment] -->",
        "\\[meant so\\]",
        "*[HTML]: a language\n\nHTML.",
        "[one paragraph\n\nand another]",
    ],
)
def test_other_brackets_are_nothing_to_fill_in(body: str, tmp_path: Path) -> None:
    _write(tmp_path, ["fr"], POLICY)
    write_file(tmp_path, "content/pages/notice.md", (PAGE + body).encode())
    assert [one for one in find_problems(tmp_path) if one.code == "S106"] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_new_story_is_to_be_filled_in(language: str, tmp_path: Path) -> None:
    run("init", "shop", "--languages", language, cwd=tmp_path, check=0)
    words = ("--title", "Tea", "--item", "our-product", "--client", "Tide")
    run("new", "story", *words, cwd=tmp_path / "shop", check=0)
    told = run("check", cwd=tmp_path / "shop", check=0).stdout
    assert "content/stories/tea.md:16:1: warning: S106 page-to-fill-in: The story still" in told
    assert "content/stories/sample-story.md:16:1" not in told


@pytest.mark.parametrize(
    "body",
    [
        'She said: "[The kettle] boils, and [it] sings."',
        "> [The kettle] boils.",
        "[Kettle]\n\n[kettle]: https://example.com",
        "[TOC]\n\n## Tea",
    ],
)
def test_brackets_of_a_quotation_in_a_story_are_nothing_to_fill_in(
    body: str, tmp_path: Path
) -> None:
    _write(tmp_path, ["fr"], POLICY)
    story = f"Title: Tea\nDate: 2026-05-20\nSummary: [x]\n\n{body}"
    write_file(tmp_path, "content/stories/tea.md", story.encode())
    assert [one for one in find_problems(tmp_path) if one.code == "S106"] == []


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("profile", "page", "sample"),
    [("google", "warning: ", "warning: "), ("eu", "warning: ", ""), ("fr", "", "")],
)
def test_what_init_leaves_to_do_is_told(
    language: str, profile: str, page: str, sample: str, tmp_path: Path
) -> None:
    run("init", "shop", "--languages", language, cwd=tmp_path, check=0)
    conf = tmp_path / "shop/publishconf.py"
    conf.write_text(conf.read_text("utf-8") + f'REVIEW_PROFILES = ["{profile}"]\n', "utf-8")
    told = run("check", "--settings", "publishconf.py", cwd=tmp_path / "shop").stdout
    for file in ("legal-notice", "privacy"):
        assert f"content/pages/{file}.md:6:1: {page}S106 page-to-fill-in" in told
    for file in ("item", "2025-03-03-a-sample-to-delete"):
        assert f"reviews/our-product/{file}.yaml:1:1: {sample}S107 sample-published" in told
    assert f"content/stories/sample-story.md:1:1: {sample}S107" in told
    assert "warning: S105 address-to-fill-in" in told


def test_the_questions_come_in_the_order_of_the_settings_file(tmp_path: Path) -> None:
    run("init", "shop", cwd=tmp_path, check=0)
    conf = tmp_path / "shop/publishconf.py"
    text = conf.read_text("utf-8")
    conf.write_text(text.replace("# REVIEW_PROFILES", "REVIEW_PROFILES"), "utf-8")
    told = run("check", "--settings", "publishconf.py", cwd=tmp_path / "shop", check=1).stdout
    asked = [
        line.split(" is missing")[0].split(": ")[-1] for line in told.splitlines() if "S103" in line
    ]
    written = (tmp_path / "shop/pelicanconf.py").read_text("utf-8")
    at = [written.index(f"{key.rpartition('.')[2]}") for key in asked]
    assert len(asked) == len(ASKED["fr"])
    assert at[0] == min(at)
    commented = [written.index(f'# "{key.rpartition(".")[2]}"') for key in asked[1:]]
    assert commented == sorted(commented)


def test_an_item_that_was_made_ones_own_is_no_sample(tmp_path: Path) -> None:
    _write(tmp_path, ["fr"], POLICY)
    write_file(tmp_path, "reviews/our-product/item.yaml", b"type: Product\nname: Rain coat\n")
    assert [one for one in find_problems(tmp_path) if one.code == "S107"] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_names_of_the_sample_items_are_those_that_are_recognised(language: str) -> None:
    names = [
        line.removeprefix("name: ")
        for line in fill(f"{language}/sample/item.yaml", tag=language).splitlines()
        if line.startswith("name: ")
    ]
    assert names
    assert set(names) <= set(sample_published.ITEM_NAMES)
