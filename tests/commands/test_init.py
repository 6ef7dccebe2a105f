"""`ambassade init`: a site of one's own in two commands, asked for or not."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from ambassade.fields.settings import REVIEW_POLICY
from tests.ambassade_command import files_of, run
from tests.pseudo_terminal import converse
from tests.site_checks import CHECKS

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = """L'Été "chic" {{ 7*7 }} \\n {% raw %} 'x' # \N{NO-BREAK SPACE}é """
SAMPLES = (
    "content/stories/sample-story.md",
    "reviews/our-product/2025-03-03-a-sample-to-delete.yaml",
    "reviews/our-product/item.yaml",
)


def settings_of(site: Path, file: str = "pelicanconf.py") -> dict[str, object]:
    """Return what a settings file of the site defines."""
    from ambassade.find_site import load_settings  # noqa: PLC0415 - only here

    return load_settings(site / file, site)


def assert_only_warnings(site: Path) -> None:
    """Assert that `check` tells what is left to fill in, and no error."""
    told = run("check", cwd=site, check=0).stdout.splitlines()
    assert all("warning: " in line or "information: " in line for line in told), told
    for code in ("S105", "S106", "S107"):
        assert any(code in line for line in told), code


def test_with_no_terminal_it_builds_and_has_no_error_whatever_the_language(tmp_path: Path) -> None:
    run("init", "shop", cwd=tmp_path, language="fr_FR.UTF-8", check=0)
    site = tmp_path / "shop"
    values = settings_of(site)
    assert values["SITENAME"] == "shop"
    assert values["COMPANY"] == {"type": "Organization", "name": "shop"}
    assert (values["DEFAULT_LANG"], values["LANGUAGES"]) == ("en", ["en"])
    assert values["SITEURL"] == settings_of(site, "publishconf.py")["SITEURL"]
    assert values["SITEURL"] == "https://example.com"
    assert values["REVIEW_POLICY"] == {}
    assert values["REVIEW_PROFILES"] == ["google"]
    assert "RETENTION_MONTHS" not in values
    assert "REVIEW_RULES" not in values
    assert_only_warnings(site)
    run("build", cwd=site, check=0)
    run("build", "--settings", "publishconf.py", cwd=site, check=0)


def test_what_is_wrong_is_told_of_what_was_asked_and_once(tmp_path: Path) -> None:
    words = ("--languages", "french", "--address", "x")
    told = run("init", "shop", *words, cwd=tmp_path, check=2).stderr
    assert [line.split(" is ")[0] for line in told.splitlines()] == ["The address", "The language"]


def test_the_built_site_passes_every_check_in_both_languages(tmp_path: Path) -> None:
    run("init", "shop", "--languages", "fr,en", cwd=tmp_path, check=0)
    site = tmp_path / "shop"
    assert "Mentions légales" in (site / "content/pages/legal-notice.md").read_text("utf-8")
    assert "Legal notice" in (site / "content/pages/legal-notice.en.md").read_text("utf-8")
    assert_only_warnings(site)
    run("build", cwd=site, check=0)
    for name, check in CHECKS.items():
        assert check(site / "output", "https://example.com") == [], name


