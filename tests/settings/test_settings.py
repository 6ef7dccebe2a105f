"""The settings files: what they become, and where their faults are told."""

from pathlib import Path

import pytest
from pelican.settings import DEFAULT_CONFIG

from ambassade.addresses import Addresses
from ambassade.ids import make_ids
from ambassade.media import PictureFolder
from ambassade.problem import Place
from ambassade.settings import Localized
from ambassade.source.settings_reader import find_places, read_settings
from tests.settings.sites import read_conf


def test_the_least_settings_make_a_site_in_english(tmp_path: Path) -> None:
    settings, told = read_conf(tmp_path, "")
    assert told == []
    assert (settings.site_url, settings.site_name) == ("https://example.com", "Kettles")
    assert (settings.languages, settings.default_language) == (("en",), "en")
    assert (settings.reviews_per_page, settings.retention_months) == (20, None)
    assert (settings.ai_crawlers, settings.company.type) == ("allow", "Organization")
    assert settings.addresses == Addresses()


@pytest.mark.parametrize("name", ["SITEURL", "SITENAME", "COMPANY"])
def test_what_is_needed_is_missed(tmp_path: Path, name: str) -> None:
    _, told = read_conf(tmp_path, f'{name} = ""\n')
    assert told == [f"pelicanconf.py:1:1: F103 {name} is missing. Add it."]


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ('SITEURL = "example.com"\n', "1:11", "F107"),
        ('SITEURL = "https://example.com/?a"\n', "1:11", "S101"),
        ('SITEURL = "https://example.com//a"\n', "1:11", "S101"),
        ('SITEURL = "https://example.com/.."\n', "1:11", "S101"),
        ('SITEURL = "https://example.com/a/../../b"\n', "1:11", "S101"),
        ('SITEURL = "https://example.com/%2E./b"\n', "1:11", "S101"),
        ('SITEURL = "https://example.com/./"\n', "1:11", "S101"),
        ('SITEURL = "https://a..example"\n', "1:11", "F107"),
        ('SITEURL = "https://.example"\n', "1:11", "F107"),
        ('SITEURL = "https://a%2eexample"\n', "1:11", "S101"),
        ('SITEURL: str = "example.com"\n', "1:16", "F107"),
        ('X = 1; SITEURL = "example.com"\n', "1:18", "F107"),
        ('# é\nCOMPANY = {"name": "Zoé 漢😀", "url": "x"}\n', "2:37", "F107"),
        ('COMPANY = {\n    "name": "K",\n    "sameAs": ["x"],\n}\n', "3:15", "F107"),
        ('COMPANY = {"name": "K", "nmae": 1}\n', "1:33", "F101"),
        ('COMPANY = "K"\n', "1:11", "F102"),
        ('COMPANY = {"name": "K", "address": {"town": "x"}}\n', "1:45", "F101"),
        ('COMPANY = {"name": "K", "logo": "images/none.png"}\n', "1:33", "F110"),
        ('COMPANY = {"name": "K", "logo": "../none.png"}\n', "1:33", "F111"),
        ('COMPANY = {"name": "K", "type": "Person"}\n', "1:33", "F106"),
        ('LANGUAGES = ["en", "english"]\n', "1:13", "F108"),
        ('DEFAULT_LANG = "english"\n', "1:16", "F108"),
        ("RETENTION_MONTHS = 6.5\n", "1:20", "S101"),
        ("RETENTION_MONTHS = 0\n", "1:20", "F104"),
        ("RETENTION_MONTHS = True\n", "1:20", "F104"),
        ('REVIEWS_PER_PAGE = "many"\n', "1:20", "F104"),
        ('AI_CRAWLERS = "deny"\n', "1:15", "F106"),
        ('HEADLINE = {"english": "x"}\n', "1:24", "F108"),
        ('LEAVE_REVIEW_URL = "javascript:x"\n', "1:20", "F107"),
        ('SITENAME = "a\\x07b"\n', "1:12", "Y102"),
        ('SITENAME = "a\\uffffb"\n', "1:12", "Y102"),
        ('SITENAME = "a\\ud800b"\n', "1:12", "Y102"),
        ('HEADLINE = {"en": "x", "fr": "\\x1b"}\n', "1:30", "Y102"),
    ],
)
def test_a_wrong_value_is_told_where_it_was_typed(
    tmp_path: Path, text: str, place: str, code: str
) -> None:
    _, told = read_conf(tmp_path, text)
    assert [line.split(" ")[:2] for line in told] == [[f"pelicanconf.py:{place}:", code]]


