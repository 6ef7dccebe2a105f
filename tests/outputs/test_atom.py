"""Feeds: well-formed, their ids unique and lasting, their words the customer's."""

from datetime import date, timedelta
from xml.etree.ElementTree import Element, fromstring

import pytest

from ambassade.model import Reply, Translation
from ambassade.outputs import atom
from ambassade.page_lines import PageLines
from ambassade.public_site import PublicSite
from tests.catalogue.records import DAY, make_item, make_review, make_settings, make_site, rate

A = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
URL = "https://example.com"


def _made(site: PublicSite) -> list[tuple[str, bytes]]:
    of_items = [made for item in site.items for made in atom.make_of_item(site, item)]
    return [*atom.make(site, PageLines()), *of_items]


def _feeds(site: PublicSite) -> dict[str, Element]:
    return {address: fromstring(data) for address, data in _made(site)}  # noqa: S314 - ours


def _texts(feed: Element, path: str) -> list[str | None]:
    return [found.text for found in feed.findall(path)]


def test_the_site_and_each_item_have_a_feed_in_every_language() -> None:
    feeds = _feeds(make_site(items=[make_item("a"), make_item("b")]))
    names = ["feeds/reviews.atom.xml", "feeds/items/a.atom.xml", "feeds/items/b.atom.xml"]
    assert sorted(feeds) == sorted(names + [f"fr/{name}" for name in names])
    for address, feed in feeds.items():
        assert feed.get(LANG) == ("fr" if address.startswith("fr/") else "en")
        assert feed.findtext(f"{A}id") == f"{URL}/{address}"
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{A}link")}
        assert links["self"] == f"{URL}/{address}"
    assert len(_texts(feeds[names[0]], f"{A}title")) == 1


def test_a_feed_holds_the_newest_reviews_whole() -> None:
    reviews = [
        make_review(f"r{days}", date_published=DAY - timedelta(days=days)) for days in range(9)
    ]
    feed = _feeds(make_site(*reviews, settings=make_settings(feed_length=5)))[
        "feeds/reviews.atom.xml"
    ]
    assert _texts(feed, f"{A}entry/{A}published") == [
        f"2026-05-{14 - days}T00:00:00Z" for days in range(5)
    ]


def test_an_entry_is_known_by_its_one_address_in_every_feed() -> None:
    reviews = [
        make_review(slug, translations={"fr": Translation(review_body="Oui")}) for slug in "abc"
    ]
    feeds = _feeds(make_site(*reviews))
    ids = [_texts(feed, f"{A}entry/{A}id") for feed in feeds.values()]
    assert ids == [[f"{URL}/reviews/kettle/2026-05-14-{slug}/" for slug in "abc"]] * 4
    french = feeds["fr/feeds/reviews.atom.xml"]
    links = [link.get("href") for link in french.findall(f"{A}entry/{A}link")]
    assert links == [f"{URL}/fr/reviews/kettle/2026-05-14-{slug}/" for slug in "abc"]


def test_an_entry_is_in_the_language_of_its_words_and_updated_by_its_dates() -> None:
    reply = Reply("Thanks", date(2026, 5, 20))
    site = make_site(make_review(in_language="fr-CA", reply=reply, date_modified=date(2026, 5, 16)))
    feed = _feeds(site)["feeds/reviews.atom.xml"]
    (entry,) = feed.findall(f"{A}entry")
    assert entry.get(LANG) == "fr-CA"
    assert entry.findtext(f"{A}published") == "2026-05-14T00:00:00Z"
    assert entry.findtext(f"{A}updated") == feed.findtext(f"{A}updated") == "2026-05-20T00:00:00Z"


def test_a_title_of_ours_is_in_the_language_of_its_feed_and_the_customers_in_that_of_the_words() -> (
    None
):
    reviews = make_review("ours", in_language="de"), make_review("theirs", name="Gut")
    for address, feed in _feeds(make_site(*reviews)).items():
        ours, theirs = feed.findall(f"{A}entry/{A}title")
        assert ours.get(LANG) == ("fr" if address.startswith("fr/") else "en")
        assert (theirs.text, theirs.get(LANG)) == ("Gut", None)


