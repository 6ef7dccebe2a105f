"""What search engines make of items and pages (E101 to E110), and rating markup by hand (P107)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import files_of, run, run_pelican
from tests.rules.sample_site import (
    SETTINGS,
    find_page_problems,
    find_problems,
    tell,
    write_file,
    write_samples,
    write_site,
)

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
ITEM = "reviews/kettle/item.yaml"
COMMON = "name: Kettle\ncollection: complete\n"
ENOUGH = "It boils water for all of us in the morning, and again at night when we are cold."


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small site with one item and no review."""
    write_site(tmp_path)
    return tmp_path


def _review(number: int, text: str | None, rating: int | None = 5, more: str = "") -> str:
    body = f"reviewBody: {text}\n" if text else ""
    rated = f"reviewRating: {rating}\n" if rating else ""
    name = f"reviews/kettle/2026-05-{number:02}-one.yaml"
    return f"# file: {name}\nauthor: Marie Dupont\n{rated}{body}{more}"


def _told(site: Path, code: str, sample: str) -> list[str]:
    write_samples(sample, site)
    return tell([*find_problems(site), *find_page_problems(site)], code)


def _use_google(site: Path, more: str = "") -> None:
    conf = f'{SETTINGS}REVIEW_PROFILES = ["google"]\n{more}'
    write_file(site, "pelicanconf.py", conf.encode())


def test_without_a_profile_nothing_of_search_is_told(site: Path) -> None:
    consent = "consent: {given: 2026-05-01, scope: [text, name]}\n"
    write_samples(_review(14, "It boils.", more=consent), site)
    assert run("check", *DAY, cwd=site, check=0).stdout == ""


def test_under_google_what_is_missing_is_a_warning_and_stops_nothing(site: Path) -> None:
    _use_google(site)
    lines = run("check", *DAY, cwd=site, check=0).stdout.splitlines()
    told = {line.split(": ")[2].split()[0] for line in lines if ": warning: E" in line}
    assert told == {"E104", "E105", "E108", "E109"}


def test_under_google_a_program_without_a_price_is_an_error(site: Path) -> None:
    _use_google(site)
    write_file(site, ITEM, f"type: SoftwareApplication\n{COMMON}".encode())
    assert f"{ITEM}:1:1: E106 software-without-price: " in run(
        "check", *DAY, cwd=site, check=1
    ).stdout  # fmt: skip
    write_file(site, ITEM, f"type: SoftwareApplication\noffers: {{price: 0}}\n{COMMON}".encode())
    assert " E106 " not in run("check", *DAY, cwd=site, check=0).stdout


@pytest.mark.parametrize(
    ("kind", "code"),
    [("Service", "E101"), ("Organization", "E102"), ("LocalBusiness", "E102")],
)
def test_ratings_that_are_not_marked_up_are_one_piece_of_information_with_their_number(
    kind: str, code: str, site: Path
) -> None:
    _use_google(site)
    write_file(site, ITEM, f"{COMMON}type: {kind}\n".encode())
    write_samples(_review(1, ENOUGH) + _review(2, ENOUGH, 3) + _review(3, ENOUGH, None), site)
    (line,) = (
        line for line in run("check", *DAY, cwd=site, check=0).stdout.splitlines() if code in line
    )
    assert line.startswith(f"{ITEM}:3:7: information: {code} ")
    assert "(2)" in line


@pytest.mark.parametrize("kind", ["Service", "Organization"])
def test_words_without_ratings_are_nothing_to_tell(kind: str, site: Path) -> None:
    sample = f"# file: {ITEM}\n{COMMON}type: {kind}\n" + _review(1, ENOUGH, None)
    assert _told(site, "E101", sample) == _told(site, "E102", sample) == []


@pytest.mark.parametrize("name", ["Kettle Works", "KETTLE  WORKS", "Kettle wörks"])
def test_the_company_is_found_behind_another_spelling(name: str, site: Path) -> None:
    sample = f"# file: {ITEM}\ntype: Product\nname: {name}\ncollection: complete\n"
    (line,) = _told(site, "E103", sample)
    assert line.startswith(f"{ITEM}:2:7: ")


def test_the_company_is_found_in_a_translation_and_by_its_legal_name(site: Path) -> None:
    conf = SETTINGS.replace('"Kettle Works"}', '"Kettle Works", "legalName": "Kettles Ltd"}')
    write_file(site, "pelicanconf.py", conf.encode())
    more = "translations:\n  fr: {name: Kettles LTD}\n"
    (line,) = _told(site, "E103", f"# file: {ITEM}\ntype: Product\n{COMMON}{more}")
    assert line.startswith(f"{ITEM}:5:14: Kettles LTD is the company's name")


