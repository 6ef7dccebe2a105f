"""The small Markdown: what was typed, its safe HTML, its plain text."""

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ambassade.markup import small_markdown
from ambassade.markup.html_text import html_to_text
from ambassade.markup.small_markdown import render_markdown
from ambassade.pelican_run.body_time_limit import time_limit
from ambassade.public import RichText
from ambassade.web_address import is_web_address
from tests.patience import PROCESSOR_PATIENCE

X = '<a href="https://x.org" rel="ugc nofollow">'

IN_THE_SUBSET = [
    ("Warm.", "<p>Warm.</p>", "Warm."),
    ("a\nb", "<p>a b</p>", "a b"),
    ("a\n\nb", "<p>a</p>\n<p>b</p>", "a\nb"),
    ("a\n \t\n\n b ", "<p>a</p>\n<p>b</p>", "a\nb"),
    ("*a* _b_", "<p><em>a</em> <em>b</em></p>", "a b"),
    ("**a** __b__", "<p><strong>a</strong> <strong>b</strong></p>", "a b"),
    ("***a***", "<p><em><strong>a</strong></em></p>", "a"),
    ("un*believ*able", "<p>un<em>believ</em>able</p>", "unbelievable"),
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "a\nb"),
    ("* a\n* b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "a\nb"),
    ("+ a", "<ul>\n<li>a</li>\n</ul>", "a"),
    ("a\n- b", "<p>a</p>\n<ul>\n<li>b</li>\n</ul>", "a\nb"),
    (
        "- a\n  - b\n    - c\n- d",
        "<ul>\n<li>a\n<ul>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n</li>\n<li>d</li>\n</ul>",
        "a\nb\nc\nd",
    ),
    ("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>", "a\nb"),
    ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>", "a\nb"),
    ("1) a\n2) b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>", "a\nb"),
    ("1. a\n1. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>", "a\nb"),
    ("1. a\n\n2. b", "<ol>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>", "a\nb"),
    (
        "1. a\n   1. b\n   2. c\n2. d",
        "<ol>\n<li>a\n<ol>\n<li>b</li>\n<li>c</li>\n</ol>\n</li>\n<li>d</li>\n</ol>",
        "a\nb\nc\nd",
    ),
    (
        "- a\n  1. b\n- c\n  1. d",
        "<ul>\n<li>a\n<ol>\n<li>b</li>\n</ol>\n</li>\n<li>c\n<ol>\n<li>d</li>\n</ol>\n</li>\n</ul>",
        "a\nb\nc\nd",
    ),
    ("> a\n> b", "<blockquote>\n<p>a\nb</p>\n</blockquote>", "a b"),
    (">a", "<blockquote>\n<p>a</p>\n</blockquote>", "a"),
    ("> a\n>\n> b", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>", "a\nb"),
    (
        "> > a",
        "<blockquote>\n<blockquote>\n<p>a</p>\n</blockquote>\n</blockquote>",
        "a",
    ),
    ("> - a", "<blockquote>\n<ul>\n<li>a</li>\n</ul>\n</blockquote>", "a"),
    ("[a](https://x.org)", f"<p>{X}a</a></p>", "a"),
    ("[a](<https://x.org>)", f"<p>{X}a</a></p>", "a"),
    ("[*a* b](https://x.org).", f"<p>{X}<em>a</em> b</a>.</p>", "a b."),
    ("[a](https://x.org)(b)", f"<p>{X}a</a>(b)</p>", "a(b)"),
    ("[a [b](https://x.org)", f"<p>[a {X}b</a></p>", "[a b"),
    (
        "[a](https://x.org/?b=1&c=é)",
        '<p><a href="https://x.org/?b=1&amp;c=%C3%A9" rel="ugc nofollow">a</a></p>',
        "a",
    ),
    ("a\u00a0b *c*", "<p>a\u00a0b <em>c</em></p>", "a\u00a0b c"),
]

LITERAL = [
    "<b>bold</b>",
    "a < b > c",
    "<!-- hidden -->",
    "<script>alert(1)</script>",
    "<https://x.org>",
    "https://x.org and www.x.org",
    "a@b.org",
    "# 1",
    "### Heading ###",
    "1986. What a year",
    "0. zero",
    "2. two",
    "1986.",
    "1.",
    "1.5 stars",
    "-5 degrees",
    "-",
    "*",
    "+",
    ">",
    "---",
    "***",
    "* * *",
    "- - -",
    "_ _ _",
    "`code`",
    "```",
    "~~struck~~",
    "![a](https://x.org/a.png)",
    "[a][b]",
    "[a]",
    "[b]: https://x.org",
    "[^1]",
    "[](https://x.org)",
    "[ ](https://x.org)",
    "[a](b)",
    "[a](/b)",
    "[a](#b)",
    "[a](//x.org)",
    "[a](mailto:b@x.org)",
    "[a](ftp://x.org)",
    "[a](data:text/html,b)",
    "[a](javascript:b)",
    "[a](JaVaScRiPt:b)",
    "[a]( javascript:b)",
    "[a](java&#115;cript:b)",
    "[a](&#x6A;avascript:b)",
    "[a](javascript&colon;b)",
    "[a](vbscript:b)",
    "[a](https:b)",
    "[a](https:///b)",
    "[a](https://b@x.org)",
    "[a](https://x.org",
    "[a] (https://x.org)",
    "&amp; &copy; &#65;",
    "\\*a",
    "a\\",
    "a | b",
    "snake_case_word",
    "2 * 3 * 4",
    "5*",
    "**",
    "a * b*",
    ":smile: (c) -- ...",
    "{{ a }} {% b %}",
    "$a$",
    "😀 漢字 ﬁ",
]


@pytest.mark.parametrize(("typed", "html", "plain"), IN_THE_SUBSET)
def test_what_is_in_the_subset_is_rendered(typed: str, html: str, plain: str) -> None:
    assert (render_markdown(typed).html, render_markdown(typed).text) == (html, plain)


@pytest.mark.parametrize("typed", LITERAL)
def test_what_is_outside_the_subset_shows_literally(typed: str) -> None:
    assert render_markdown(typed).text == typed
    assert render_markdown(f"before\n\n{typed}\n\nafter").text == f"before\n{typed}\nafter"
    assert set(re.findall(r"<(\w+)", render_markdown(typed).html)) == {"p"}


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("a\n===", "a ==="),
        ("a\n---\nb", "a --- b"),
        ("```\na\n```", "``` a ```"),
        ("    a\n    b", "a b"),
        ("| a |\n| - |\n| b |", "| a | | - | | b |"),
        ("a  \nb", "a b"),
        ("a\\\nb", "a\\ b"),
        ("1986. a\n1987. b", "1986. a 1987. b"),
        ("[b]: https://x.org\n\n[b]", "[b]: https://x.org\n[b]"),
        ("1. a\n3. b", "a 3. b"),
        ("1. a\n2. b\n2. c", "a\nb 2. c"),
        ("1. a\n\nb\n\n2. c", "a\nb\n2. c"),
        ("- 7. a", "7. a"),
        ("> 7. a", "7. a"),
        ("- 1. a\n- 2. b", "a\n2. b"),
        ("a\n2. b", "a 2. b"),
        ("- a\n-\n- b", "a -\nb"),
        ("a\n\n-\n\nb", "a\n-\nb"),
        ("> a\n>", "a >"),
        ("- # a", "# a"),
        ("- - -\n- a", "- - -\na"),
        ("[a [b](https://x.org) c](https://x.org)", "[a b c](https://x.org)"),
        ("*a\n\nb*", "*a\nb*"),
        ("<p>\n\n*a*", "<p>\na"),
    ],
)
def test_of_several_lines_what_is_no_mark_shows_literally(typed: str, plain: str) -> None:
    assert render_markdown(typed).text == plain


