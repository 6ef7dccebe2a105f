"""The exact JSON-LD of small pages."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from ambassade.model import Reply, Translation
from ambassade.public import Offer, Picture, Video
from ambassade.settings import Company, PictureRights
from tests.catalogue.records import (
    DAY,
    make_item,
    make_review,
    make_settings,
    make_site,
    make_story,
    rate,
)
from tests.graph.graphs import graph_at, ids_described, ids_named, node_of

URL = "https://example.com"
REVIEW = f"{URL}/reviews/kettle/2026-05-14-warm/"
COMPANY = {"@type": "Organization", "@id": f"{URL}/#organization", "name": "Kettle Works"}


def _crumb(position: int, name: str, address: str) -> dict[str, object]:
    item = {"@type": "WebPage", "@id": f"{URL}/{address}", "name": name}
    return {"@type": "ListItem", "position": position, "name": name, "item": item}


REVIEW_NODE = {
    "@type": "Review",
    "@id": f"{REVIEW}#review",
    "url": REVIEW,
    "name": "Warm",
    "reviewBody": "It boils.\nFast.",
    "inLanguage": "en",
    "author": {"@type": "Person", "name": "Marie D."},
    "datePublished": "2026-05-14",
    "dateModified": "2026-05-16",
    "temporalCoverage": "2026-05-01",
    "publisher": {"@id": f"{URL}/#organization"},
    "reviewRating": {"@type": "Rating", "ratingValue": 4.6, "bestRating": 5, "worstRating": 1},
    "comment": {
        "@type": "Comment",
        "@id": f"{REVIEW}#reply",
        "author": COMPANY,
        "datePublished": "2026-05-15",
        "text": "Thank you.",
        "parentItem": {"@id": f"{REVIEW}#review"},
    },
    "commentCount": 1,
}
ITEM = {
    "@type": "Product",
    "@id": f"{URL}/reviews/kettle/#item",
    "name": "Kettle",
    "url": f"{URL}/reviews/kettle/",
    "description": "A kettle.",
    "image": [f"{URL}/images/a%20kettle.png"],
    "sameAs": ["https://shop.example.com/kettle", "https://x.org/kettle"],
    "keywords": "tea, steel",
    "brand": {"@type": "Brand", "name": "Boil"},
    "sku": "K-1",
    "offers": {
        "@type": "Offer",
        "url": "https://shop.example.com/kettle",
        "price": "19.00",
        "priceCurrency": "EUR",
        "availability": "https://schema.org/InStock",
    },
}
SITE = make_site(
    make_review(
        name="Warm",
        rating=rate(9, 10, 0),
        review_body="It *boils*.\n\n- Fast.",
        date_experienced=date(2026, 5, 1),
        date_modified=date(2026, 5, 16),
        reply=Reply("**Thank** you.", date(2026, 5, 15)),
        translations={"fr": Translation("Chaude", "Ça *bout*.", "Zoé")},
    ),
    items=[
        make_item(
            description="A kettle.",
            url="https://shop.example.com/kettle",
            image=(Picture("images/a kettle.png", 8, 6),),
            same_as=("https://x.org/kettle", "https://shop.example.com/kettle"),
            keywords=("tea", "steel"),
            offers=Offer("19.00", "EUR", "InStock"),
            properties={"brand": "Boil", "sku": "K-1"},
        )
    ],
    stories=[
        make_story(
            modified=date(2026, 5, 20),
            authors=("Zoé Müller",),
            summary="About tea.",
            image=Picture("images/tea.png", 8, 6),
            item="kettle",
            client="Tea House",
            client_url="https://tea.example.com",
            reviews=("kettle/2026-05-14-warm",),
            video="https://example.com/tea.mp4",
        )
    ],
    settings=make_settings(
        company=Company("Kettle Works", logo=Picture("images/logo.png", 8, 6)),
        picture_rights=PictureRights("Studio", "Studio", "© Studio", "https://x.org/licence"),
    ),
)


def test_an_item_page_nests_average_and_reviews_in_its_item() -> None:
    assert graph_at(SITE, "reviews/kettle/") == [
        {
            "@type": "WebPage",
            "@id": f"{URL}/reviews/kettle/#webpage",
            "url": f"{URL}/reviews/kettle/",
            "name": "Kettle: customer reviews",
            "description": "A kettle.",
            "isPartOf": {"@id": f"{URL}/#website"},
            "inLanguage": "en",
            "breadcrumb": {"@id": f"{URL}/reviews/kettle/#breadcrumb"},
            "mainEntity": {"@id": f"{URL}/reviews/kettle/#item"},
            "publishingPrinciples": f"{URL}/review-policy/",
        },
        ITEM
        | {
            "aggregateRating": {
                "@type": "AggregateRating",
                "ratingValue": 4.6,
                "bestRating": 5,
                "worstRating": 1,
                "ratingCount": 1,
                "reviewCount": 1,
            },
            "review": [REVIEW_NODE],
        },
        {
            "@type": "BreadcrumbList",
            "@id": f"{URL}/reviews/kettle/#breadcrumb",
            "itemListElement": [
                _crumb(1, "Home", ""),
                _crumb(2, "Reviews", "reviews/"),
                _crumb(3, "Kettle", "reviews/kettle/"),
            ],
        },
    ]


def test_a_review_page_has_its_item_without_average_and_its_one_review() -> None:
    page, item, crumbs = graph_at(SITE, "reviews/kettle/2026-05-14-warm/")
    assert page["mainEntity"] == {"@id": f"{REVIEW}#review"}
    assert page["@type"] == "WebPage"
    assert item == ITEM | {"review": [REVIEW_NODE]}
    assert [entry["position"] for entry in crumbs["itemListElement"]] == [1, 2, 3, 4]


def test_a_translated_page_has_one_quotation_and_no_item() -> None:
    page, words, crumbs = graph_at(SITE, "fr/reviews/kettle/2026-05-14-warm/")
    url = f"{URL}/fr/reviews/kettle/2026-05-14-warm/"
    assert words == {
        "@type": "Quotation",
        "@id": f"{url}#translation",
        "name": "Chaude",
        "text": "Ça bout.",
        "inLanguage": "fr",
        "translationOfWork": {"@id": f"{REVIEW}#review"},
    }
    assert (page["@type"], page["inLanguage"]) == ("WebPage", "fr")
    assert page["mainEntity"] == {"@id": f"{url}#translation"}
    assert crumbs["@type"] == "BreadcrumbList"


def test_a_title_alone_that_is_translated_is_no_quotation() -> None:
    titled = make_review(name="Warm", translations={"fr": Translation("Chaude")})
    page, crumbs = graph_at(make_site(titled), "fr/reviews/kettle/2026-05-14-warm/")
    assert "mainEntity" not in page
    assert crumbs["@type"] == "BreadcrumbList"


def test_home_is_the_company_and_its_site_without_any_rating() -> None:
    page, site, company = graph_at(SITE, "")
    assert page["mainEntity"] == {"@id": f"{URL}/#organization"}
    assert site == {
        "@type": "WebSite",
        "@id": f"{URL}/#website",
        "url": f"{URL}/",
        "name": "Kettles",
        "inLanguage": ["en", "fr"],
        "publisher": {"@id": f"{URL}/#organization"},
    }
    assert company == COMPANY | {
        "url": f"{URL}/",
        "logo": {"@type": "ImageObject", "url": f"{URL}/images/logo.png"},
        "publishingPrinciples": f"{URL}/review-policy/",
    }


def test_a_story_is_an_article_about_the_item_that_mentions_client_and_review() -> None:
    url = f"{URL}/stories/tea/"
    page, story, _ = graph_at(SITE, "stories/tea/")
    assert page["mainEntity"] == {"@id": f"{url}#article"}
    assert story == {
        "@type": "Article",
        "@id": f"{url}#article",
        "headline": "Tea",
        "description": "About tea.",
        "inLanguage": "en",
        "datePublished": "2026-05-14",
        "dateModified": "2026-05-20",
        "author": [{"@type": "Person", "name": "Zoé Müller"}],
        "publisher": COMPANY,
        "image": {
            "@type": "ImageObject",
            "url": f"{URL}/images/tea.png",
            "contentUrl": f"{URL}/images/tea.png",
            "creator": {"@type": "Organization", "name": "Studio"},
            "creditText": "Studio",
            "copyrightNotice": "© Studio",
            "license": "https://x.org/licence",
        },
        "mainEntityOfPage": {"@id": f"{url}#webpage"},
        "about": {"@id": f"{URL}/reviews/kettle/#item"},
        "mentions": [
            {"@type": "Organization", "name": "Tea House", "url": "https://tea.example.com"},
            {"@id": f"{REVIEW}#review"},
        ],
        "video": {
            "@type": "VideoObject",
            "name": "Tea",
            "thumbnailUrl": f"{URL}/images/tea.png",
            "uploadDate": "2026-05-14",
            "contentUrl": "https://example.com/tea.mp4",
        },
    }


def test_the_company_is_quoted_on_an_about_page_and_never_rated() -> None:
    item = make_item("us", type="Organization", name="The Workshop")
    site = make_site(make_review(item="us", rating=5), items=[item])
    page, about, quotation, _ = graph_at(site, "reviews/us/")
    assert page["@type"] == "AboutPage"
    assert page["mainEntity"] == {"@id": f"{URL}/reviews/us/#item"}
    assert page["hasPart"] == [{"@id": f"{URL}/reviews/us/2026-05-14-warm/#quotation"}]
    assert about == {
        "@type": "Organization",
        "@id": f"{URL}/reviews/us/#item",
        "name": "The Workshop",
        "url": f"{URL}/reviews/us/",
    }
    assert quotation == {
        "@type": "Quotation",
        "@id": f"{URL}/reviews/us/2026-05-14-warm/#quotation",
        "url": f"{URL}/reviews/us/2026-05-14-warm/",
        "text": "It boils.",
        "inLanguage": "en",
        "author": {"@type": "Person", "name": "Marie D."},
        "datePublished": "2026-05-14",
        "about": {"@id": f"{URL}/reviews/us/#item"},
    }


def test_a_service_keeps_its_keywords_and_its_average_to_itself() -> None:
    item = make_item(type="Service", keywords=("tea",), offers=Offer("5"))
    site = make_site(make_review(rating=4), items=[item])
    node = node_of(graph_at(site, "reviews/kettle/"), "Service")
    assert set(node) == {"@type", "@id", "name", "url", "offers"}
    assert site.items[0].summary is not None


def test_a_selection_quotes_on_the_page_of_the_item_and_rates_on_that_of_the_review() -> None:
    item = make_item(collection="selection", offers=Offer("5"))
    site = make_site(make_review(rating=4), items=[item])
    on_item = graph_at(site, "reviews/kettle/")
    assert not {"review", "aggregateRating"} & set(node_of(on_item, "Product"))
    assert node_of(on_item, "Quotation")["text"] == "It boils."
    on_page = node_of(graph_at(site, "reviews/kettle/2026-05-14-warm/"), "Product")
    assert [one["@type"] for one in on_page["review"]] == ["Review"]
    assert "aggregateRating" not in on_page


def test_a_product_that_nothing_makes_one_has_no_node_and_nobody_names_it() -> None:
    site = make_site(make_review(), items=[make_item()], stories=[make_story(item="kettle")])
    nodes = graph_at(site, "reviews/kettle/")
    assert [node["@type"] for node in nodes] == ["WebPage", "Quotation", "BreadcrumbList"]
    assert "mainEntity" not in nodes[0]
    assert "about" not in nodes[1]
    assert "about" not in node_of(graph_at(site, "stories/tea/"), "Article")
    assert not any(each.endswith("#item") for each in ids_named(site))


def test_a_product_that_has_a_price_alone_is_what_a_story_is_about() -> None:
    item = make_item(offers=Offer("5"))
    site = make_site(make_review(), items=[item], stories=[make_story(item="kettle")])
    about = node_of(graph_at(site, "stories/tea/"), "Article")["about"]
    assert about == {"@id": node_of(graph_at(site, "reviews/kettle/"), "Product")["@id"]}


def test_every_id_that_is_named_is_described_on_some_page() -> None:
    kinds = ["Product", "Book", "Service", "LocalBusiness", "Organization"]
    items = [make_item(kind.lower(), type=kind) for kind in kinds]
    items += [make_item("picked", collection="selection"), make_item("empty")]
    reviews = []
    for item in items[:-1]:
        of_item = {"item": item.slug, "translations": {"fr": Translation(review_body="Ça bout.")}}
        reviews += [
            make_review("rated", rating=4, reply=Reply("Thanks"), **of_item),
            make_review("silent", rating=4, item=item.slug, review_body=None),
            make_review("words", **of_item),
            make_review("anonymous", rating=4, display="anonymous", **of_item),
            make_review("elsewhere", provenance={"publisher": "X"}, rating=4, **of_item),
            make_review("family", provenance={"relationship": "family"}, rating=4, **of_item),
        ]
    stories = [
        make_story(item.slug, item=item.slug, reviews=tuple(review.key for review in reviews))
        for item in items
    ]
    site = make_site(*reviews, items=items, stories=stories)
    assert ids_named(site) - ids_described(site) == set()


def test_a_film_is_told_on_the_page_of_its_review_where_all_of_it_is_known() -> None:
    film = Video(
        embed_url="https://x.org/1", thumbnail_url="https://x.org/1.png", name="Tea",
        duration="PT1M", upload_date=DAY, transcript="Hello",
    )  # fmt: skip
    site = make_site(make_review(rating=4, video=film, consent="text video"))
    item = node_of(graph_at(site, "reviews/kettle/2026-05-14-warm/"), "Product")
    assert item["review"][0]["video"] == {
        "@type": "VideoObject",
        "name": "Tea",
        "thumbnailUrl": "https://x.org/1.png",
        "uploadDate": "2026-05-14",
        "duration": "PT1M",
        "embedUrl": "https://x.org/1",
        "transcript": "Hello",
    }


WATCHED, PLAYED = "https://youtu.be/aB-3_x", "https://www.youtube-nocookie.com/embed/aB-3_x"
FILE = "https://x.org/1.MP4?a=b"


@pytest.mark.parametrize(
    ("film", "told"),
    [
        (Video(content_url=WATCHED), {"embedUrl": PLAYED}),
        (Video(embed_url=WATCHED), {"embedUrl": PLAYED}),
        (Video(content_url=FILE, embed_url=WATCHED), {"contentUrl": FILE, "embedUrl": PLAYED}),
        (
            Video(embed_url="https://vimeo.com/1/ab"),
            {"embedUrl": "https://player.vimeo.com/video/1?dnt=1&h=ab"},
        ),
        (Video(content_url="https://x.org/1"), {"contentUrl": "https://x.org/1"}),
    ],
)
def test_a_films_player_is_told_not_the_page_it_is_watched_on(
    film: Video, told: dict[str, str]
) -> None:
    film = replace(film, thumbnail_url="https://x.org/1.png", name="Tea", upload_date=DAY)
    site = make_site(make_review(rating=4, video=film, consent="text video"))
    item = node_of(graph_at(site, "reviews/kettle/2026-05-14-warm/"), "Product")
    assert _addresses(item["review"][0]["video"]) == told


@pytest.mark.parametrize(
    ("film", "told"),
    [
        (WATCHED, {"embedUrl": PLAYED}),
        (FILE, {"contentUrl": FILE}),
        ("https://x.org/watch/1", {}),
        ("https://x.org/no-film.mp4/about", {}),
    ],
)
def test_a_storys_film_is_told_where_a_file_or_player_is_known(
    film: str, told: dict[str, str]
) -> None:
    site = make_site(stories=[make_story(video=film, image=Picture("images/tea.png"))])
    article = node_of(graph_at(site, "stories/tea/"), "Article")
    assert _addresses(article.get("video", {})) == told


def _addresses(node: dict[str, Any]) -> dict[str, Any]:
    return {key: node[key] for key in ("contentUrl", "embedUrl") if key in node}
