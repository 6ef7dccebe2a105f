"""Names and aliases whose address is taken or cannot be (A201 to A204)."""

import pytest

from tests.rules.conftest import Told
from tests.rules.sample_site import ITEM, SETTINGS


@pytest.mark.parametrize("slug", ["reviews", "review-policy", "styleguide", "fr", "de", "admin"])
def test_a_page_may_not_take_what_the_site_needs(told: Told, slug: str) -> None:
    (line,) = told("A201", f"# file: content/pages/a.md\nTitle: A\nSlug: {slug}\n")
    assert line.startswith(f"content/pages/a.md:1:1: The address of this page would be {slug}")


def test_a_page_may_not_take_an_address_that_is_set(told: Told) -> None:
    settings = f'# file: pelicanconf.py\n{SETTINGS}ADDRESSES = {{"wall": "/avis/"}}\n'
    assert len(told("A201", f"{settings}# file: content/pages/a.md\nTitle: Avis\n")) == 1


def test_an_item_may_not_be_called_page(told: Told) -> None:
    (line,) = told("A201", f"# file: reviews/page/item.yaml\n{ITEM}")
    assert line.startswith("reviews/page/item.yaml:1:1: ")


@pytest.mark.parametrize("kind", ["pages", "stories"])
def test_two_of_one_slug_and_language_are_told_once_on_the_second(told: Told, kind: str) -> None:
    header = "Title: Tea\nDate: 2026-05-01\n"
    first, second = f"content/{kind}/a.md", f"content/{kind}/b.md"
    sample = f"# file: {first}\n{header}# file: {second}\n{header}Lang: en\n"
    (line,) = told("A201", sample)
    assert line.startswith(f"{second}:1:1: {first} has the same slug, tea,")


def test_a_story_and_its_translation_have_one_slug(told: Told) -> None:
    header = "Title: Tea\nSlug: tea\nDate: 2026-05-01\n"
    sample = f"# file: content/stories/a.md\n{header}# file: content/stories/b.md\n{header}Lang: fr"
    assert told("A201", sample) == []


def test_a_title_without_letters_makes_no_slug(told: Told) -> None:
    (line,) = told("A202", "# file: content/pages/a.md\nTitle: ★★★\n")
    assert line.startswith("content/pages/a.md:1:8: The title has no letter or digit")


@pytest.mark.parametrize(
    "alias",
    [
        "../x/",
        "/a/../b/",
        "/a/./b",
        "//x.org/a",
        "a//b",
        "a?b",
        "a#b",
        "a\\b",
        "a b",
        "é",
        "https://x",
    ],
)
def test_an_alias_must_be_a_path_below_the_site(told: Told, alias: str) -> None:
    (line,) = told("A203", f"# file: reviews/kettle/item.yaml\n{ITEM}aliases: '{alias}'\n")
    assert line.startswith("reviews/kettle/item.yaml:4:10: ")


@pytest.mark.parametrize("alias", ["old", "/old", "old/", "/Old_shop/kettle-1.html", "/~me/a.b/"])
def test_an_alias_may_be_any_such_path(told: Told, alias: str) -> None:
    sample = f"# file: reviews/kettle/item.yaml\n{ITEM}aliases: {alias}\n"
    assert told("A203", sample) == []
    assert told("A204", sample) == []


@pytest.mark.parametrize(
    "alias",
    [
        "/",
        "/fr/",
        "/reviews",
        "/fr/reviews/kettle/",
        "/reviews/kettle/2026-05-14-saved-us-a-week/",
        "/topics/fast-tea/",
        "/stories/tea/",
        "/about/",
        "/review-policy/index.html",
        "/feeds/reviews.atom.xml",
    ],
)
def test_an_alias_may_not_take_an_address_of_the_site(told: Told, alias: str) -> None:
    site = (
        "author: Marie\nreviewBody: It boils.\nkeywords: Fast tea\n"
        "# file: content/stories/tea.md\nTitle: Tea\nDate: 2026-05-01\n"
        "# file: content/pages/about.md\nTitle: About\n"
    )
    sample = f"{site}# file: reviews/kettle/item.yaml\n{ITEM}aliases: [{alias}]\n"
    assert len(told("A204", sample)) == 1


def test_two_items_may_not_have_one_alias(told: Told) -> None:
    first = f"# file: reviews/kettle/item.yaml\n{ITEM}aliases: /old/\n"
    (line,) = told("A204", f"{first}# file: reviews/teapot/item.yaml\n{ITEM}aliases: old\n")
    assert line.startswith("reviews/teapot/item.yaml:4:10: ")
    assert "reviews/kettle/item.yaml" in line
