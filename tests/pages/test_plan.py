"""Which pages there are, at which addresses, in which order, in which languages."""

from datetime import timedelta

import pytest

from ambassade.addresses import Addresses, file_of, paginated
from ambassade.model import Review, Translation
from ambassade.page import Page
from ambassade.pages import plan_pages
from ambassade.public import StaticPage
from ambassade.public_site import PublicSite
from tests.catalogue.records import (
    DAY,
    make_item,
    make_review,
    make_settings,
    make_site,
    make_story,
)

FRENCH = Translation("Chaude", "Ça chauffe.")


def _addresses(site: PublicSite, kind: str) -> list[str]:
    return [page.address for page in plan_pages(site) if page.kind == kind]


def _pages(site: PublicSite, kind: str, language: str = "en") -> list[Page]:
    return [page for page in plan_pages(site) if (page.kind, page.language) == (kind, language)]


def _alternates(page: Page) -> list[tuple[str, str]]:
    return [(each.language, each.address) for each in page.alternates]


def _many(count: int) -> list[Review]:
    return [
        make_review(f"r{number}", date_published=DAY - timedelta(days=number), keywords=("speed",))
        for number in range(count)
    ]


def test_every_kind_of_page_is_at_the_address_of_the_contract() -> None:
    page = StaticPage("content/pages/about.md", "about", "en", "en", "About")
    item = make_item(aliases=("/old/kettle/",))
    review = make_review(keywords=("Customer support",))
    site = make_site(review, items=[item], stories=[make_story()], pages=[page])
    assert {page.address for page in plan_pages(site)} == {
        "", "fr/",
        "reviews/", "fr/reviews/",
        "reviews/kettle/", "fr/reviews/kettle/",
        "reviews/kettle/2026-05-14-warm/",
        "topics/", "fr/topics/",
        "topics/customer-support/", "fr/topics/customer-support/",
        "stories/", "fr/stories/", "stories/tea/",
        "review-policy/", "fr/review-policy/",
        "about/", "old/kettle/", "404.html",
        "reviews/kettle/lang-en/", "fr/reviews/kettle/lang-en/",
    }  # fmt: skip


def test_only_what_the_contract_says_is_kept_out_of_search() -> None:
    items, stories = [make_item(aliases=("old",))], [make_story()]
    site = make_site(make_review(keywords=("a",)), items=items, stories=stories)
    kinds = {page.kind for page in plan_pages(site) if not page.indexable}
    assert kinds == {"facet", "not_found", "redirect", "topics"}


def test_a_list_of_stories_that_is_empty_is_kept_out_of_search() -> None:
    assert [page.indexable for page in _pages(make_site(), "stories")] == [False]
    assert [page.indexable for page in _pages(make_site(stories=[make_story()]), "stories")] == [
        True
    ]


def test_every_address_may_be_set() -> None:
    addresses = Addresses(
        "fr", "avis/", "avis/{item}/", "a/{review}/de/{item}/", "f/{item}/{facet}/",
        "themes/", "t/{topic}/", "recits/",
        "r/{story}/", "charte/", "p/{page}/", "avis.xml", "f/{item}.xml",
    )  # fmt: skip
    settings = make_settings(languages=("fr", "en"), addresses=addresses)
    page = StaticPage("content/pages/about.md", "about", "en", "en", "About")
    review = make_review(in_language="fr", keywords=("x",))
    site = make_site(review, stories=[make_story()], pages=[page], settings=settings)
    assert {page.address for page in plan_pages(site)} == {
        "", "en/", "avis/", "en/avis/", "avis/kettle/", "en/avis/kettle/",
        "a/2026-05-14-warm/de/kettle/", "themes/", "en/themes/", "t/x/", "en/t/x/", "recits/",
        "en/recits/", "en/r/tea/", "charte/", "en/charte/", "en/p/about/", "404.html",
        "f/kettle/lang-fr/", "en/f/kettle/lang-fr/",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, [0]), (20, [20]), (21, [20, 1]), (41, [20, 20, 1])]
)
def test_lists_have_twenty_reviews_a_page_newest_first(count: int, sizes: list[int]) -> None:
    site = make_site(*reversed(_many(count)))
    for kind in ("wall", "item", "topic") if count else ("wall", "item"):
        pages = _pages(site, kind)
        assert [len(page.content.reviews) for page in pages] == sizes
        shown = [review.identifier for page in pages for review in page.content.reviews]
        assert shown == [review.identifier for review in _many(count)]
        assert [page.content.paging.number for page in pages] == list(range(1, len(sizes) + 1))
        assert {(page.content.paging.count, page.content.paging.total) for page in pages} == {
            (len(sizes), count)
        }