@pytest.mark.parametrize("kind", ["Book", "Course", "Service", "SoftwareApplication"])
def test_only_a_product_needs_a_picture_and_a_price(kind: str, site: Path) -> None:
    sample = f"# file: {ITEM}\n{COMMON}type: {kind}\n"
    assert _told(site, "E104", sample) == _told(site, "E105", sample) == []


@pytest.mark.parametrize("code", ["E105", "E106"])
def test_an_offer_without_a_price_is_none(code: str, site: Path) -> None:
    kind = {"E105": "Product", "E106": "SoftwareApplication"}[code]
    more = "offers: {availability: InStock}\n"
    (line,) = _told(site, code, f"# file: {ITEM}\ntype: {kind}\n{COMMON}{more}")
    assert line.startswith(f"{ITEM}:4:9: ")


def test_a_title_may_have_sixty_characters_before_the_sites_name(site: Path) -> None:
    story = "# file: content/stories/tea.md\nTitle: {}\nDate: 2026-05-01\n\nTea.\n"
    assert _told(site, "E107", story.format("x" * 60)) == []
    (line,) = _told(site, "E107", story.format("x" * 61))
    assert line.startswith(
        "content/stories/tea.md:1:8: The page of this story, in English (en), has "
    )
    assert "61 characters" in line


def test_an_items_title_is_told_where_its_name_in_that_language_stands(site: Path) -> None:
    more = f"translations:\n  fr: {{name: {'y' * 60}}}\n"
    (line,) = _told(site, "E107", f"# file: {ITEM}\ntype: Product\n{COMMON}{more}")
    assert line.startswith(f"{ITEM}:5:14: ")


def test_a_customers_title_and_words_have_any_length(site: Path) -> None:
    write_samples(_review(1, "Ok.", more=f"name: {'z' * 90}\n"), site)
    problems = [one for code in ("E107", "E108") for one in tell(find_page_problems(site), code)]
    assert [one for one in problems if "2026-05" in one or "zzz" in one] == []


@pytest.mark.parametrize(("length", "faulty"), [(49, True), (50, False), (160, False), (161, True)])
def test_a_summary_has_fifty_to_a_hundred_and_sixty_characters(
    length: int, *, faulty: bool, site: Path
) -> None:
    page = f"# file: content/pages/about.md\nTitle: About\nSummary: {'x' * length}\n\nUs.\n"
    told = [line for line in _told(site, "E108", page) if "about.md" in line]
    assert bool(told) is faulty
    assert all(f"{length} characters" in line for line in told)


def test_a_page_without_a_description_of_its_own_is_told_so(site: Path) -> None:
    lines = _told(site, "E108", "")
    asked = "of 50 to 160 characters."
    home, item = lines
    assert home.startswith("pelicanconf.py:1:1: The home page has no description of its own.")
    assert home.endswith(f"Write TAGLINE in the settings, {asked}")
    assert item.startswith(
        f"{ITEM}:1:1: The page of this item, in English (en), has no description"
    )
    assert item.endswith(f"Write description in this file, {asked}")


def test_thin_reviews_are_told_once_an_item_with_their_number(site: Path) -> None:
    described = f"# file: {ITEM}\ntype: Product\n{COMMON}description: A kettle.\n"
    reviews = _review(1, "Good.") + _review(2, None) + _review(3, ENOUGH)
    (line,) = _told(site, "E109", described + reviews)
    assert line.startswith(f"{ITEM}:1:1: Pages of reviews with fewer than 5 words: 2 of 3. ")


def test_fifty_words_in_all_its_reviews_make_up_for_a_missing_description(site: Path) -> None:
    words = " ".join(["word"] * 17)
    reviews = "".join(_review(number, words) for number in (1, 2, 3))
    assert _told(site, "E109", reviews) == []
    (site / "reviews/kettle/2026-05-03-one.yaml").unlink()
    (line,) = tell(find_page_problems(site), "E109")
    assert "has no description" in line


def test_languages_without_spaces_count_by_the_letter(site: Path) -> None:
    reviews = _review(1, "とても早くお湯が沸きます。" * 5)
    assert _told(site, "E109", reviews) == []


def test_a_topic_with_one_short_review_alone_is_told_at_the_review(site: Path) -> None:
    described = f"# file: {ITEM}\ntype: Product\n{COMMON}description: A kettle.\n"
    more = "keywords: [noise]\n"
    (line,) = _told(site, "E109", described + _review(1, ENOUGH, more=more))
    assert line.startswith("reviews/kettle/2026-05-01-one.yaml:1:1: The topic “noise” has ")
    assert _told(site, "E109", _review(2, ENOUGH, more=more)) == []


