"""YAML to values that know their places; every fault a value with a place."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ambassade.pelican_run.body_time_limit import time_limit
from ambassade.problem import Level
from ambassade.source.decode import LIMIT, MOST_TOLD
from ambassade.source.yaml_reader import DEPTH, read_yaml
from tests.patience import PROCESSOR_PATIENCE
from tests.source.nodes import FILE, find, read, walk


@pytest.mark.parametrize(
    "typed",
    [
        "no",
        "null",
        "~",
        "true",
        "Yes",
        "4.5",
        "1e3",
        "2026-05-14",
        "0x1f",
        "0o17",
        "1_000",
        ".inf",
        "12:30:45",
        "2026-02-30",
        "007",
        "+1",
        "<<",
        "=",
        "5" * 5000,
        "a:b",
        "-5",
        "x#y",
    ],
)
def test_a_plain_value_is_the_text_that_was_typed(typed: str) -> None:
    assert read(f"name: {typed}\n") == {"name": typed}
    assert read(f"name: '{typed}'\n") == {"name": typed}
    assert read(f'name: "{typed}"\n') == {"name": typed}
    assert read(f"name: [{typed}]\n") == {"name": [typed]}


@pytest.mark.parametrize("key", ["no", "null", "4.5", "2026-05-14", "é", "a b", "<<"])
def test_a_key_is_the_text_that_was_typed(key: str) -> None:
    assert read(f"{key}: x\n") == {key: "x"}


def test_values_and_keys_know_their_line_and_column() -> None:
    text = "name: Tea\nauthor:\n  name: 'Zoé'\n  tags: [a, \"b\"]\nlist:\n  - x\n  - y: z\n"
    entries, problems = read_yaml(text.encode(), FILE)
    assert entries
    assert not problems
    told = [(text, place.line, place.column) for text, place in walk(entries)]
    assert told == [
        ("", 1, 1),
        ("name", 1, 1),
        ("Tea", 1, 7),
        ("author", 2, 1),
        ("", 3, 3),
        ("name", 3, 3),
        ("Zoé", 3, 9),
        ("tags", 4, 3),
        ("", 4, 9),
        ("a", 4, 10),
        ("b", 4, 13),
        ("list", 5, 1),
        ("", 6, 3),
        ("x", 6, 5),
        ("", 7, 5),
        ("y", 7, 5),
        ("z", 7, 8),
    ]


@pytest.mark.parametrize("before", ["é", "漢字", "😀", "e\u0301", "\u2028", "\u2029", "a\ufeffb"])
def test_a_column_counts_characters_whatever_their_bytes(before: str) -> None:
    entries, problems = read_yaml(f"{{{before}: x, {before}y: z}}\nmore: 1".encode(), FILE)
    assert entries is None
    assert [(problem.place.line, problem.code) for problem in problems] == [(2, "Y109")]
    entries, problems = read_yaml(f'a: ["{before}", b]\nc: d\n'.encode(), FILE)
    assert entries
    assert not problems
    places = {text: (place.line, place.column) for text, place in walk(entries)}
    assert places[before] == (1, 5)
    assert places["b"] == (1, 9 + len(before))
    assert places["d"] == (2, 4)


def test_a_byte_order_mark_and_windows_line_ends_move_no_place() -> None:
    entries, problems = read_yaml("\ufeffname: Tea\r\nbody: |\r\n  a\r\n  b\r\n".encode(), FILE)
    assert entries
    assert not problems
    assert [(text, place.line, place.column) for text, place in walk(entries)][1:] == [
        ("name", 1, 1),
        ("Tea", 1, 7),
        ("body", 2, 1),
        ("a\nb\n", 2, 7),
    ]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("|\n  a\n\n   b\n", "a\n\n b\n"),
        ("|-\n  a\n  b\n", "a\nb"),
        ("|+\n  a\n\n", "a\n\n"),
        (">\n  a\n  b\n\n  c\n", "a b\nc\n"),
        ("a\n  b\n\n  c\n", "a b\nc"),
        ('"a\\n\\u00e9\\U0001F600"\n', "a\né😀"),
        ("'it''s'\n", "it's"),
        ('"it\'s # no comment"\n', "it's # no comment"),
        ("|2\n    a\n", "  a\n"),
    ],
)
def test_block_folded_and_quoted_texts_are_read_as_yaml_has_them(typed: str, text: str) -> None:
    assert read(f"name: {typed}") == {"name": text}


@pytest.mark.parametrize("separator", ["\u2028", "\u2029"])
def test_a_unicode_line_separator_is_text_and_ends_no_line(separator: str) -> None:
    entries, problems = read_yaml(f"name: a{separator}b\nbody: c\n".encode(), FILE)
    assert entries
    assert not problems
    assert [(text, place.line) for text, place in walk(entries)][1:] == [
        ("name", 1),
        (f"a{separator}b", 1),
        ("body", 2),
        ("c", 2),
    ]


def test_private_characters_survive_beside_a_line_separator() -> None:
    assert read("name: \ue000\u2028\ue001\u2029\ue002\n") == {
        "name": "\ue000\u2028\ue001\u2029\ue002"
    }


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# only a comment\n", "---\n", "--- \n...\n", "''", "\ufeff"]
)
def test_an_empty_file_is_an_empty_mapping(text: str) -> None:
    assert read(text) == {}


def test_empty_values_are_there_and_hold_nothing() -> None:
    assert read("a:\nb: ''\nc: []\nd: {}\ne: |\n") == {"a": "", "b": "", "c": [], "d": {}, "e": ""}


@pytest.mark.parametrize("text", ["- a\n", "[]", "just words", "a:b", "4.5", "|\n  text\n"])
def test_a_file_that_is_no_mapping_is_told_at_its_root(text: str) -> None:
    assert find(text) == (None, ["1:1 F102"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: b\n\tc: d\n", "2:1 Y104"),
        ("\ta: b\n", "1:1 Y104"),
        ("a:\n  \tb: c\n", "2:3 Y104"),
        ('a: "b\nc: d\n', "1:4 Y105"),
        ("a: 'it's so'\n", "1:8 Y105"),
        ('a: "b" c\n', "1:8 Y105"),
        ('a: "50 \\% off"\n', "1:8 Y105"),
        ('a: "b"\nc: "it \\ud83d\\ude00 is"\n', "2:8 Y105"),
        ("a: *b\n", "1:4 Y106"),
        ("a: &b c\n", "1:4 Y106"),
        ("a: *bold* words\n", "1:4 Y106"),
        ("a: **bold** words\n", "1:4 Y106"),
        ("a: & more\n", "1:4 Y106"),
        ("a: !so! it goes\n", "1:4 Y107"),
        ("a: !<so it goes\n", "1:4 Y107"),
        ("&a b: c\n", "1:1 Y106"),
        ("a: [x, *b]\n", "1:8 Y106"),
        ("a: !b c\n", "1:4 Y107"),
        ("a: ! wow\n", "1:4 Y107"),
        ("a: !\n", "1:4 Y107"),
        ("a: ! 'wow'\n", "1:4 Y107"),
        ("a: !!python/object:os.system x\n", "1:4 Y107"),
        ("a: !!str 5\n", "1:4 Y107"),
        ("!a\nb: c\n", "1:1 Y107"),
        ("a: 1\n---\nb: 2\n", "2:1 Y108"),
        ("---\n---\n", "2:1 Y108"),
        ("a: b: c\n", "1:5 Y109"),
        ("a: @b\n", "1:4 Y109"),
        ("a: `b`\n", "1:4 Y109"),
        ("a: %b\n", "1:4 Y109"),
        ("a: [b\n", "1:4 Y109"),
        ("a: {b: c\n", "1:4 Y109"),
        ("a: ]\n", "1:4 Y109"),
        ("é: |\n  x\n y\n", "3:2 Y109"),
        ("a: b\n c\nd\n", "3:1 Y109"),
        ("a: b\nrating 4\nc: d\n", "2:1 Y109"),
        ("a: b\nrating:4\nc: d\n", "2:1 Y109"),
        ("author Marie\nrating: 4\n", "1:1 Y109"),
        ("a:\n  b c\n  d: e\n", "2:3 Y109"),
        ("a: |\nb c\nd: e\n", "2:1 Y109"),
    ],
)
def test_each_fault_of_syntax_is_told_once_where_it_stands(text: str, told: str) -> None:
    assert find(text) == (None, [told])


@pytest.mark.parametrize(
    ("text", "told", "kept"),
    [
        ("a: 1\na: 2\n", ["2:1 Y110"], {"a": "1"}),
        ("a: 1\n'a': 2\n\"a\": 3\n", ["2:1 Y110", "3:1 Y110"], {"a": "1"}),
        ("é: {b: 1, c: 2, b: 3}\n", ["1:17 Y110"], {"é": {"b": "1", "c": "2"}}),
        ("l:\n  - a: 1\n    a: 2\n", ["3:5 Y110"], {"l": [{"a": "1"}]}),
    ],
)
def test_a_key_that_stands_twice_is_told_and_the_first_is_kept(
    text: str, told: list[str], kept: dict[str, object]
) -> None:
    entries, problems = find(text)
    assert problems == told
    assert entries
    assert [node.text for node, _ in entries.pairs] == list(kept)


def test_a_duplicate_key_names_the_line_of_the_first() -> None:
    _, (problem,) = read_yaml(b"x: 1\na: 1\n\na: 2\n", FILE)
    assert problem.sentences()[0] == "a stands here again; it was given in line 2."


@pytest.mark.parametrize("text", ["? [a]\n: b\n", "{[a]: b}\n", "? {a: b}\n: c\n"])
def test_a_key_that_is_no_text_is_told(text: str) -> None:
    entries, problems = find(text)
    assert entries is not None
    assert not entries.pairs
    assert [told.split()[1] for told in problems] == ["F102"]


@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "[{a: "])
def test_nesting_of_as_many_levels_as_a_file_holds_is_told_soon(unit: str) -> None:
    with time_limit(PROCESSOR_PATIENCE):
        entries, problems = find("a:\n  " + unit * ((LIMIT - 10) // len(unit)))
    assert entries is None
    assert [told.split()[1] for told in problems] == ["Y112"]


def test_what_nests_as_deep_as_it_may_is_read() -> None:
    deepest = DEPTH - 2
    assert read("a: " + "[" * deepest + "x" + "]" * deepest) is not None
    assert find("a: " + "[" * (deepest + 1) + "x" + "]" * (deepest + 1))[0] is None


def test_a_file_up_to_the_limit_is_read_and_one_above_it_is_not() -> None:
    assert read("a: " + "x" * (LIMIT - 3)) == {"a": "x" * (LIMIT - 3)}
    assert find("a: " + "x" * (LIMIT - 2)) == (None, ["1:1 Y111"])


CONTROLS = [*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF]


@pytest.mark.parametrize("code", CONTROLS)
def test_a_control_character_is_an_error_typed_or_escaped(code: int) -> None:
    raw = find(f"a: b\nc: 'é😀{chr(code)}'\n")
    escaped = find(f'a: b\nc: "é😀\\u{code:04x}"\n')
    assert raw == (None, ["2:7 Y102"])
    assert escaped[1] == ["2:4 Y102"]


@pytest.mark.parametrize(
    "text", ['"\\0"', '"\\a"', '"\\e"', '"\\N"', '"\\r"', '"\\x1b"', '{"\\b": x}']
)
def test_every_escape_that_yaml_has_for_a_control_character_is_seen(text: str) -> None:
    assert [told.split()[1] for told in find(f"a: {text}")[1]] == ["Y102"]


def test_tab_newline_and_no_break_space_are_no_control_characters() -> None:
    assert read('a: "b\\tc\\nd"\ne: x\ty\u00a0z\n') == {"a": "b\tc\nd", "e": "x\ty\u00a0z"}


@pytest.mark.parametrize("code", [0x061C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069])
def test_a_bidi_control_is_a_warning_typed_or_escaped(code: int) -> None:
    for text, column in ((f"a: 'x{chr(code)}'\n", 6), (f'a: "x\\u{code:04x}"\n', 4)):
        entries, problems = read_yaml(text.encode(), FILE)
        assert entries is not None
        assert [(one.code, one.level, one.place.column) for one in problems] == [
            ("Y103", Level.WARNING, column)
        ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xff", "1:1 Y101"),
        (b"a: b\n\xe9", "2:1 Y101"),
        ("é😀: ".encode() + b"\xe9t\xe9", "1:5 Y101"),
        (b"a: \xed\xa0\x80", "1:4 Y101"),
        (b"a: \xc0\xaf", "1:4 Y101"),
        ("a: b".encode("utf-16"), "1:1 Y101"),
        (b"a: \xf0\x9f\x98", "1:4 Y101"),
    ],
)
def test_bytes_that_are_not_utf8_are_told_where_they_stand(data: bytes, told: str) -> None:
    assert find(data) == (None, [told])


def test_a_megabyte_of_control_characters_is_told_in_good_time() -> None:
    with time_limit(PROCESSOR_PATIENCE):
        entries, problems = read_yaml(b"\x01" * LIMIT, FILE)
    assert entries is None
    assert len(problems) == MOST_TOLD


def _check_anything(data: bytes) -> None:
    entries, problems = read_yaml(data, FILE)
    assert entries is not None or problems
    text = data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    lines = text.split("\n")
    places = [problem.place for problem in problems]
    if entries is not None:
        places += [place for _, place in walk(entries)]
    for place in places:
        assert 1 <= place.line <= len(lines) + 1
        line = lines[place.line - 1] if place.line <= len(lines) else ""
        assert 1 <= place.column <= len(line) + 1


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=80))
@example(b"\xef\xbb\xbf\xff")
def test_any_bytes_are_a_mapping_or_a_problem_within_the_file(data: bytes) -> None:
    _check_anything(data)


YAML_LIKE = st.lists(
    st.sampled_from(
        [
            "a",
            "b",
            ": ",
            ":",
            "\n",
            "  ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "|\n",
            ">\n",
            "'",
            '"',
            "#",
            " #",
            "&x ",
            "*x",
            "!t ",
            "! ",
            "\t",
            "? ",
            "---\n",
            "...\n",
            "%",
            "\\u2028",
            "\\",
            "é",
            "😀",
            "\u2028",
            "\u2029",
            "\x85",
            "\ufeff",
            "\r\n",
            "\x00",
            "\u202e",
            "\uffff",
        ]
    ),
    max_size=25,
).map("".join)


@settings(max_examples=600, deadline=None)
@given(st.one_of(YAML_LIKE, st.text(max_size=60)))
@example("%")
@example("a: '\n\n")
@example('a: "\\')
def test_any_text_is_a_mapping_or_a_problem_within_the_file(text: str) -> None:
    _check_anything(text.encode("utf-8", "surrogatepass"))


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")))
def test_any_text_in_single_quotes_is_read_back(words: str) -> None:
    quoted = words.replace("'", "''")
    entries, _ = read_yaml(f"a: '{quoted}'\nz: end\n".encode(), FILE)
    assert entries is not None
    (_, value), (_, end) = entries.pairs
    assert getattr(value, "text", None) == words
    assert end.place.line == 2