@pytest.mark.parametrize(
    "words", ["</content> & <b>", "]]>", "a\u2028b", "&#0; &amp;", "😀 \u00a0 ﬁ"]
)
def test_hostile_words_are_read_back_as_they_were_typed(words: str) -> None:
    review = make_review(name=words, author=words, review_body=words, keywords=(words, "x"))
    site = make_site(review, items=[make_item(name=words)], settings=make_settings(site_name=words))
    for feed in _feeds(site).values():
        assert _texts(feed, f"{A}entry/{A}title") == [words]
        assert _texts(feed, f"{A}entry/{A}summary") == [words]


def test_the_content_is_the_safe_html_and_the_summary_its_plain_text() -> None:
    site = make_site(make_review(review_body="*a* <b>\n\n- c"))
    entry = _feeds(site)["feeds/reviews.atom.xml"].find(f"{A}entry")
    assert entry is not None
    assert entry.findtext(f"{A}summary") == "a <b>\nc"
    content = entry.find(f"{A}content")
    assert content is not None
    assert (content.get("type"), content.text) == (
        "html",
        site.reviews[0].body and site.reviews[0].body.html,
    )


def test_a_rating_alone_and_an_anonymous_customer_are_told_in_words() -> None:
    site = make_site(make_review(review_body=None, rating=rate(9, 10, 0), display="anonymous"))
    entry = _feeds(site)["fr/feeds/reviews.atom.xml"].find(f"{A}entry")
    assert entry is not None
    assert entry.findtext(f"{A}summary") == "9/10"
    assert entry.findtext(f"{A}author/{A}name")
    assert "Dupont" not in "".join(entry.itertext())


def test_a_feed_of_nothing_is_a_feed() -> None:
    feed = _feeds(make_site())["feeds/reviews.atom.xml"]
    assert feed.findtext(f"{A}updated") == "1970-01-01T00:00:00Z"
    assert feed.find(f"{A}entry") is None


@pytest.mark.parametrize(
    ("provenance", "said"),
    [
        ({"relationship": "employee"}, "Écrit par un salarié de l’entreprise Kettle Works"),
        ({"incentive": "<b>", "incentive_condition": "praise"}, "&lt;b&gt;"),
        ({"publisher": "Elsewhere"}, "Laissé sur le site Elsewhere"),
    ],
)
def test_a_feed_says_before_the_words_what_pages_say_beside_them(
    provenance: dict[str, str], said: str
) -> None:
    site = make_site(make_review(provenance=provenance), make_review("own"))
    tied, own = _feeds(site)["fr/feeds/reviews.atom.xml"].findall(f"{A}entry")
    if tied.findtext(f"{A}id", "").endswith("own/"):
        tied, own = own, tied
    assert own.findtext(f"{A}summary") == "It boils."
    assert (own.findtext(f"{A}content") or "").startswith("<p>It boils.")
    assert tied.find(f"{A}summary") is None
    notice, _, words = (tied.findtext(f"{A}content") or "").partition("\n")
    assert notice.startswith('<p lang="fr">')
    assert said in notice
    assert words == own.findtext(f"{A}content")


def test_a_rating_of_an_insider_is_told_as_such_in_a_feed() -> None:
    by_family = make_review(review_body=None, rating=5, provenance={"relationship": "family"})
    feeds = _feeds(make_site(by_family))
    for address, begins in (("", "Written by a relative"), ("fr/", "Écrit par")):
        summary = feeds[f"{address}feeds/reviews.atom.xml"].find(f"{A}entry/{A}summary")
        assert summary is not None
        assert (summary.text or "").startswith(f"5/5 · {begins}")
        assert summary.get(LANG) == feeds[f"{address}feeds/reviews.atom.xml"].get(LANG)


@pytest.mark.parametrize("body", ["It boils.", None])
def test_a_feed_says_that_a_testimonial_was_selected(body: str | None) -> None:
    item = make_item(collection="selection")
    feeds = _feeds(make_site(make_review(review_body=body, rating=5), items=[item]))
    for address in ("feeds/reviews.atom.xml", "feeds/items/kettle.atom.xml"):
        (entry,) = feeds[address].findall(f"{A}entry")
        told = "".join(entry.itertext())
        assert "Selected by Kettle Works from a larger number" in told
        assert (entry.find(f"{A}content") is None) == (body is None)
        assert (entry.find(f"{A}summary") is None) == (body is not None)