def test_the_next_pages_of_a_list_are_below_it() -> None:
    site = make_site(*_many(41))
    assert _addresses(site, "wall")[::2] == ["reviews/", "reviews/page/2/", "reviews/page/3/"]
    assert "fr/reviews/kettle/page/3/" in _addresses(site, "item")
    assert "topics/speed/page/2/" in _addresses(site, "topic")
    titles = [page.title for kind in ("wall", "item", "topic") for page in _pages(site, kind)]
    assert len(titles) == len(set(titles))


def test_featured_reviews_come_first_on_wall_and_home_alone() -> None:
    reviews = _many(8)
    old = make_review("old", date_published=DAY - timedelta(days=99), featured=True)
    site = make_site(*reviews, old)
    in_order = [review.identifier for review in reviews]
    (wall,), (home,), (item,) = (_pages(site, kind) for kind in ("wall", "home", "item"))
    assert [one.identifier for one in wall.content.reviews] == [old.identifier, *in_order]
    assert home.content.featured.identifier == old.identifier
    assert [one.identifier for one in home.content.quotes] == in_order
    assert [one.identifier for one in item.content.reviews] == [*in_order, old.identifier]


@pytest.mark.parametrize(
    ("names", "large"),
    [("abc", "2026-05-05-a"), ("bc", "2026-05-14-b"), ("c", None), ("", None)],
)
def test_what_is_set_large_is_featured_and_rather_in_the_pages_language(
    names: str, large: str | None
) -> None:
    known = {
        "a": make_review("a", date_published=DAY - timedelta(days=9), featured=True),
        "b": make_review("b", in_language="fr", featured=True),
        "c": make_review("c", rating=5),
    }
    (home,) = _pages(make_site(*(known[name] for name in names)), "home")
    featured = home.content.featured
    assert (featured.identifier if featured else None) == large
    assert len(home.content.quotes) == len(names) - (large is not None)


def test_home_quotes_only_reviews_with_words() -> None:
    site = make_site(make_review("a", rating=4, review_body=None), make_review("b"))
    (home,) = _pages(site, "home")
    assert [one.identifier for one in home.content.quotes] == ["2026-05-14-b"]


@pytest.mark.parametrize(
    ("language", "translations", "addresses"),
    [
        ("en", {}, [("en", "")]),
        ("fr", {}, [("fr", "fr/")]),
        ("fr-CA", {}, [("fr", "fr/")]),
        ("de", {}, [("en", "")]),
        ("en", {"fr": FRENCH}, [("en", ""), ("fr", "fr/")]),
        ("en", {"fr-CA": FRENCH}, [("en", ""), ("fr", "fr/")]),
        ("fr", {"en": FRENCH}, [("fr", "fr/"), ("en", "")]),
        ("en", {"de": FRENCH}, [("en", "")]),
        ("de", {"fr": FRENCH}, [("en", ""), ("fr", "fr/")]),
    ],
)
def test_a_review_has_a_page_in_its_language_and_one_for_each_translation(
    language: str, translations: dict[str, Translation], addresses: list[tuple[str, str]]
) -> None:
    site = make_site(make_review(in_language=language, translations=translations))
    pages = [page for page in plan_pages(site) if page.kind == "review"]
    rest = "reviews/kettle/2026-05-14-warm/"
    expected = [(code, folder + rest) for code, folder in addresses]
    assert [(page.language, page.address) for page in pages] == expected
    assert all(_alternates(page) == expected for page in pages)
    assert [page.content.translation is not None for page in pages] == [
        number > 0 for number in range(len(pages))
    ]


def test_whoever_wants_to_read_a_review_is_sent_to_its_page_in_their_language() -> None:
    own, both = make_review("own"), make_review("both", translations={"fr": FRENCH})
    site = make_site(own, both)
    sent = {
        (review.identifier[11:], language): site.address_of(review, language)
        for review in site.reviews
        for language in ("en", "fr")
    }
    assert sent == {
        ("own", "en"): "reviews/kettle/2026-05-14-own/",
        ("own", "fr"): "reviews/kettle/2026-05-14-own/",
        ("both", "en"): "reviews/kettle/2026-05-14-both/",
        ("both", "fr"): "fr/reviews/kettle/2026-05-14-both/",
    }
    assert set(sent.values()) == set(_addresses(site, "review"))