@pytest.mark.parametrize("mark", ["> ", "- ", "* ", "+ "])
@pytest.mark.parametrize("times", [1, 5, 19, 20, 21, 40, 400])
def test_however_deep_it_is_nested_no_word_is_lost(mark: str, times: int) -> None:
    assert render_markdown(mark * times + "words").text.endswith("words")


def test_a_list_nested_by_lines_keeps_every_word() -> None:
    typed = "\n".join(f"{'  ' * depth}- word{depth}" for depth in range(40))
    assert re.findall(r"word\d+", render_markdown(typed).text) == [f"word{n}" for n in range(40)]


@pytest.mark.parametrize("typed", ["", " ", "\n\n", "\t\n"])
def test_nothing_gives_nothing(typed: str) -> None:
    assert (render_markdown(typed).html, render_markdown(typed).text) == ("", "")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


LETTERS = st.characters(categories=["L", "N"], max_codepoint=0x2FFF)
MARKED = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "*",
                "**",
                "_",
                "__",
                "- ",
                "* ",
                "+ ",
                "> ",
                "1. ",
                "2. ",
                "1) ",
                "7. ",
                "\n",
                "\n\n",
                "  ",
                "    ",
                "\t",
                "[",
                "](",
                ")",
                "]",
                "![",
                "<",
                ">",
                "<b>",
                "&amp;",
                "\\",
                "`",
                "```\n",
                "# ",
                "---",
                "===",
                "|",
                "~~",
                "https://x.org",
                "[a](https://x.org/)",
                '"',
                "javascript:",
                "\xa0",
                "\u2028",
                "<!--",
                "-->",
                "<script>",
                "&#106;",
                "]:",
                ":",
            ]
        ),
        st.text(LETTERS, min_size=1, max_size=6),
    ),
    max_size=20,
).map("".join)
ANYTHING = st.one_of(
    MARKED, st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t"))
)


