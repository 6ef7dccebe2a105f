"""The check of the vocabulary finds what it is for."""

from pathlib import Path

import pytest

from tests.site_checks import vocabulary
from tests.site_checks.tiny_site import URL, Node, write_json_ld, write_page, write_site

ORGANIZATION: Node = {"@type": "Organization", "@id": "o", "name": "O"}


def check_nodes(folder: Path, *nodes: Node) -> str:
    """The faults of a site of one page with these nodes, as one text."""
    files = {"index.html": write_page(head=write_json_ld(*nodes))}
    return "\n".join(vocabulary.check(write_site(folder, files), URL))


def test_an_item_page_as_search_engines_want_it_has_no_fault(tmp_path: Path) -> None:
    review: Node = {
        "@type": "Review",
        "@id": "r",
        "url": f"{URL}/r/",
        "reviewBody": "Fine.",
        "inLanguage": "en",
        "author": {"@type": "Person", "name": "M"},
        "datePublished": "2026-06-09",
        "temporalCoverage": "2026-05-30",
        "publisher": {"@id": "o"},
        "reviewRating": {"@type": "Rating", "ratingValue": 3, "bestRating": 5},
        "commentCount": 1,
        "comment": {"@type": "Comment", "parentItem": {"@id": "r"}, "text": "Thanks."},
    }
    item: Node = {
        "@type": "SoftwareApplication",
        "name": "S",
        "image": f"{URL}/i.png",
        "offers": {
            "@type": "Offer",
            "price": "19.00",
            "availability": "https://schema.org/InStock",
            "priceValidUntil": "2027-01-01",
        },
        "aggregateRating": {"@type": "AggregateRating", "ratingValue": 4.3, "ratingCount": 12},
        "review": [review],
    }
    video: Node = {
        "@type": "VideoObject",
        "duration": "PT1M30S",
        "uploadDate": "2026-01-01T08:00:00+01:00",
        "width": "640 px",
        "publisher": {"@type": "LocalBusiness", "name": "L"},
    }
    assert check_nodes(tmp_path, ORGANIZATION, item, video) == ""


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Revue"}, "Revue is no type"),
        ({"@type": ["Product", "Thing"]}, "not one name"),
        ({"@type": "Product", "colour": "red"}, "colour is no property"),
        ({"@type": "Product", "reviewBody": "x"}, "Product has no property reviewBody"),
        ({"@type": "Product", "reviews": {"@type": "Review"}}, "superseded by review"),
        ({"@type": "Product", "review": []}, "review is an empty list"),
        ({"@type": "Product", "review": "good"}, "Product.review takes Review, not 'good'"),
        ({"@type": "Product", "name": ""}, "Product.name takes Text, not ''"),
        ({"@type": "Product", "name": None}, "not None"),
        ({"@type": "Product", "name": 5}, "not 5"),
        ({"@type": "Product", "url": "kettle"}, "Product.url takes URL, not 'kettle'"),
        ({"@type": "Offer", "availability": "InStock"}, "takes ItemAvailability"),
        ({"@type": "Offer", "availability": "https://schema.org/NewCondition"}, "ItemAvailability"),
        ({"@type": "Review", "datePublished": "2026-02-30"}, "datePublished takes Date"),
        ({"@type": "Review", "datePublished": "9 June 2026"}, "datePublished takes Date"),
        ({"@type": "Review", "author": "Marie"}, "author takes Organization or Person"),
        ({"@type": "Review", "author": {"@type": "Product"}}, "not Product"),
        ({"@type": "Review", "commentCount": 1.5}, "commentCount takes Integer, not 1.5"),
        ({"@type": "Review", "commentCount": True}, "commentCount takes Integer, not True"),
        ({"@type": "ImageObject", "width": 640}, "width takes Distance"),
        ({"@type": "VideoObject", "duration": "P"}, "duration takes Duration"),
        ({"@type": "WebPage", "breadcrumb": {"@id": "o"}}, "not o"),
    ],
)
def test_what_schema_org_does_not_know_is_a_fault(tmp_path: Path, node: Node, fault: str) -> None:
    assert fault in check_nodes(tmp_path, ORGANIZATION, node)


def test_a_node_deep_inside_is_judged_too(tmp_path: Path) -> None:
    review: Node = {"@type": "Review", "reviewRating": {"@type": "Rating", "stars": 5}}
    faults = check_nodes(tmp_path, {"@type": "Product", "review": [review]})
    assert faults == "index.html: [0].review[0].reviewRating: stars is no property of schema.org"


def test_another_context_is_a_fault(tmp_path: Path) -> None:
    head = write_json_ld(ORGANIZATION).replace("https://schema.org", "http://example.com")
    write_site(tmp_path, {"index.html": write_page(head=head)})
    assert vocabulary.check(tmp_path, URL) == ["index.html: @context is not https://schema.org"]
