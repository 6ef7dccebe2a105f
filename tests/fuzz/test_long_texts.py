"""A long text of what nearly fits a pattern, thousands of the same: each rule is done within a second or so.

What is quadratic takes minutes, so that the limit of time tells the two apart on any machine.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ambassade.catalogue import Catalogue, make_catalogue
from ambassade.discovery import discover
from ambassade.kept.remembered import Memory
from ambassade.markup.body_links import align_by_class, pictures_in, put_under, unresolved_in
from ambassade.markup.html_text import html_to_text
from ambassade.markup.literal_marks import keep_literal_marks
from ambassade.markup.rating_markup import find_rating_markup
from ambassade.model import Records
from ambassade.pelican_run.body_time_limit import time_limit
from ambassade.publish.body_pictures import dress
from ambassade.publish.body_scrolling import let_scroll
from ambassade.publish.pictures import Pictures
from ambassade.rules import content, heuristics
from ambassade.rules.claimed_averages import find_averages
from ambassade.rules.contact import holds_address, holds_email
from ambassade.settings import Localized
from ambassade.source.blanks import find_blank_paragraphs, find_blanks
from ambassade.source.contact_lines import find_contact_lines
from ambassade.source.header import read_header
from ambassade.text import collapse, comparable, comparable_markdown, find_words, shorten, slugify
from ambassade.words.language_of_text import find_language
from ambassade.words.phone_numbers import holds_number, may_hold_number
from ambassade.words.similar_texts import find_similar
from tests.ambassade_command import run
from tests.catalogue.records import TODAY, make_item, make_review, make_settings
from tests.fuzz.effort import EFFORT
from tests.patience import PROCESSOR_PATIENCE
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SIZE = 1_000_000 if EFFORT > 1 else 400_000
# For texts that cannot be longer: the slowest rule takes a third of it on a slow machine.
SECONDS = 3.0
UNITS = (
    *("[", "![", "](", "[a](", "[a]:", "[a", "`", "`` a", "```\n", "~~~\n", "<", "<a ", "<a b='"),
    *('<a b="', "<!--", "<pre ", '<pre b="', "<img ", '<img b="', "<svg "),
    *("{%", "{#", "&", "&#", "\\", "*", "_ ", "a", " ", "\n", "\n\n", " \n", "a\n\n", "\t", "> "),
    *("- ", "1. a\n"),
    *("a-", "<script ", '"@type":[', "<a b='x' ", "a@", "a@b", "a@b.", "@", "a.de ", "www", "www."),
    *("a://", "http", "+1 ", "01 ", "1", "1 ", "1.", "0-1/"),
    *("+33 1 23 45 67 89 ", "(012) 345", "01/01/2026 ", "order 1", "4.9", "4.9/", "4.9 of "),
    *("4.9 stars ", "★", "★ 4."),
    *("4/5 rated ", "it's not ", "e\u0301", "\u0301", "ﷺ", "漢", "😀", "a:\n", "ratingValue"),
    *('"ratingValue":', "itemprop="),
)  # fmt: skip
FUNCTIONS: dict[str, Callable[[str], object]] = {
    "holds_email": holds_email,
    "holds_address": holds_address,
    "may_hold_number": may_hold_number,
    "holds_number": lambda text: holds_number(text[:100_000], ("FR", "US", "GB")),
    "find_contact_lines": lambda text: find_contact_lines(text, "x.md"),
    "find_averages": lambda text: find_averages(text[:100_000]),
    "find_language": lambda text: find_language(text[:100_000]),
    "find_blanks": lambda text: find_blanks(f"Title: x\n\n{text}", "x.md"),
    "find_blank_paragraphs": lambda text: find_blank_paragraphs(f"Title: x\n\n{text}", "x.md"),
    "read_header": lambda text: read_header(text, "x.md"),
    "slugify": slugify,
    "collapse": collapse,
    "comparable": comparable,
    "comparable_markdown": comparable_markdown,
    "keep_literal_marks": keep_literal_marks,
    "shorten": lambda text: shorten(text, 100),
    "find_words": lambda text: find_words(text[:10_000], f"{text[:9_999]}x{text[:20_000]}"),
    "html_to_text": lambda text: html_to_text(text.replace("<", "&lt;")),
    "find_similar": lambda text: [*find_similar([text, text + " b"])],
    "put_under": lambda text: put_under(text, "/sub"),
    "align_by_class": align_by_class,
    "let_scroll": let_scroll,
    "dress": lambda text: dress(text, "/sub", Pictures({}, {})),
    "pictures_in": lambda text: [*pictures_in(text, "/sub")],
    "unresolved_in": lambda text: [*unresolved_in(text)],
    "find_rating_markup": lambda text: [*find_rating_markup(text)],
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_long_text_of_near_matches_is_looked_through_soon(name: str) -> None:
    for unit in UNITS:
        text = (unit * (SIZE // len(unit) + 1))[:SIZE]
        with time_limit(PROCESSOR_PATIENCE):
            try:
                FUNCTIONS[name](text)
            except Exception as error:
                raise AssertionError(f"{name} of {unit!r}") from error


def test_of_thousands_of_texts_that_are_alike_each_is_held_against_few() -> None:
    words = " ".join(f"word{number}" for number in range(40))
    with time_limit(PROCESSOR_PATIENCE):
        found = [*find_similar([f"{words} {number} {words[::-1]}" for number in range(20_000)])]
    assert found == [(number, 0) for number in range(1, 20_000)]


CLAIMS = (
    *("ISO 20488 not certified ", "ISO ", "certified ", "NF Z 74 ", "verified reviews "),
    *("reviews, all all 100% ",),
    *("avis tous tous ", "100 % ", "not ", "4.9/5 ", "4.8 out of 5 ", "★ 4.9 ", "rated 4/5, "),
    *("1.2/10 4.7/5 ",),
    *("genuine reviews guaranteed ", "authentic ", "a.", "[a] ", "kettle water boils "),
)  # fmt: skip


def test_every_rule_looks_through_texts_as_long_as_may_be_soon() -> None:
    for unit in CLAIMS:
        text, short = (unit * 100_000)[:99_000].strip(), (unit * 20_000)[:19_000].strip()
        item = make_item(name=text, description=text)
        review = make_review(name=text, review_body=short, rating=5, excerpt=short[:9_000])
        settings = make_settings(tagline=Localized({"": text}), headline=Localized({"": text}))
        _look_with_every_rule(make_catalogue(Records((item,), (review,)), settings, TODAY))


@pytest.mark.parametrize(
    "words", ["It boils water, and it never leaks. " * 9, "It boils {}. " * 20, "{}"]
)
def test_every_rule_looks_through_thousands_that_say_the_same_soon(words: str) -> None:
    reviews = [
        make_review(
            f"r{number}",
            name="The same title",
            review_body=words.replace("{}", str(number)),
            rating=5,
        )
        for number in range(4_000)
    ]
    _look_with_every_rule(
        make_catalogue(Records((make_item(),), tuple(reviews)), make_settings(), TODAY)
    )


def _look_with_every_rule(catalogue: Catalogue) -> None:
    for module in (*discover(content), *discover(heuristics)):
        memory = (Memory({}),) if module.__name__.startswith(heuristics.__name__) else ()
        with time_limit(SECONDS):
            try:
                sum(1 for _ in module.check(catalogue, *memory))
            except Exception as error:
                raise AssertionError(module.__name__) from error


def test_a_story_that_markdown_would_take_minutes_for_ends_in_an_error(tmp_path: Path) -> None:
    write_site(tmp_path)
    story = f"Title: Kettles\nDate: 2026-05-01\n\n{'[' * 30_000}\n"
    write_file(tmp_path, "content/stories/kettles.md", story.encode())
    deep = story.replace("[", "-\t").replace("Kettles", "Deep")
    write_file(tmp_path, "content/stories/deep.md", deep.encode())
    errors = json.loads(run("build", "--json", "--on", "2026-06-01", cwd=tmp_path, check=1).stdout)
    told = {(one["file"], one["code"]) for one in errors}
    assert ("content/stories/kettles.md", "P102") in told
    assert ("content/stories/deep.md", "P102") in told
    assert any("more than 5 seconds" in one["fact"] for one in errors)


@pytest.mark.parametrize("unit", ["<!--", "<meta a='", "<a itemprop="])
def test_a_story_whose_tags_nobody_would_find_the_end_of_ends_in_an_error(
    unit: str, tmp_path: Path
) -> None:
    write_site(tmp_path)
    story = f"Title: Kettles\nDate: 2026-05-01\n\n<div>\n{unit * 50_000}</div>\n"
    write_file(tmp_path, "content/stories/kettles.md", story.encode())
    errors = json.loads(run("build", "--json", "--on", "2026-06-01", cwd=tmp_path, check=1).stdout)
    assert any("more than 5 seconds" in one["fact"] for one in errors)
