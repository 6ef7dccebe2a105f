"""Whatever bytes a file has, it is read or told of within its limit of time, at a place inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ambassade.fields.kinds import LONGEST_MARKDOWN
from ambassade.media import PictureFolder
from ambassade.settings import Settings
from ambassade.source.decode import LIMIT
from ambassade.source.settings_reader import read_settings
from ambassade.text import slugify
from ambassade.web_address import is_web_address
from tests.ambassade_command import REPOSITORY
from tests.fuzz.campaign import run_batch
from tests.fuzz.effort import EFFORT
from tests.fuzz.mutation import mutate
from tests.fuzz.naughty_texts import HOSTILE, naughty_strings, yaml_suite
from tests.fuzz.reading import KINDS, UNPRINTABLE, Kind, look_at

if TYPE_CHECKING:
    from random import Random

PICTURES = PictureFolder(REPOSITORY / "content")
SETTING = st.sampled_from(
    (
        *(
            "SITEURL",
            "SITENAME",
            "COMPANY",
            "LANGUAGES",
            "DEFAULT_LANG",
            "HEADLINE",
            "REVIEW_POLICY",
        ),
        *("RETENTION_MONTHS", "REVIEW_PROFILES", "REVIEW_RULES", "ADDRESSES", "CLIENT_LOGOS"),
        *("PICTURE_RIGHTS", "SECURITY_TXT", "CONTENT_SECURITY_POLICY", "STORY_KEYS", "HSTS_DAYS"),
    )
)
WORD = st.one_of(
    st.text(max_size=20), st.sampled_from(("name", "en", "level", "off", "contact", "5"))
)
VALUE = st.recursive(
    st.one_of(
        *(st.none(), st.booleans(), st.integers(), st.floats(), WORD, st.binary(max_size=4)),
        st.just(5_000).map(lambda digits: 10**digits),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner),
        st.dictionaries(WORD, inner, max_size=3),
        st.frozensets(WORD, max_size=3),
    ),
    max_leaves=6,
)
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@each_kind
@settings(max_examples=60 * EFFORT, deadline=None)
@given(data=st.binary(max_size=200))
@example(data=b"")
@example(data=b"\xef\xbb\xbf")
@example(data=b"\r\r\n\n\r")
def test_any_bytes_are_read_or_told_of(kind: Kind, data: bytes) -> None:
    look_at(kind, data)


@each_kind
@settings(max_examples=60 * EFFORT, deadline=None)
@given(random=st.randoms(use_true_random=False))
def test_a_good_file_that_is_spoilt_is_read_or_told_of(kind: Kind, random: Random) -> None:
    look_at(kind, mutate(random.choice(kind.good()), random, (*kind.good(), *yaml_suite())))


@each_kind
def test_a_good_file_has_no_fault_of_reading(kind: Kind) -> None:
    for data in kind.good() if kind.name != "lock" else kind.good()[:1]:
        assert [one for one in look_at(kind, data) if one.code[0] in "FY"] == []


@each_kind
def test_every_text_of_the_public_lists_is_read_or_told_of(kind: Kind) -> None:
    for data in yaml_suite():
        look_at(kind, data)
    for text in (*HOSTILE, *naughty_strings()):
        data = text.encode("utf-8", "surrogatepass")
        look_at(kind, data)
        look_at(kind, b"reviewBody: |\n  " + data + b"\nauthor: Marie Dupont\n")


@each_kind
@pytest.mark.parametrize(
    "unit",
    [b"[", b"{a: ", b"- ", b"? ", b"a: ", b"'", b'"\\', b"|\n", b"#", b"\\", b"&a ", b"!", b"a:\n ", b"\n",
     b"\t", b"![[[[", b"*", b"> ", b"<", b"\x00", b"\xff",
     b"\xe2\x80\xa8", b"\xef\xbb\xbf", b"a=b ", b"Title: a\n"],
    ids=repr,
)  # fmt: skip
def test_a_megabyte_of_one_mark_is_read_or_told_of(kind: Kind, unit: bytes) -> None:
    most = LONGEST_MARKDOWN if kind.name == "markdown" else LIMIT
    look_at(kind, (unit * (most // len(unit) + 1))[:most])
    if kind.name not in {"markdown", "lock"}:
        told = [problem.code for problem in look_at(kind, unit * (LIMIT // len(unit) + 2))]
        assert told == ["Y111"]


@pytest.mark.parametrize("kind", KINDS[:4], ids=lambda kind: kind.name)
def test_a_hundred_thousand_keys_are_told_of_soon(kind: Kind) -> None:
    data = b"".join(b"k%d: x\n" % number for number in range(80_000))
    assert len(look_at(kind, data)) < 1_000


def test_two_thousand_spoilt_files_end_no_process() -> None:
    found = run_batch(seed=EFFORT, size=1_000 * EFFORT)
    assert found.failed == []
    assert sum(found.looked_at.values()) == 1_000 * EFFORT
    assert len(found.codes) > 20


@settings(max_examples=150 * EFFORT, deadline=None)
@given(st.dictionaries(SETTING, VALUE, max_size=4))
@example({"COMPANY": {1: {2: {3: 4}}}})
def test_any_value_of_a_setting_is_read_or_told_of(values: dict[str, object]) -> None:
    read, problems = read_settings(values, "pelicanconf.py", {}, PICTURES.find)
    assert isinstance(read, Settings)
    for problem in problems:
        assert not UNPRINTABLE.search("".join(problem.sentences()))


def test_a_setting_that_nests_without_end_is_told_of() -> None:
    endless: list[object] = []
    endless.append(endless)
    deep: object = "x"
    for _ in range(100_000):
        deep = [deep]
    for value in (endless, deep, {"name": endless}):
        _, problems = read_settings({"COMPANY": value}, "pelicanconf.py", {}, PICTURES.find)
        assert problems


@settings(max_examples=200 * EFFORT, deadline=None)
@given(st.text())
def test_a_slug_of_any_text_is_a_name_for_a_folder(text: str) -> None:
    slug = slugify(text)
    assert slug.isascii()
    assert not set(slug) & set("/\\.:\0 ")


@settings(max_examples=200 * EFFORT, deadline=None)
@given(
    st.one_of(st.text(), st.text().map("https://{}".format), st.text().map("https://a.b/{}".format))
)
def test_an_address_that_may_be_linked_hides_nothing(text: str) -> None:
    if is_web_address(text):
        assert text.lower().startswith(("http://", "https://"))
        assert text.isprintable()
        assert not set(text) & set(' "<>\\`{}|^\u2028\u2029')