def test_lists_and_policy_are_in_every_language_with_all_reviews() -> None:
    reviews = [
        make_review("a", in_language="fr"),
        make_review("b", in_language="de", keywords=("x",)),
    ]
    site = make_site(*reviews)
    for kind in ("home", "wall", "item", "topic", "topics", "review_policy", "stories"):
        english, french = (_pages(site, kind, language)[0] for language in ("en", "fr"))
        assert english.content == french.content
        assert french.address == f"fr/{english.address}"
        assert (
            _alternates(english)
            == _alternates(french)
            == [
                ("en", english.address),
                ("fr", french.address),
            ]
        )


def test_a_story_has_a_page_in_each_language_it_is_written_in() -> None:
    french = make_story(language="fr", title="Le thé")
    other = make_story("milk", language="fr", date=DAY - timedelta(days=9))
    site = make_site(stories=[make_story(), french, other])
    assert sorted(_addresses(site, "story")) == [
        "fr/stories/milk/",
        "fr/stories/tea/",
        "stories/tea/",
    ]
    (english,) = _pages(site, "story")
    assert sorted(_alternates(english)) == [("en", "stories/tea/"), ("fr", "fr/stories/tea/")]
    lists = {
        language: [story.title for story in _pages(site, "stories", language)[0].content.stories]
        for language in ("en", "fr")
    }
    assert lists == {"en": ["Tea", "Milk"], "fr": ["Le thé", "Milk"]}


def test_a_story_shows_only_the_reviews_that_may_be_seen() -> None:
    reviews = [make_review("a"), make_review("b", status="withdrawn"), make_review("c")]
    keys = ("kettle/2026-05-14-c", "kettle/2026-05-14-b", "kettle/2026-05-14-a")
    site = make_site(*reviews, stories=[make_story(reviews=keys, item="kettle")])
    (page,) = _pages(site, "story")
    assert [review.key for review in page.content.reviews] == [keys[0], keys[2]]
    assert page.content.item == site.items[0]


def test_a_page_says_when_its_content_last_changed() -> None:
    new, old = make_review("new"), make_review("old", date_published=DAY - timedelta(days=9))
    site = make_site(new, old, stories=[make_story(modified=DAY + timedelta(days=1))])
    modified = {page.address: page.modified for page in plan_pages(site)}
    assert modified["reviews/kettle/"] == modified["reviews/"] == DAY
    assert modified["reviews/kettle/2026-05-05-old/"] == DAY - timedelta(days=9)
    # Both show the story.
    assert modified["stories/tea/"] == modified[""] == DAY + timedelta(days=1)
    assert modified["review-policy/"] is None
    assert {page.modified for page in plan_pages(make_site())} == {None}


def test_a_home_page_changes_with_the_stories_that_it_shows() -> None:
    translated = make_story(language="fr", in_language="fr", modified=DAY + timedelta(days=2))
    stories = [make_story(modified=DAY + timedelta(days=1)), translated]
    site = make_site(make_review(), stories=stories)
    modified = {page.address: page.modified for page in plan_pages(site)}
    assert modified[""] == modified["stories/"] == DAY + timedelta(days=1)
    assert modified["fr/"] == modified["fr/stories/"] == DAY + timedelta(days=2)


def test_a_former_address_leads_to_the_item() -> None:
    site = make_site(items=[make_item(aliases=("/old/kettle/", "older"))])
    redirects = _pages(site, "redirect")
    assert [(page.address, page.content.target) for page in redirects] == [
        ("old/kettle/", "reviews/kettle/"),
        ("older/", "reviews/kettle/"),
    ]


@pytest.mark.parametrize(
    ("title", "display", "told"),
    [
        ("Warm", "initial", "“Warm”, a review of Kettle"),
        (None, "initial", "Marie D. on Kettle"),
        (None, "anonymous", "An anonymous review of Kettle"),
    ],
)
def test_a_review_page_is_titled_by_what_may_be_shown(
    title: str | None, display: str, told: str
) -> None:
    (page,) = _pages(make_site(make_review(name=title, display=display)), "review")
    assert page.title.startswith(told)
    assert "Dupont" not in page.title + page.description + page.crumbs[-1].name


@pytest.mark.parametrize(
    ("address", "file"),
    [("", "index.html"), ("reviews/", "reviews/index.html"), ("404.html", "404.html")],
)
def test_an_address_is_answered_by_a_file(address: str, file: str) -> None:
    assert file_of(address) == file


def test_the_first_page_of_a_list_has_no_number() -> None:
    assert [paginated("a/", number) for number in (1, 2, 10)] == ["a/", "a/page/2/", "a/page/10/"]