def test_the_later_file_says_where_a_value_was_typed(tmp_path: Path) -> None:
    first, second = tmp_path / "pelicanconf.py", tmp_path / "publishconf.py"
    first.write_text('SITEURL = "https://a.org"\nSITENAME = "a"\n')
    second.write_text(
        '\ufefffrom pelicanconf import *\nSITEURL = "https://b.org"\n', encoding="utf-8"
    )
    places = find_places([first, second], tmp_path)
    assert places["SITEURL"] == Place("publishconf.py", 2, 11)
    assert places["SITENAME"] == Place("pelicanconf.py", 2, 12)


def test_a_file_that_is_no_python_has_no_places(tmp_path: Path) -> None:
    (tmp_path / "pelicanconf.py").write_bytes(b"SITEURL = \x00(")
    assert find_places([tmp_path / "pelicanconf.py", tmp_path / "none.py"], tmp_path) == {}


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ('LANGUAGES = ["fr", "en"]\nDEFAULT_LANG = "en"\n', ("en", "fr")),
        ('LANGUAGES = ["en", "fr", "fr"]\nDEFAULT_LANG = "fr"\n', ("fr", "en")),
        ('LANGUAGES = "fr"\n', ("fr",)),
        ('LANGUAGES = {"it", "fr", "de"}\n', ("de", "fr", "it")),
        ("LANGUAGES = []\n", ("en",)),
    ],
)
def test_the_default_language_is_the_first(
    tmp_path: Path, text: str, languages: tuple[str, ...]
) -> None:
    settings, told = read_conf(tmp_path, text)
    assert (settings.languages, told) == (languages, [])
    assert settings.addresses.default_language == languages[0]


def test_a_default_language_that_the_site_lacks_is_told(tmp_path: Path) -> None:
    _, told = read_conf(tmp_path, 'DEFAULT_LANG = "de"\nLANGUAGES = ["en", "fr"]\n')
    assert [line.split(" LANGUAGES")[0] for line in told] == ["pelicanconf.py:2:13: S101"]


@pytest.mark.parametrize(
    ("name", "pattern", "taken"),
    [
        ("wall", "/avis/", "avis/"),
        ("wall", "a/b/", "a/b/"),
        ("item", "p/{item}/", "p/{item}/"),
        ("item", "{item}/", "{item}/"),
        ("review", "a/{review}/{item}/", "a/{review}/{item}/"),
        ("feed", "all.xml", "all.xml"),
        ("item_feed", "{item}.xml", "{item}.xml"),
        ("wall", "avis", None),
        ("item", "p/{item}.html", None),
        ("item", "p/", None),
        ("item", "p/{slug}/", None),
        ("item", "p/{item}/{review}/", None),
        ("review", "p/{review}/", None),
        ("item", "p/{item!r}/", None),
        ("item", "p/{item:>9}/", None),
        ("item", "p/{item.x}/", None),
        ("item", "p/{{item}}/", None),
        ("item", "{", None),
        ("wall", "../a/", None),
        ("wall", "a/../b/", None),
        ("wall", "a//b/", None),
        ("wall", "a b/", None),
        ("wall", "é/", None),
        ("wall", "https://x.org/", None),
        ("wall", "a/?b/", None),
        ("feed", "feeds/", None),
        ("wall", "a/Con/", None),
        ("item", "{item}/aux/", None),
        ("item", "com{item}/", None),
        ("feed", "nul.xml", None),
        ("feed", "feed./a.xml", None),
        ("wall", "a" * 101 + "/", None),
        ("wall", "contact/", "contact/"),
    ],
)
def test_an_address_has_its_placeholders_and_nothing_odd(
    tmp_path: Path, name: str, pattern: str, taken: str | None
) -> None:
    settings, told = read_conf(tmp_path, f"ADDRESSES = {{{name!r}: {pattern!r}}}\n")
    assert getattr(settings.addresses, name) == (taken or getattr(Addresses(), name))
    assert [line.split(" ")[1] for line in told] == ([] if taken else ["S101"])


@pytest.mark.parametrize(
    ("name", "closest"),
    [
        ("REVIEW_PROFILE", "REVIEW_PROFILES"),
        ("COMPAGNY", "COMPANY"),
        ("ADRESSES", "ADDRESSES"),
        ("SITE_URL", "SITEURL"),
    ],
)
def test_a_misspelt_setting_is_told(tmp_path: Path, name: str, closest: str) -> None:
    _, (told,) = read_conf(tmp_path, f"{name} = []\n")
    place, _, said = told.partition(" ")
    assert place == f"pelicanconf.py:1:{len(name) + 4}:"
    assert said == f"S109 {name} is no setting, and is read by nobody. Did you mean {closest}?"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "retention_months = 60",
            (
                "1:20: S109 retention_months is no setting, and is read by nobody."
                " Did you mean RETENTION_MONTHS?"
            ),
        ),
        (
            "RETENTION_MONTHS: 60",
            (
                "1:1: S109 RETENTION_MONTHS has no value: a colon gives it none."
                " Write = in place of the colon."
            ),
        ),
    ],
)
def test_a_setting_that_sets_nothing_is_told(tmp_path: Path, typed: str, said: str) -> None:
    settings, told = read_conf(tmp_path, f"{typed}\n")
    assert settings.retention_months is None
    assert told == [f"pelicanconf.py:{said}"]