def test_two_items_of_one_name_are_told_once_a_language(site: Path) -> None:
    other = f"# file: reviews/second/item.yaml\ntype: Product\n{COMMON}"
    lines = _told(site, "E110", other)
    assert [line.split(": ")[0] for line in lines] == ["reviews/second/item.yaml:1:1"] * 2
    assert all(
        line.endswith(f"{ITEM}. Say in each title what its page alone is about.") for line in lines
    )


def test_a_static_page_with_the_title_of_a_list_is_told(site: Path) -> None:
    page = "# file: content/pages/us.md\nTitle: Case stories\n\nUs.\n"
    assert _told(site, "E110", page) == []  # the list is empty, and not for search engines
    story = "# file: content/stories/tea.md\nTitle: Tea\nDate: 2026-05-01\n\nTea.\n"
    (line,) = _told(site, "E110", page + story)
    assert line.startswith("content/pages/us.md:1:8: ")
    assert "/stories/" in line


def test_two_customers_may_choose_the_same_title(site: Path) -> None:
    same = "name: Great\n"
    reviews = _review(1, ENOUGH, more=same) + _review(2, ENOUGH, more=same)
    assert _told(site, "E110", reviews) == []


def test_rating_markup_in_a_template_of_the_sites_own_is_told_with_its_line(site: Path) -> None:
    page = (
        '{% extends "base.html" %}\n{% block main %}\n{# itemprop="ratingValue" #}\n'
        '<p itemprop="ratingValue">5</p>\n{% endblock %}\n'
    )
    write_file(site, "theme/templates/wall.html", page.encode())
    told = run("build", *DAY, cwd=site, check=1)
    assert told.stdout.startswith("theme/templates/wall.html:4:1: P107 rating-markup: ")
    assert len(told.stdout.splitlines()) == 1
    assert not (site / "output").exists()


@pytest.mark.parametrize(
    "body",
    [
        '<script type="application/ld+json">{"@type": "Product", "aggregateRating": {}}</script>',
        '<script type="application/ld+json">{"@type": ["Thing", "\\u0052eview"]}</script>',
        '<div vocab="https://schema.org/" typeof="Review">Good</div>',
        '<div typeof="schema:AggregateRating">Good</div>',
        "<div itemscope itemtype='http://schema.org/Rating'>Good</div>",
        "<meta itemprop=ratingValue content=5>",
    ],
)
def test_rating_markup_in_a_page_stops_the_build(body: str, site: Path) -> None:
    write_file(site, "content/pages/us.md", f"Title: Us\n\n{body}\n".encode())
    told = run("build", *DAY, cwd=site, check=1).stdout
    assert told.startswith("content/pages/us.md:1:1: P107 rating-markup: ")


def test_what_only_speaks_of_rating_markup_is_let_through(site: Path) -> None:
    body = (
        'Write `<p itemprop="ratingValue">` never.\n\n'
        '<!-- <p itemprop="ratingValue"> -->\n\n'
        '<script type="application/ld+json">{"@type": "WebPage", "name": "Reviews"}</script>\n'
    )
    write_file(site, "content/pages/us.md", f"Title: Us\n\n{body}".encode())
    assert run("build", *DAY, cwd=site, check=0).stdout == ""


def test_under_pelican_alone_rating_markup_leaves_the_former_site_whole(site: Path) -> None:
    write_file(
        site, "pelicanconf.py", f'{SETTINGS}PATH = "content"\nPLUGINS = ["ambassade"]\n'.encode()
    )
    assert run_pelican(site).returncode == 0
    before = files_of(site / "output")
    write_file(site, "content/pages/us.md", b'Title: Us\n\n<i itemprop="ratingValue">5</i>\n')
    done = run_pelican(site)
    assert done.returncode == 1
    assert "content/pages/us.md:1:1: P107 rating-markup:" in done.stdout
    assert files_of(site / "output") == before


@pytest.mark.parametrize(
    ("sample", "place"),
    [
        (f"# file: {ITEM}\ntype: Product\ncollection: complete\n", f"{ITEM}:1:1"),
        (f"# file: {ITEM}\ntype: Product\nname: ' '\ncollection: complete\n", f"{ITEM}:2:1"),
        ("author: {display: full}\nreviewBody: It boils.\n", "2026-05-14-saved-us-a-week.yaml:1:9"),
        ("reviewBody: It boils.\n", "2026-05-14-saved-us-a-week.yaml:1:1"),
    ],
)
def test_a_missing_name_is_an_error_of_reading(sample: str, place: str, site: Path) -> None:
    (line,) = _told(site, "F103", sample)
    assert place in line