@settings(max_examples=500, deadline=None)
@given(ANYTHING)
@example("[a](https://x.org 'title')")
@example('[a](https://x.org/"onclick=b)')
@example('<a href="javascript:b" onclick="c">d</a> *e*')
@example("[a](https://x.org/<b>)")
def test_of_any_text_the_html_has_only_safe_tags_and_links(typed: str) -> None:
    parser = _Tags()
    parser.feed(render_markdown(typed).html)
    for tag, attributes in parser.seen:
        assert tag in {"p", "em", "strong", "ul", "ol", "li", "blockquote", "a"}
        if tag == "a":
            assert attributes["rel"] == "ugc nofollow"
            assert is_web_address(attributes["href"] or "")
            assert set(attributes) <= {"href", "rel", "title"}
        else:
            assert not attributes


def _letters(text: str) -> Counter[str]:
    return Counter(char for char in text if char.isalnum())


@settings(max_examples=500, deadline=None)
@given(ANYTHING)
@example(">1. ")
@example("> >1.\n>- ")
@example("1.\r*")
@example("> " * 30 + "a")
@example("- 1. a\n- 2. b")
@example("1. a\n  2. b\n 3. c")
def test_of_any_text_no_letter_is_lost_outside_link_targets_and_list_numbers(typed: str) -> None:
    rich = render_markdown(typed)
    targets = re.findall(r'href="([^"]*)"(?: title="([^"]*)")?', rich.html)
    if targets and ("&" in typed or not typed.isascii()):
        return  # their targets are written otherwise than they were typed
    numbers = re.findall(r"(?m)^(?:[ \t>*+-]|\d{1,9}[.)][ \t])*", typed.strip())
    kept = _letters(rich.text + unquote(unescape(repr(targets))) + "".join(numbers))
    lost = _letters(typed) - kept
    assert not lost


@settings(max_examples=500, deadline=None)
@given(ANYTHING)
def test_the_plain_text_is_the_text_of_the_html(typed: str) -> None:
    rich = render_markdown(typed)
    assert rich.text == html_to_text(rich.html)
    assert "\n\n" not in rich.text
    assert all(line == line.strip(" \t\n") and line for line in rich.text.split("\n") if rich.text)


@settings(max_examples=500, deadline=None)
@given(
    st.text(
        st.characters(
            exclude_categories=["Cc", "Cs"], exclude_characters="*_[", include_characters="\n\t"
        )
    )
)
@example("a\n\n\u00a0b")
@example("a\n\n\u2003\n\nb")
@example("1.a\n\n-b")
@example("    a\n\n\tb")
def test_the_fast_way_gives_the_same_words_as_the_engine(typed: str) -> None:
    quick, slow = _render_both_ways(typed)
    assert quick.text == slow.text
    assert quick.html.count("<p>") <= slow.html.count("<p>")