def test_the_same_top_level_as_the_sample_site(tmp_path: Path) -> None:
    run("init", "shop", cwd=tmp_path, check=0)
    made = {path.name for path in (tmp_path / "shop").iterdir()}
    assert made == {
        ".gitignore", ".vscode", "README.md", "content", "pelicanconf.py", "plugins",
        "publishconf.py", "reviews", "theme",
    }  # fmt: skip
    schemas = json.loads((tmp_path / "shop/.vscode/settings.json").read_text("utf-8"))
    for schema in schemas["yaml.schemas"]:
        assert (tmp_path / "shop" / schema).is_file()
    for folder in ("theme", "plugins"):
        assert [path.name for path in (tmp_path / "shop" / folder).iterdir()] == ["README.md"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_else_refers_to_the_samples_and_a_site_without_them_builds(
    language: str, tmp_path: Path
) -> None:
    run("init", "shop", "--languages", language, cwd=tmp_path, check=0)
    site = tmp_path / "shop"
    for name in SAMPLES:
        (site / name).unlink()
    (site / "reviews/our-product").rmdir()
    for name, data in files_of(site).items():
        for word in (b"our-product", b"a-sample-to-delete", b"sample-story"):
            assert word not in data, name
    assert "S107" not in run("check", cwd=site, check=0).stdout
    run("build", cwd=site, check=0)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_settings_file_asks_every_question_of_the_policy(language: str, tmp_path: Path) -> None:
    run("init", "shop", "--languages", language, cwd=tmp_path, check=0)
    written = (tmp_path / "shop/pelicanconf.py").read_text(encoding="utf-8")
    for field in REVIEW_POLICY.fields:
        assert f'    # "{field.key}": ' in written, field.key
    for name in ("RETENTION_MONTHS", "REVIEW_RULES"):
        assert f"\n# {name} = " in written, name


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_example_of_a_rule_of_ones_own_holds_once_it_names_a_folder(
    language: str, tmp_path: Path
) -> None:
    run("init", "shop", "--languages", language, cwd=tmp_path, check=0)
    conf = tmp_path / "shop/pelicanconf.py"
    before, example, after = re.split(
        r"^(# REVIEW_RULES = \{\n.*?^# \}\n)",
        conf.read_text("utf-8"),
        flags=re.DOTALL | re.MULTILINE,
    )
    own = re.sub(r"^# ", "", example, flags=re.MULTILINE)
    conf.write_text(before + own + after, encoding="utf-8")
    assert_only_warnings(tmp_path / "shop")
    rules = settings_of(tmp_path / "shop")["REVIEW_RULES"]
    assert isinstance(rules, dict)
    assert set(rules["consent-missing"]) == {"level", "reason", "only"}


def test_no_folder_of_content_is_needed(tmp_path: Path) -> None:
    run("init", "shop", cwd=tmp_path, check=0)
    shutil.rmtree(tmp_path / "shop/content")
    shutil.rmtree(tmp_path / "shop/reviews/our-product")
    run("build", cwd=tmp_path / "shop", check=0)


def test_any_name_of_a_company_survives(tmp_path: Path) -> None:
    run("init", "shop", "--company", HOSTILE, cwd=tmp_path, check=0)
    for file in ("pelicanconf.py", "publishconf.py"):
        assert settings_of(tmp_path / "shop", file)["SITENAME"] == " ".join(HOSTILE.split())
    run("build", cwd=tmp_path / "shop", check=0)


@pytest.mark.parametrize(
    "words",
    [
        ["--languages", "en,klingon"],
        ["--address", "example.com"],
        ["--address", "https://example.com/?x"],
        ["--company", "a\x07b"],
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(words: list[str], tmp_path: Path) -> None:
    done = run("init", "shop", *words, cwd=tmp_path, check=2)
    assert done.stderr.strip()
    assert not (tmp_path / "shop").exists()


def test_a_folder_that_holds_anything_is_refused_and_named(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop/letters.txt").write_text("mine", encoding="utf-8")
    done = run("init", "shop", cwd=tmp_path, check=2)
    assert "letters.txt" in done.stderr
    assert files_of(tmp_path) == {"shop/letters.txt": b"mine"}


def test_a_file_is_refused_and_an_empty_clone_is_not(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    run("init", "file", cwd=tmp_path, check=2)
    (tmp_path / "clone/.git").mkdir(parents=True)
    run("init", ".", cwd=tmp_path / "clone", check=0)
    assert settings_of(tmp_path / "clone")["SITENAME"] == "clone"
    run("init", ".", cwd=tmp_path / "clone", check=2)


def test_a_machine_reads_what_was_made(tmp_path: Path) -> None:
    made = json.loads(run("init", "shop", "--json", cwd=tmp_path, check=0).stdout)
    assert made["folder"] == "shop"
    assert made["files"] == sorted(files_of(tmp_path / "shop"))


def test_it_tells_what_comes_next_and_what_the_law_still_wants(tmp_path: Path) -> None:
    told = run("init", "my shop", cwd=tmp_path, check=0).stdout
    assert "cd 'my shop'\n" in told
    assert "cd ./-shop\n" in run("init", "./-shop", cwd=tmp_path, check=0).stdout
    for word in ("ambassade new review", "RETENTION_MONTHS", "publicationDays", "private"):
        assert word in told
    french = run("init", "boutique", cwd=tmp_path, language="fr_FR.UTF-8", check=0).stdout
    assert "Gardez le dépôt privé" in french


def test_in_a_terminal_it_asks_and_asks_again(tmp_path: Path) -> None:
    code, shown = converse(
        "init", "shop", cwd=tmp_path,
        answers=[
            ("company [shop]", 'The "Kettle" Shop'),
            ("own first [en]", "en, xx1"),
            ("own first [en]", "en, fr"),
            ("[https://example.com]", ""),
        ],
    )  # fmt: skip
    assert code == 0, shown
    values = settings_of(tmp_path / "shop")
    assert values["SITENAME"] == 'The "Kettle" Shop'
    assert values["LANGUAGES"] == ["en", "fr"]
    assert values["SITEURL"] == "https://example.com"
    assert "xx1" in shown
    run("build", cwd=tmp_path / "shop", check=0)


def test_in_a_french_terminal_it_asks_in_french_and_offers_french(tmp_path: Path) -> None:
    code, shown = converse(
        "init", "boutique", "--address", "https://boutique.example", cwd=tmp_path,
        language="fr_FR.UTF-8",
        answers=[("Nom de l’entreprise [boutique]", ""), ("[fr]", "")],
    )  # fmt: skip
    assert code == 0, shown
    values = settings_of(tmp_path / "boutique")
    assert (values["LANGUAGES"], values["SITEURL"]) == (["fr"], "https://boutique.example")
    assert "est maintenant un site" in shown
