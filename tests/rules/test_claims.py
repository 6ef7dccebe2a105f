"""What a company's own texts claim of its reviews (R121 to R123)."""

import pytest

from tests.rules.conftest import Told
from tests.rules.truth_samples import REVIEW, write_reviews, write_settings


def _average(told: Told, words: str, rating: str = "4.9", item: str = "complete") -> list[str]:
    described = f"type: Product\nname: Kettle\ncollection: {item}\ndescription: '{words}'\n"
    rated = f"author: Marie\nreviewRating: {rating}\n"
    return told("R121", f"# file: reviews/kettle/item.yaml\n{described}{write_reviews(rated)}")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Rated 4.8/5.", "Rated 4.9/5."),
        ("Noté 4,8 sur 5", "Noté 4,9 sur 5"),
        ("4.8 out of 5 stars", "4.9 out of 5 stars"),
        ("★ 4.8", "★ 4.9"),
        ("★★★★★ 4.8/5", "★★★★★ 4.9 / 5"),
        ("4,8 étoiles", "4,9 étoiles"),
        ("a 4.8-star kettle", "a 4.9-star kettle"),
        ("4.8 étoiles sur 5", "4.9 étoiles sur 5"),
        ("9,6/10", "9,8/10"),
        ("19.2/20", "19.6/20"),
        ("Rated 5/5", "Rated 4.90/5.0"),
        ("5 out of 5 stars", "4.9 of 5 stars"),
        ("4.9/5 in May, 4.8/5 today", "4.9/5 in May, 9.8/10 today"),
    ],
)
def test_an_average_in_words_is_told_unless_it_is_the_one_that_is_computed(
    told: Told, wrong: str, right: str
) -> None:
    (line,) = _average(told, wrong)
    assert "description says “" in line
    assert "not the average of the ratings on record" in line
    assert _average(told, right) == []


@pytest.mark.parametrize(
    "words",
    [
        "Open from 24/5 on",
        "On 3/5 and 4/10",
        "Built 4.5/5/2026",
        "2.5/5 cm wide",
        "4/5 of our customers come back",
        "4 out of 5 cooks keep it",
        "A 5-star hotel",
        "4.8 litres, 0.5/5 A",
        "24.8/5",
        "Version 1.4.8/5",
        "7.5/5",
    ],
)
def test_dates_sizes_and_fractions_are_no_averages(told: Told, words: str) -> None:
    assert _average(told, words) == []


@pytest.mark.parametrize(
    ("words", "count"), [("4.67/5", 0), ("4.7/5", 0), ("9.33/10", 0), ("4.6/5", 1)]
)
def test_an_average_may_be_as_exact_as_the_ratings_are(told: Told, words: str, count: int) -> None:
    described = f"type: Product\nname: Kettle\ncollection: complete\ndescription: {words}\n"
    rated = [f"author: Marie\nreviewRating: {value}\n" for value in (5, 5, 4)]
    sample = f"# file: reviews/kettle/item.yaml\n{described}{write_reviews(*rated)}"
    assert len(told("R121", sample)) == count


def test_no_average_can_be_known_of_a_selection_or_of_the_company(told: Told) -> None:
    assert "of a selection" in _average(told, "Rated 4.9/5", item="selection")[0]
    company = (
        "type: Organization\nname: Us\ncollection: complete\ntranslations: {fr: {name: 4.9/5}}\n"
    )
    (line,) = told("R121", f"# file: reviews/kettle/item.yaml\n{company}")
    assert line.startswith("reviews/kettle/item.yaml:4:27: translations.fr.name says “4.9/5”")


def test_what_the_site_says_of_itself_is_compared_with_every_item(told: Told) -> None:
    claims = write_settings('TAGLINE = {"en": "4.9/5", "fr": "4,8/5"}', 'HEADLINE = "9.8/10"')
    (line,) = told("R121", write_reviews("author: Marie\nreviewRating: 4.9\n") + claims)
    assert "TAGLINE.fr says “4,8/5”, which is the average of no item" in line
    story = "# file: content/stories/a.md\nTitle: Rated 4.8/5\nDate: 2026-05-20\n\nIt boils.\n"
    assert any("a.md:1:8: title says" in line for line in told("R121", story))


def test_a_rating_on_an_impossible_scale_does_not_stop_the_comparison(told: Told) -> None:
    assert len(_average(told, "Rated 4.8/5", "{ratingValue: 4, bestRating: 1}")) == 1


@pytest.mark.parametrize(
    ("claim", "count"),
    [
        ("Verified reviews", 1),
        ("Verified customer reviews, day by day", 1),
        ("All our reviews are verified.", 1),
        ("Avis clients 100 % vérifiés", 1),
        ("Tous nos avis sont vérifiés", 1),
        ("100 % vérifiés", 1),
        ("Authentic reviews, guaranteed", 1),
        ("Avis authentiques garantis", 1),
        ("Reviews, verified or not", 1),
        ("Not all our reviews are verified", 0),
        ("We do not sell verified reviews", 0),
        ("Unverified reviews", 0),
        ("Avis non vérifiés", 0),
        ("Les avis ne sont pas vérifiés", 0),
        ("Verified reviews are marked as such", 0),
        ("Les avis vérifiés portent une mention", 0),
        ("Every review we received", 0),
    ],
)
def test_a_claim_that_all_is_verified_is_told_where_one_review_is_not(
    told: Told, claim: str, count: int
) -> None:
    assert len(told("R122", REVIEW + write_settings(f'HEADLINE = "{claim}"'))) == count


def test_what_an_item_claims_is_about_its_ownwrite_reviews(told: Told) -> None:
    item = "type: Product\nname: Urn\ncollection: complete\ndescription: Verified reviews.\n"
    verified = f"{REVIEW}provenance: {{verification: order, evidence: a1}}\n"
    urn = f"# file: reviews/urn/item.yaml\n{item}# file: reviews/urn/2026-05-11-a.yaml\n{verified}"
    assert told("R122", urn + write_reviews(REVIEW)) == []
    (line,) = told("R122", f"# file: reviews/urn/2026-05-11-a.yaml\n{REVIEW}")
    assert line.startswith("reviews/urn/item.yaml:4:14: ")
    assert "but urn/2026-05-11-a has no verification" in line


@pytest.mark.parametrize(
    ("claim", "count"),
    [
        ("Compliant with ISO 20488:2018.", 1),
        ("Avis certifiés NF Z74-501", 1),
        ("Conforme à la norme NF Z 74-501", 1),
        ("Our certificate: NF Service", 1),
        ("Our reviews are not ISO 20488 certified.", 0),
        ("Non certifié ISO 20488", 0),
        ("We gather reviews as ISO 20488 wants it. The kettle is certified.", 0),
        ("A certified kettle", 0),
    ],
)
def test_a_norm_is_claimed_where_it_stands_with_the_claim(
    told: Told, claim: str, count: int
) -> None:
    lines = told("R123", write_settings(f'REVIEW_POLICY = {{"moderation": {{"fr": "{claim}"}}}}'))
    assert len(lines) == count
    assert all(":6:39: REVIEW_POLICY.moderation.fr says" in line for line in lines)
