"""Drafts: what the company sees of a pending review before it is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ambassade.disclose_site import disclose_site
from ambassade.public import Markup
from tests.rules.sample_site import read_site, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

    from ambassade.public_site import PublicSite

REVIEW = "author: Marie Dupont\nreviewRating: 1\nreviewBody: It leaks.\nkeywords: [leaks]\n"


def disclose_with_drafts(folder: Path, more: str) -> PublicSite:
    """Return what is shown, drafts included, of one good review and one with `more` in it."""
    write_site(folder)
    good = REVIEW.replace("1", "5").replace("leaks", "boils")
    write_file(folder, "reviews/kettle/2026-05-14-good.yaml", good.encode())
    write_file(folder, "reviews/kettle/2026-05-15-other.yaml", (REVIEW + more).encode())
    return disclose_site(read_site(folder)[0], drafts=True)


def test_a_pending_review_is_a_draft_that_neither_counts_nor_is_marked_up(tmp_path: Path) -> None:
    site = disclose_with_drafts(tmp_path, "status: pending\n")
    draft, published = site.reviews
    assert (draft.draft, draft.counts) == (True, False)
    assert {draft.markup_on_item, draft.markup_on_page} == {Markup.NONE}
    assert (published.draft, published.counts) == (False, True)
    summary = site.items[0].summary
    assert summary is not None
    assert (str(summary.average), summary.rating_count, summary.review_count) == ("5.0", 1, 1)


def test_machines_get_the_site_without_drafts(tmp_path: Path) -> None:
    site = disclose_with_drafts(tmp_path, "status: pending\n").without_drafts()
    assert [review.identifier for review in site.reviews] == ["2026-05-14-good"]
    assert [review.identifier for review in site.items[0].reviews] == ["2026-05-14-good"]
    assert [topic.slug for topic in site.topics] == ["boils"]


def test_nothing_but_what_is_pending_becomes_a_draft(tmp_path: Path) -> None:
    for more in (
        "status: withheld\nwithheldFor: fake\n",
        "status: withdrawn\nwithdrawn: {date: 2026-05-20, by: author}\n",
        "status: pending\nconsent: {given: 2026-05-15, scope: [text], withdrawn: 2026-05-20}\n",
        "status: pending\nconsent: {given: 2026-05-15, scope: [photo]}\n",
    ):
        shown = disclose_with_drafts(tmp_path, more).reviews
        assert [review.identifier for review in shown] == ["2026-05-14-good"], more


def test_a_draft_shows_no_more_than_its_consent_will_allow(tmp_path: Path) -> None:
    more = "status: pending\nconsent: {given: 2026-05-15, scope: [text]}\n"
    draft = disclose_with_drafts(tmp_path, more).reviews[0]
    assert draft.author.name == "Marie D."
