"""The review policy, the ledger on it, and what stands near the reviews, as a visitor gets them."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

POLICY = """
RETENTION_MONTHS = "none"
REVIEW_POLICY = {
    "collection": "We ask everybody.",
    "verification": {"en": "We look the order up.", "fr": "Nous cherchons la commande."},
    "moderation": "Never for its rating.",
    "replies": "The workshop answers.",
    "incentives": "Nothing is given.",
    "report": "Tell us.",
    "contact": "Nobody is put in touch.",
    "changes": "By writing to us.",
    "publicationDays": "none",
}
"""
UNSAID = "Kettle Works has not said"
REVIEW = "author: Marie Dupont\nreviewRating: {rating}\nreviewBody: It boils.\n{more}"
KEY = "reviews/kettle/2026-05-1{number}-{slug}.yaml"


def _write(site: Path, settings: str = "", *reviews: str) -> Path:
    write_site(site)
    write_file(site, "pelicanconf.py", (SETTINGS + settings).encode())
    for number, more in enumerate(reviews):
        text = REVIEW.format(rating=4, more=more)
        write_file(site, KEY.format(number=number, slug=f"no-{number}"), text.encode())
    return site


def _build(site: Path) -> Path:
    run("build", "--on", "2026-06-01", cwd=site, check=0)
    return site / "output"


def _html(output: Path, address: str) -> str:
    return (output / address / "index.html").read_text(encoding="utf-8")


def _words(html: str) -> str:
    """Return the text of the main part, as it is read."""
    main = html.partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def test_where_half_stars_stand_is_said_and_so_done(tmp_path: Path) -> None:
    site = _write(tmp_path)
    for number, rating in enumerate(("4.5", "4.4", "3.4")):
        text = REVIEW.format(rating=rating, more="")
        write_file(site, KEY.format(number=number, slug=f"no-{number}"), text.encode())
    output = _build(site)
    said = _html(output, "review-policy").split('id="averages"')[1].split("<h2")[0]
    assert "in the middle with the upper: 4.5 with 5, 4.4 with 4." in said
    (item,) = json.loads((output / "api/v1/items.json").read_text("utf-8"))["items"]
    assert item["aggregateRating"]["distribution"] == {"1": 0, "2": 0, "3": 1, "4": 1, "5": 1}
    assert item["aggregateRating"]["ratingValue"] == 4.1


def test_what_the_company_has_not_said_is_said_to_be_unsaid(tmp_path: Path) -> None:
    output = _build(_write(tmp_path))
    words = _words(_html(output, "review-policy"))
    assert words.count(UNSAID) == 9  # seven texts, the delay, and where to report
    assert "has not said whether these reviews are checked" in _words(_html(output, "reviews"))


def test_all_that_was_said_stands_there_and_nothing_is_unsaid(tmp_path: Path) -> None:
    output = _build(_write(tmp_path, POLICY))
    words = _words(_html(output, "review-policy"))
    assert UNSAID not in words
    for text in re.findall(r'": "([A-Z][^"]+)",\n', POLICY):
        assert text in words, text
    assert "There is no fixed time" in words
    assert "kept without limit" in words
    assert "Nous cherchons la commande." in _words(_html(output, "fr/review-policy"))


def test_the_rules_it_is_built_to_are_named_without_boasting(tmp_path: Path) -> None:
    output = _build(_write(tmp_path, POLICY + 'REVIEW_PROFILES = ["us", "google"]\n'))
    html = _html(output, "review-policy")
    assert "the United States’ federal rules on reviews and endorsements" in html
    assert "Google’s guidelines for reviews" in html
    assert "That is no certificate" in html
    assert not re.search(r"complian|complies|certified|guarantee", html, re.IGNORECASE)


RULES = """
REVIEW_PROFILES = ["google"]
REVIEW_RULES = {
    "consent-missing": {
        "level": "off",
        "reason": {"en": "They are on paper.", "fr": "Ils sont sur papier."},
        "only": ["reviews/kettle/2026-05-10-no-0.yaml", "kettle/2026-05-11-no-1"],
    },
    "rating-out-of-range": {"level": "error"},
}
"""


def test_a_rule_set_aside_is_told_with_its_reason_and_what_is_hidden_is_not_named(
    tmp_path: Path,
) -> None:
    hidden = "status: withheld\nwithheldFor: abusive\n"
    output = _build(_write(tmp_path, RULES, "", hidden))
    html = _html(output, "review-policy")
    told = _words(html)
    assert (
        "They are on paper. Rule C101 consent-missing: not looked at. Only for: "
        "review by Marie D. of May 10, 2026 , 1 file that is not shown." in told
    )
    assert '<a href="/reviews/kettle/2026-05-10-no-0/">' in html
    assert "2026-05-11-no-1" not in html
    assert "rating-out-of-range" not in html  # it is as grave as ever
    assert "Ils sont sur papier." in _words(_html(output, "fr/review-policy"))


def test_the_ledger_counts_by_status_ground_year_and_item(tmp_path: Path) -> None:
    output = _build(
        _write(
            tmp_path,
            POLICY,
            "dateReceived: 2026-05-07\nreply: {text: Thanks, datePublished: 2026-05-11}\n",
            "dateReceived: 2026-05-09\nreply: {text: Thanks, datePublished: 2026-05-14}\n",
            "dateReceived: 2025-12-30\n",
            "status: pending\n",
            "status: withheld\nwithheldFor: off-topic\n",
        )
    )
    words = _words(_html(output, "review-policy"))
    assert "Received 5 Published 3 Waiting to be checked 1 Withheld 1" in words
    assert "of these: about something else 1" in words
    assert "Answered: 2 of 3 published reviews (67%)" in words
    assert "Time from receipt to publication, median of 3 reviews: 3 days" in words
    assert "Time from publication to answer, median of 2 reviews: 2 days" in words
    assert "2026 4 2 1 1 0 2 2025 1 1 0 0 0 0" in words
    assert "Kettle 5 3 1 1 0 3" in words
    assert "2026 4 2 1 1 0 2 2025 1 1 0 0 0 0" in _words(_html(output, "reviews/kettle"))


def test_a_hundred_and_fifty_items_leave_the_page_readable(tmp_path: Path) -> None:
    site = _write(tmp_path, POLICY)
    for number in range(149):
        item = f"type: Product\nname: Kettle {number}\ncollection: complete\n"
        write_file(site, f"reviews/kettle-{number}/item.yaml", item.encode())
    html = _html(_build(site), "review-policy")
    assert "Numbers of each of the 150 items" in html
    folded = html.partition("<details>")[2].partition("</details>")[0]
    assert folded.count('<th scope="row">') == 150
    assert len(html) - len(folded) < 16_000
    assert len(html) < 90_000


WITH_EMAIL = 'COMPANY = {"name": "Kettle Works", "email": "hello@example.com"}\n'
SUBJECT = "Report%20of%20a%20review%3A%20https%3A//example.com/reviews/kettle/2026-05-10-no-0/"


@pytest.mark.parametrize(
    ("settings", "start"),
    [
        (POLICY, "/review-policy/#report"),
        (WITH_EMAIL, f"mailto:hello@example.com?subject={SUBJECT}"),
        (
            f'{WITH_EMAIL}REVIEW_POLICY = {{"reportUrl": "https://example.com/report"}}\n',
            "https://example.com/report",
        ),
    ],
)
def test_every_review_can_be_reported_from_wherever_it_stands(
    settings: str, start: str, tmp_path: Path
) -> None:
    output = _build(_write(tmp_path, settings, ""))
    for address in ("", "reviews", "reviews/kettle", "reviews/kettle/2026-05-10-no-0"):
        links = re.findall(r'<a href="([^"]*)">Report this review', _html(output, address))
        assert links == [start], address


LABELS = {
    "verification: order, evidence: order-1": "Verified: we found the order",
    "verification: invitation, evidence: i-1": "Verified: invited after a purchase",
    "verification: contract, evidence: c-1": "Verified: we found the contract",
    "relationship: employee": "Written by an employee of Kettle Works",
    "relationship: family": "Written by a relative of someone at Kettle Works",
    "relationship: partner": "Written by a business partner of Kettle Works",
    "incentive: a cup of tea": "The author received for this review: a cup of tea",
}


def test_what_must_be_said_stands_after_the_author_wherever_the_review_is(tmp_path: Path) -> None:
    output = _build(_write(tmp_path, "", *(f"provenance: {{{one}}}\n" for one in LABELS)))
    for number, (provenance, label) in enumerate(LABELS.items()):
        for address in ("reviews", "reviews/kettle"):
            assert label in _words(_html(output, address)), address
        alone = _words(_html(output, f"reviews/kettle/2026-05-1{number}-no-{number}"))
        assert alone.index("Marie D.") < alone.index(label)
        is_insider = "relationship" in provenance
        assert ("Its rating is not counted in the average" in alone) is is_insider


def test_a_review_of_another_site_says_so_with_its_link(tmp_path: Path) -> None:
    more = "provenance: {publisher: Elsewhere, url: 'https://example.org/r/1'}\n"
    html = _html(_build(_write(tmp_path, "", more)), "reviews/kettle")
    assert "Written on Elsewhere , not collected by us" in _words(html)
    assert '<a href="https://example.org/r/1" rel="nofollow ugc">Elsewhere</a>' in html


@pytest.mark.parametrize(("excerpt", "is_one"), [("It boils.", True), ("It boils. Fast.", False)])
def test_only_a_part_of_the_words_is_called_an_excerpt(
    excerpt: str, tmp_path: Path, *, is_one: bool
) -> None:
    site = _write(tmp_path)
    text = f"author: Marie Dupont\nreviewBody: It boils. Fast.\nexcerpt: {excerpt}\n"
    write_file(site, KEY.format(number=0, slug="fast"), text.encode())
    output = _build(site)
    words = _words(_html(output, "reviews"))
    assert ("Excerpt of a longer review" in words) is is_one
    assert ("Read the whole review" in words) is is_one
    assert "Excerpt of" not in _words(_html(output, "reviews/kettle"))


def test_the_order_and_the_check_are_told_near_the_reviews(tmp_path: Path) -> None:
    output = _build(_write(tmp_path, POLICY, "", ""))
    for address, order in (
        ("reviews/kettle", "Order: newest first."),
        ("reviews/kettle/oldest", "Order: oldest first."),
        ("reviews/kettle/lowest", "Order: lowest ratings first."),
        ("reviews/kettle/rating-4", "Order: newest first."),
        ("", "Order: featured ones, then newest first."),
        ("reviews", "Featured reviews come first, then the newest."),
        ("reviews/kettle/2026-05-10-no-0", ""),
    ):
        words = _words(_html(output, address))
        assert order in words, address
        assert "We look the order up." in words, address
        assert "What customers get in exchange" in words, address
