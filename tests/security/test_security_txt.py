"""/.well-known/security.txt: what RFC 9116 asks for, and nothing that a clock decides."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from ambassade.outputs import security_txt
from ambassade.page_lines import PageLines
from ambassade.settings import SecurityTxt
from tests.catalogue.records import make_settings, make_site
from tests.rules.sample_site import SETTINGS, find_problems, tell, write_file, write_site
from tests.settings.sites import read_conf

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2027, 5, 31)
_LINE = re.compile(r"[A-Z][A-Za-z-]+: \S+(?:, \S+)*")


def _file(given: SecurityTxt | None, **settings: Any) -> dict[str, bytes]:  # noqa: ANN401
    site = make_site(settings=make_settings(security_txt=given, **settings))
    return dict(security_txt.make(site, PageLines()))


def test_it_says_whom_to_tell_and_until_when() -> None:
    given = SecurityTxt(
        ("mailto:security@example.com", "https://example.com/report"),
        DAY,
        policy="https://example.com/policy",
        preferred_languages=("fr", "en"),
    )
    (text,) = _file(given).values()
    assert text.decode() == (
        "Contact: mailto:security@example.com\n"
        "Contact: https://example.com/report\n"
        "Expires: 2027-05-31T23:59:59Z\n"
        "Preferred-Languages: fr, en\n"
        "Canonical: https://example.com/.well-known/security.txt\n"
        "Policy: https://example.com/policy\n"
    )
    assert all(_LINE.fullmatch(line) for line in text.decode().splitlines())


def test_without_the_setting_there_is_none() -> None:
    assert _file(None) == {}


def test_under_a_path_it_names_the_one_place_where_it_is_looked_for() -> None:
    (text,) = _file(SecurityTxt(("tel:+33",), DAY), site_url="https://example.com/sub").values()
    assert b"Canonical: https://example.com/.well-known/security.txt\n" in text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"contact": "mailto:a@b.example"}', "F103 Write SECURITY_TXT.expires"),
        ('{"expires": "2027-05-31"}', "SECURITY_TXT.contact"),
        ('{"contact": "a@b.example", "expires": "2027-05-31"}', "Write it as mailto:a@b.example."),
        ('{"contact": "http://a.example", "expires": "2027-05-31"}', "S101 SECURITY_TXT.contact"),
        ('{"contact": "mailto:a@b.example", "expires": "soon"}', "F105"),
    ],
)
def test_what_it_cannot_be_is_told(text: str, told: str, tmp_path: Path) -> None:
    _, problems = read_conf(tmp_path, f"SECURITY_TXT = {text}\n")
    assert len(problems) == 1
    assert all(word in problems[0] for word in told.split(" Write "))


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2027, 4, 30), []),
        (date(2027, 5, 1), ["The security.txt ends on 2027-05-31."]),
        (date(2027, 5, 31), ["The security.txt ends on 2027-05-31."]),
        (date(2027, 6, 1), ["The security.txt has ended on 2027-05-31"]),
    ],
)
def test_its_end_is_told_a_month_before(today: date, told: list[str], tmp_path: Path) -> None:
    write_site(tmp_path)
    line = 'SECURITY_TXT = {"contact": "mailto:a@b.example", "expires": "2027-05-31"}\n'
    write_file(tmp_path, "pelicanconf.py", (SETTINGS + line).encode())
    column = line.index('"2027') + 1
    found = tell(find_problems(tmp_path, today), "S108")
    assert len(found) == len(told)
    assert all(words in one for one, words in zip(found, told, strict=True))
    assert all(one.startswith(f"pelicanconf.py:6:{column}:") for one in found)


@pytest.mark.parametrize(
    "source",
    [
        "'unsafe-inline'",
        "*",
        "http://a.example",
        "https:",
        "https://a.example;script-src",
        "a b",
        "",
    ],
)
def test_a_policy_cannot_be_opened_to_everything(source: str, tmp_path: Path) -> None:
    read, problems = read_conf(
        tmp_path, f'CONTENT_SECURITY_POLICY = {{"script-src": [{source!r}]}}\n'
    )
    assert len(problems) == 1
    assert "CONTENT_SECURITY_POLICY.script-src" in problems[0]
    assert read.content_security_policy == {"script-src": ()}


def test_a_policy_takes_hosts_and_hashes_and_knows_its_directives(tmp_path: Path) -> None:
    wanted = ("https://*.a.example:8443/x/", "'sha256-AbC+/123=='", "'self'")
    conf = f'CONTENT_SECURITY_POLICY = {{"script-src": {list(wanted)!r}, "default-src": ["https://a.example"]}}\n'
    read, problems = read_conf(tmp_path, conf)
    assert read.content_security_policy == {"script-src": wanted}
    (problem,) = problems
    assert "F101" in problem
    assert "default-src" in problem
