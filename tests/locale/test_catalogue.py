"""The French catalogue is whole, well set, and found by who asks for it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from ambassade.locale import FOLDER, long_date, terminal_language, translations
from ambassade.rules.documentation import all_rules
from tests.ambassade_command import REPOSITORY, run

if TYPE_CHECKING:
    from collections.abc import Sequence

FRENCH = FOLDER / "fr" / "ambassade.po"
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
NO_BREAK = "\u00a0"

# Short names of laws too, such as {eu-consent}.
_PLACEHOLDER = re.compile(r"%\([a-z_]+\)s|(?<!\{)\{[a-z0-9_-]+(?:![rs])?\}")
_CODE = re.compile(r"`[^`]*`|https?://|%\([a-z_]+\)s|\{[a-z_]+(?:![rs])?\}")
_FAULTS = {
    "a straight apostrophe": re.compile(r"[^\W\d_]['`][^\W\d_]"),
    "a quotation mark that is not French": re.compile(r"[\"“”]"),
    "no no-break space before a high mark": re.compile(rf"[^{NO_BREAK}\s;:!?»][;:!?»]"),
    "a space that may break before a high mark": re.compile(r"[ \u202f][;:!?»]"),
    "no no-break space after «": re.compile(rf"«(?!{NO_BREAK})"),
    "two spaces": re.compile(rf"[ {NO_BREAK}]{{2}}"),
    "three dots": re.compile(r"\.\.\."),
}


@cache
def _extracted() -> Catalog:
    """Return the sentences of code and theme, gathered as `make catalogue` gathers them."""
    with (FOLDER / "extract.cfg").open(encoding="utf-8") as config:
        methods, options = parse_mapping_cfg(config)  # type: ignore[no-untyped-call]
    found = Catalog()
    for file, line, message, _, _ in extract_from_dir(REPOSITORY, methods, options):
        found.add(message, locations=[(str(file), line)])
    return found


@cache
def _french() -> Catalog:
    with FRENCH.open("rb") as source:
        return read_po(source)


def _messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def _texts(value: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return the text of a message, or both of one that has a plural."""
    return (value,) if isinstance(value, str) else tuple(value or ())


def test_every_sentence_of_code_and_theme_is_in_french() -> None:
    missing = []
    for message in _messages(_extracted()):
        french = _french().get(message.id)
        if french is None or not _texts(french.string) or not all(_texts(french.string)):
            missing.append(f"{message.locations[0]}: {_texts(message.id)[0]}")
    assert missing == [], "say make catalogue, and translate these"


def test_code_and_theme_both_have_sentences() -> None:
    files = {file for message in _messages(_extracted()) for file, _ in message.locations}
    assert any(file.endswith("check.py") for file in files)
    assert any(file.endswith("review_policy.html") for file in files)


def test_every_rule_has_its_title_and_its_reason_gathered() -> None:
    missing = []

    def look(message: str) -> str:
        if _extracted().get(message) is None:
            missing.append(message)
        return message

    for doc in all_rules():
        doc.sentences(look)
    assert missing == []


def test_no_sentence_is_fuzzy_obsolete_or_left_over() -> None:
    assert list(_french().obsolete) == []
    left = [
        message.id
        for message in _messages(_french())
        if message.fuzzy or _extracted().get(message.id) is None
    ]
    assert left == [], "say make catalogue"


def test_a_plural_has_the_two_forms_of_french_where_english_has_two() -> None:
    assert _french().plural_forms == "nplurals=2; plural=(n > 1);"
    for message in _messages(_extracted()):
        assert len(_texts(_french()[message.id].string)) == len(_texts(message.id)), message.id


def test_every_sentence_has_the_placeholders_of_its_original() -> None:
    for message in _messages(_french()):
        wanted = {_marks(text) for text in _texts(message.id)}
        assert {_marks(text) for text in _texts(message.string)} == wanted, message.id


def _marks(text: str) -> frozenset[str]:
    return frozenset(_PLACEHOLDER.findall(text))


def test_a_sentence_told_with_its_values_keeps_its_doubled_braces() -> None:
    for message in _messages(_french()):
        for text in _texts(message.string):
            assert text.count("{{") == _texts(message.id)[0].count("{{"), text


@pytest.mark.parametrize("fault", sorted(_FAULTS))
def test_french_is_set_as_french(fault: str) -> None:
    texts = [text for message in _messages(_french()) for text in _texts(message.string)]
    # What stands at `file:line:column:` is told behind it, in any language.
    texts = [text.removeprefix("{place}:") for text in texts]
    assert [text for text in texts if _FAULTS[fault].search(_CODE.sub("x", text))] == []


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0 erreur"), (1, "1 erreur"), (2, "2 erreurs"), (21, "21 erreurs")]
)
def test_french_counts_none_as_one(number: int, told: str) -> None:
    plural = translations("fr").ngettext("{count} error", "{count} errors", number)
    assert plural.format(count=number) == told


@pytest.mark.parametrize(
    ("day", "language", "told"),
    [
        (1, "fr", "1er mai 2026"),
        (11, "fr", "11 mai 2026"),
        (21, "fr-CA", "21 mai 2026"),
        (1, "fr-CA", "1er mai 2026"),
        (1, "en", "May 1, 2026"),
    ],
)
def test_in_french_only_the_first_of_a_month_is_an_ordinal(
    day: int, language: str, told: str
) -> None:
    assert long_date(date(2026, 5, day), language) == told


@pytest.mark.parametrize("tag", ["fr", "fr-CA", "FR"])
def test_every_french_is_french(tag: str) -> None:
    assert translations(tag).gettext("Home") == "Accueil"


@pytest.mark.parametrize("tag", ["en", "de", "x-none", "c", "posix", ""])
def test_a_language_without_a_catalogue_is_english(tag: str) -> None:
    assert translations(tag).gettext("Home") == "Home"
    assert translations(tag).ngettext("{count} error", "{count} errors", 0) == "{count} errors"


@pytest.mark.parametrize(
    ("given", "language"),
    [
        ({}, "en"),
        ({"LANG": ""}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "fr_CA"}, "fr"),
        ({"LANG": "fr_FR@euro"}, "fr"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_MESSAGES": "fr_FR.UTF-8", "LANG": "en_GB.UTF-8"}, "fr"),
        ({"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "fr_FR.UTF-8"}, "fr"),
        ({"LANGUAGE": "fr:en", "LC_ALL": "en_GB.UTF-8"}, "fr"),
        ({"LANGUAGE": "en", "LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_the_terminal_speaks_the_language_of_the_environment(
    given: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _set(given, monkeypatch)
    assert terminal_language() == language


@pytest.mark.parametrize("value", ["C", "C.UTF-8", "POSIX", "en_US.UTF-8", "eo", "."])
def test_a_terminal_without_a_catalogue_speaks_english(
    value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _set({"LANG": value}, monkeypatch)
    assert translations(terminal_language()).gettext("Home") == "Home"


def _set(given: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)


def test_the_command_speaks_french_where_the_terminal_does() -> None:
    told = run("check", "--help", cwd=REPOSITORY, language="fr_FR.UTF-8", check=0).stdout
    assert "Ne change aucun de vos fichiers." in told
    assert "Changes none of your files." in run("check", "--help", cwd=REPOSITORY, check=0).stdout
