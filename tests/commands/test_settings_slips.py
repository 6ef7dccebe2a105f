"""A settings file that Python cannot read: one line with the place and the remedy, and exit code 2."""

from pathlib import Path

import pytest

from tests.ambassade_command import run
from tests.rules.sample_site import write_file, write_site

COMMA = "A comma is missing here. Write it after the value."
ALONE = 'This quotation mark stands alone on its line. Put one " before the text and one after it.'
BARE = 'This text is not between quotation marks. Put " before and after it.'
INNER = "The quotation mark here ends the text, and more follows. Inside a text write “ and ”."
APOSTROPHE = "An apostrophe ends the text here. Put \" before and after the text in place of '."
SPACE = "Python does not allow the space that this line begins with. Delete it."


def does_not_know(mark: str) -> str:
    return f'Python does not know the quotation mark {mark}. Write " in its place.'


def told_of(site: Path, text: str | bytes, *words: str) -> str:
    """Return the line that ends a check of a site with these settings."""
    write_file(site, "pelicanconf.py", text if isinstance(text, bytes) else text.encode())
    done = run("check", *words, cwd=site, language="C.UTF-8", check=2)
    assert done.stdout == ""
    return done.stderr


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ('COMPANY = {\n    "name": "Zoé"\n    "url": "x",\n}\n', "2:18", COMMA),
        ('COMPANY = {\n    "address": {"a": "b"}\n    "url": "x",\n}\n', "2:26", COMMA),
        ('SECURITY_TXT = {\n    "a": True\n    "b": "x",\n}\n', "2:14", COMMA),
        ('LANGUAGES = ["en", "fr" de]\n', "1:24", COMMA),
        ("SITENAME = “Kettles”\n", "1:12", does_not_know("“")),
        ('SITENAME = "Kettles”\nSITEURL = ""\n', "1:20", does_not_know("”")),
        ("SITENAME = « Kettles »\n", "1:12", does_not_know("«")),
        ('SITENAME = "Kettles\nSITEURL = ""\n', "1:12", ALONE),
        ('SITENAME = Kettles"\nSITEURL = ""\n', "1:19", ALONE),
        ("SITENAME = Kettle Works\n", "1:12", BARE),
        ("SITENAME = Kettles\n", "1:12", BARE),
        ("SITENAME = L’atelier\n", "1:12", BARE),
        ("SITEURL = https://example.com\n", "1:11", BARE),
        ("SITENAME = 'L'atelier'\n", "1:14", APOSTROPHE),
        ('HEADLINE = {\n    "en": "They say "good" of us",\n}\n', "2:21", INNER),
        ('COMPANY = {\n    "name": "K",\n', "1:11", "This { is not closed."),
        ('LANGUAGES = ["en", "fr"}\n', "1:24", "This } does not close the [ before it."),
        ('LANGUAGES = ["en"]]\n', "1:19", "This ] closes nothing. Delete it."),
        ('SITENAME = "K"\n SITEURL = "x"\n', "2:1", SPACE),
        ("RETENTION_MONTHS\u00a0= 6\n", "1:17", "The character U+00A0 stands outside quotation"),
        ("STYLEGUIDE = true\n", "1:14", "Python knows no true. If it is text, put"),
        ('SITENAME = "é"\n'.encode("latin-1"), "1:", "The file is not UTF-8. Save it as UTF-8."),
        (
            'SITE NAME = "K"\n',
            "1:6",
            "Python cannot read the settings from here on (invalid syntax)",
        ),
    ],
)
def test_a_slip_is_told_at_its_place_with_what_to_do(
    tmp_path: Path, text: str | bytes, place: str, told: str
) -> None:
    write_site(tmp_path)
    line = told_of(tmp_path, text)
    assert line.startswith(f"pelicanconf.py:{place}")
    assert told in line
    assert line.count("\n") == 1


def test_a_slip_in_the_settings_that_others_import_is_told_there(tmp_path: Path) -> None:
    write_site(tmp_path)
    write_file(tmp_path, "publishconf.py", b"from pelicanconf import *\n")
    line = told_of(tmp_path, "SITENAME = Kettles\n", "--settings", "publishconf.py")
    assert line == f"pelicanconf.py:1:12: {BARE}\n"
