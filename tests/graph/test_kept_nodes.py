"""Nodes that are made once say on each page what they would say if they were made for it."""

from datetime import date

from ambassade.graph.assemble import build_graph
from ambassade.graph.kept_nodes import KeptNodes
from ambassade.json_ld import script_text
from ambassade.model import Reply, Translation
from ambassade.pages import plan_pages
from ambassade.public import Video
from tests.catalogue.records import DAY, make_item, make_review, make_settings, make_site

FILM = Video(
    embed_url="https://x.org/1", thumbnail_url="https://x.org/1.png", name="Tea", upload_date=DAY
)


def test_pages_with_kept_nodes_are_those_without() -> None:
    answered = make_review(
        "a",
        rating=4,
        name="",
        video=FILM,
        consent="text video",
        reply=Reply(text="Merci", date_published=date(2026, 5, 20)),
        translations={"fr": Translation(review_body="Oui")},
    )
    site = make_site(answered, make_review("b", rating=2), items=[make_item()])
    kept = KeptNodes(make_settings())
    for page in [*plan_pages(site), *plan_pages(site)]:
        assert script_text(build_graph(page, site, kept)) == script_text(build_graph(page, site))
    (of_item,) = (page for page in plan_pages(site) if page.address == "reviews/kettle/")
    (of_review,) = (page for page in plan_pages(site) if page.address == f"reviews/{answered.key}/")
    has_film = ["VideoObject" in str(build_graph(page, site)) for page in (of_item, of_review)]
    assert has_film == [False, True]
