"""A complete item's page says how many of how many reviews are shown, in a site that was built."""

from pathlib import Path

import pytest

from ambassade.catalogue import WITHHELD_BUT_GENUINE
from ambassade.fields.review import GROUNDS
from tests.ambassade_command import run
from tests.rules.sample_site import write_samples, write_site
from tests.rules.truth_samples import REVIEW

CONSENTED = "consent: {given: 2026-05-01, scope: [text, name]}\n"
LAPSED = "consent: {given: 2026-05-01, scope: [text], expires: 2026-05-20}\n"
RATED = "author: Marie\nreviewRating: 4\n"
HELD = "status: withheld\nwithheldFor: not-selected\n"
COMPANY_AND_SERVICE = ("Service", "Organization", "LocalBusiness")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the items' pages of a site with one item for each case."""
    folder = tmp_path_factory.mktemp("shown")
    write_site(folder)
    write_samples("".join(_write_items()), folder)
    run("build", "--on", "2026-06-01", cwd=folder, check=0)
    return folder / "output/reviews"


def _write_items() -> list[str]:
    unrated = [REVIEW + CONSENTED, REVIEW + LAPSED]
    rated = RATED + CONSENTED
    return [
        *(
            _write_item(
                f"by-{ground}", [*unrated, f"{REVIEW}status: withheld\nwithheldFor: {ground}\n"]
            )
            for ground in GROUNDS
        ),
        *(
            _write_item(kind.lower(), [*unrated, REVIEW + HELD], kind)
            for kind in COMPANY_AND_SERVICE
        ),
        _write_item("ratings", [rated, RATED + HELD]),
        _write_item("words", [rated, REVIEW + HELD]),
        _write_item("both", [rated, RATED + HELD, REVIEW + HELD]),
        _write_item("all", [REVIEW + CONSENTED, f"{REVIEW}status: pending\n"]),
        _write_item("picked", [REVIEW + CONSENTED, REVIEW + HELD], collection="selection"),
    ]


def _write_item(
    slug: str, reviews: list[str], kind: str = "Product", collection: str = "complete"
) -> str:
    item = f"type: {kind}\nname: The {slug}\ncollection: {collection}\n"
    return f"# file: reviews/{slug}/item.yaml\n{item}" + "".join(
        f"# file: reviews/{slug}/2026-05-{day}-a.yaml\n{review}"
        for day, review in enumerate(reviews, 11)
    )


def _read(pages: Path, slug: str) -> str:
    return " ".join((pages / slug / "index.html").read_text(encoding="utf-8").split())


@pytest.mark.parametrize("ground", GROUNDS)
def test_what_is_held_back_or_lapsed_is_told_where_nothing_is_rated(
    pages: Path, ground: str
) -> None:
    told = "1 of 3 reviews shown." if ground in WITHHELD_BUT_GENUINE else "1 of 2 reviews shown."
    why = '<a href="/review-policy/#numbers">Why not every review?</a>'
    assert f"<p>{told} {why}</p>" in _read(pages, f"by-{ground}")


@pytest.mark.parametrize("kind", COMPANY_AND_SERVICE)
def test_it_is_told_of_the_company_and_of_a_service_too(pages: Path, kind: str) -> None:
    assert "1 of 3 reviews shown." in _read(pages, kind.lower())


def test_where_ratings_tell_it_already_it_is_told_once(pages: Path) -> None:
    page = _read(pages, "ratings")
    assert "Based on 2 ratings, 1 of 2 shown." in page
    assert "Why not all?" in page
    assert "reviews shown" not in page


def test_words_without_a_rating_are_told_beside_an_average(pages: Path) -> None:
    page = _read(pages, "words")
    assert "Based on 1 rating, 1 of 1 shown." in page
    assert "1 of 2 reviews shown." in page
    assert "Why not all?" not in page


def test_ratings_and_words_that_are_not_shown_are_both_told(pages: Path) -> None:
    page = _read(pages, "both")
    assert "Based on 2 ratings, 1 of 2 shown." in page
    assert "1 of 3 reviews shown." in page


@pytest.mark.parametrize("slug", ["all", "picked"])
def test_nothing_is_told_where_all_are_shown_or_they_are_a_selection(
    pages: Path, slug: str
) -> None:
    page = _read(pages, slug)
    # Of ratings it is another question: “No rating counts yet. Why not?”
    assert "Why not every review?" not in page
    assert "Why not all?" not in page
