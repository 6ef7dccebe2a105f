"""Lists say no more of their reviews than is so: neither that they are all, nor that nobody chose them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html  # type: ignore[import-untyped]

from tests.ambassade_command import run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
BOOK = "type: Book\nname: Tea time\ncollection: selection\n"
REVIEW = "author: Marie Dupont\nreviewRating: 5\nreviewBody: It boils water.\nkeywords: [water]\n"
CHOSEN = "Selected by Kettle Works from a larger number"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of an item that shows its reviews complete, and one with a selection."""
    write_site(tmp_path)
    write_file(tmp_path, "reviews/book/item.yaml", BOOK.encode())
    return tmp_path


def _build(site: Path, *reviews: str) -> None:
    for key in reviews:
        write_file(site, f"reviews/{key}.yaml", REVIEW.encode())
    run("build", *DAY, cwd=site, check=0)


def _description(site: Path, page: str) -> str:
    tree = html.fromstring((site / "output" / page).read_bytes())
    return str(tree.xpath("string(//meta[@name='description']/@content)"))


@pytest.mark.parametrize(
    ("reviews", "said"),
    [
        ((), "What customers say of Kettle Works."),
        (("book/2026-05-14-good",), "1 customer review of Kettle Works."),
        (
            ("book/2026-05-14-good", "kettle/2026-05-14-good"),
            "2 customer reviews of Kettle Works: those that we feature first, then the newest.",
        ),
    ],
)
def test_the_wall_does_not_claim_to_show_all_reviews(
    site: Path, reviews: tuple[str, ...], said: str
) -> None:
    held = f"{REVIEW}status: withheld\nwithheldFor: not-selected\n"
    write_file(site, "reviews/book/2026-05-10-bad.yaml", held.encode())
    _build(site, *reviews)
    assert _description(site, "reviews/index.html") == said


def test_a_testimonial_that_was_selected_says_so_wherever_it_stands(site: Path) -> None:
    _build(site, "book/2026-05-14-good")
    pages = (
        "",
        "reviews/",
        "topics/water/",
        "reviews/book/rating-5/",
        "reviews/book/2026-05-14-good/",
    )
    for page in pages:
        assert CHOSEN in (site / "output" / page / "index.html").read_text(encoding="utf-8")


def test_a_review_of_an_item_that_is_complete_is_not_called_selected(site: Path) -> None:
    _build(site, "kettle/2026-05-14-good")
    for page in ("", "reviews/", "topics/water/", "reviews/kettle/2026-05-14-good/"):
        assert CHOSEN not in (site / "output" / page / "index.html").read_text(encoding="utf-8")


def test_of_a_selection_no_link_promises_all_reviews(site: Path) -> None:
    _build(site, "book/2026-05-14-good", "kettle/2026-05-14-good")
    for item, said in (("book", "Reviews of Tea time"), ("kettle", "All reviews of Kettle")):
        for page in ("rating-5", "2026-05-14-good"):
            path = site / "output" / "reviews" / item / page / "index.html"
            assert f'<a href="/reviews/{item}/">{said}</a>' in path.read_text(encoding="utf-8")