def test_what_a_setting_is_made_of_may_have_its_name_in_small_letters(tmp_path: Path) -> None:
    assert (
        read_conf(tmp_path, "months = retention_months = 60\nRETENTION_MONTHS = months\n")[1] == []
    )


@pytest.mark.parametrize(
    ("typed", "key", "value"),
    [
        ('COMPANY = {"name": "Tea", "legalName": "…"}', "COMPANY.legalName", "…"),
        ('COMPANY = {"name": "Tea", "telephone": "+33 …"}', "COMPANY.telephone", "+33 …"),
        ('TAGLINE = {"en": "…"}', "TAGLINE.en", "…"),
    ],
)
def test_what_was_not_filled_in_is_told(tmp_path: Path, typed: str, key: str, value: str) -> None:
    (told,) = read_conf(tmp_path, f"{typed}\n")[1]
    assert f"S101 {key} is still “{value}”, as in the example, and would be shown so." in told


@pytest.mark.parametrize(
    "typed",
    [
        'COMPANY = {"name": "Tea", "sameAs": ["https://…"]}',
        'REVIEW_POLICY = {"reportUrl": "https://…"}',
    ],
)
def test_an_address_that_was_not_filled_in_is_told_once(tmp_path: Path, typed: str) -> None:
    (told,) = read_conf(tmp_path, f"{typed}\n")[1]
    assert " F107 " in told


def test_no_setting_of_pelicans_is_taken_for_a_misspelt_one_of_ours() -> None:
    pictures = PictureFolder(Path("content"))
    _, problems = read_settings(DEFAULT_CONFIG, "pelicanconf.py", {}, pictures.find)
    assert not [one for one in problems if one.code == "S109"]


def test_what_windows_cannot_make_is_told_as_such(tmp_path: Path) -> None:
    _, told = read_conf(tmp_path, 'ADDRESSES = {"feed": "nul.xml", "wall": "' + 101 * "a" + '/"}\n')
    assert "Windows can make nothing that is called nul.xml. Use another name there." in told[0]
    assert "with more than 100 characters between two slashes. Shorten it." in told[1]


def test_there_is_no_address_of_another_name(tmp_path: Path) -> None:
    for name in ("walls", "default_language", "home"):
        _, told = read_conf(tmp_path, f'ADDRESSES = {{"{name}": "x/"}}\n')
        assert [line.split(" ")[1] for line in told] == ["F101"]


@pytest.mark.parametrize(
    ("typed", "site", "base"),
    [
        ("https://example.com", "https://example.com", ""),
        ("https://example.com/", "https://example.com", ""),
        ("https://example.com/sub", "https://example.com/sub", "/sub"),
        ("https://example.com/sub/deep/", "https://example.com/sub/deep", "/sub/deep"),
        ("http://localhost:8000", "http://localhost:8000", ""),
        ("http://[::1]:8000/a.b/..c", "http://[::1]:8000/a.b/..c", "/a.b/..c"),
        ("https://xn--caf-dma.example/%C3%A9", "https://xn--caf-dma.example/%C3%A9", "/%C3%A9"),
    ],
)
def test_a_site_may_live_under_a_path(tmp_path: Path, typed: str, site: str, base: str) -> None:
    settings, told = read_conf(tmp_path, f"SITEURL = {typed!r}\n")
    assert (settings.site_url, settings.base, told) == (site, base, [])
    ids = make_ids(settings)
    assert ids.url("reviews/") == f"{site}/reviews/"
    assert ids.organization == f"{site}/#organization"


@pytest.mark.parametrize(
    ("texts", "language", "text"),
    [
        ({"en": "a", "fr": "b"}, "fr", "b"),
        ({"": "a"}, "fr", "a"),
        ({"fr-CA": "a", "en": "b"}, "fr", "a"),
        ({"fr": "a", "en": "b"}, "fr-CA", "a"),
        ({"en": "a", "fr": "b"}, "de", "a"),
        ({"en": "a", "fr": ""}, "fr", "a"),
        ({}, "fr", ""),
    ],
)
def test_a_text_is_told_in_the_nearest_language(
    texts: dict[str, str], language: str, text: str
) -> None:
    assert Localized(texts).get(language) == text