PIECES = st.sampled_from(
    ["*", "**", "***", " ", "  ", "\n", "\n\n", "\t", "a", "é", "中", "1", ".", ",", ")", "-", "_", "<b>",
     "&amp;", "&", '"', "'", "\\", "/", "\u00a0", "\u2003", "\u0301", "\r", "a b", "word"]
)  # fmt: skip


BLOCKS = st.sampled_from(
    ["\n", "\n\n", "\n \n", "\n\n  ", "\n\n    ", "\n\n- ", "\n\n1. ", "\n\n> ", "- ", "> ", "1. ", "2. ",
     "3) ", "word", "b c", "*e* ", "*", "_", "[a](https://x.org)", "[b c](http://a-b.org/~d/e.f)", "[", "](",
     "!", "1", ".", "\u00a0", "\t", "---"]
)  # fmt: skip


@settings(max_examples=4000, deadline=None)
@given(st.lists(PIECES, max_size=16).map("".join) | st.lists(BLOCKS, max_size=20).map("".join))
@example("*a* b **c**, *d e*.")
@example("*a **b***")
@example("*a* *b*c* d*")
@example("**a* b**")
@example("*a\n\nb* c*")
@example("a *b*\n- c")
@example("*1*. a")
@example("- a\n\nb\n\n  c")
@example("1. a\n\n- b\n\nc\n\n2. d")
@example("1. a\n\nb\n\n- c\n 2. d")
@example("> a\n\nb [c](https://x.org)\n\nd")
def test_what_the_fast_way_marks_up_is_what_the_engine_marks_up(typed: str) -> None:
    quick, slow = _render_both_ways(typed)
    assert quick.text == slow.text
    assert _flat(quick.html) == _flat(slow.html)


def _render_both_ways(typed: str) -> tuple[RichText, RichText]:
    """Return what is made of a text as it is usually done, and by the engine."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(small_markdown, "_has_marks", lambda _text: True)
        slow = render_markdown(typed)
    return render_markdown(typed), slow


def _flat(html: str) -> str:
    """Return HTML with each run of white space as one space, without paragraphs that show nothing."""
    bare = re.sub(r"<p>\s*</p>", "", html.replace("&nbsp;", "\u00a0"))
    return re.sub(r"[ \t\n]+", " ", bare).replace("> <", "><")


NASTY = ["[" * 5000, "*" * 5000, "> " * 5000, "- " * 5000 + "a", "_" * 5000, "[a" * 5000]
NASTY += ["[a](" * 5000, "*a " * 5000, "**a *b " * 3000, "]" * 5000, "-" + " " * 50_000 + "x"]
NASTY += ["1. " * 5000 + "x", "*a_ " * 5000, "> a\n" * 5000, "- a\n" * 5000, "1. a\n" * 5000]
NASTY += [" " * 50_000 + "1. x", "[x](https://x.org) " * 2000, "![" * 5000, "[x](<" * 3000]
NASTY += ["[x](https://" + "(" * 5000, "\n" * 50_000 + "*", "`" * 5000 + "*", "&" * 5000 + "*"]
NASTY += ["*_" * 5000, "[*" * 3000, "a\n" * 20_000 + "*x*", "<" * 5000 + "*", "\\" * 5000 + "*"]
NASTY += ["- " + "\n" * 20_000 + "x", "1" * 50_000 + ". x", "-\t" * 10_000, "*a**b***c" * 1500]
NASTY += [("> " * 30 + "a\n") * 100, "".join("  " * n + "- a\n" for n in range(200))]


@pytest.mark.parametrize("typed", NASTY, ids=lambda typed: repr(typed[:12]))
def test_a_nasty_text_is_rendered_in_good_time(typed: str) -> None:
    with time_limit(PROCESSOR_PATIENCE):
        render_markdown(typed * 4)
