"""Rules and pages that say BY_ITEM find in a site what they find in its parts, one by one."""

from __future__ import annotations

import sys
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from ambassade import pages
from ambassade.disclose_site import disclose_site
from ambassade.discovery import discover
from ambassade.eligibility.summary import list_page
from ambassade.pages import plan_item_pages, plan_other_pages, plan_pages
from ambassade.rules.content import check_parts
from ambassade.rules.documentation import RuleDoc, all_rules
from ambassade.rules.site import check_pages
from ambassade.survey.shard import files_with_errors, leave_out_faulty
from tests.rules.sample_site import read_site, write_file, write_samples, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ambassade.catalogue import Catalogue

DOCS = [
    doc
    for doc in all_rules()
    if doc.module.startswith(("ambassade.rules.content.", "ambassade.rules.site."))
    and getattr(import_module(doc.module), "BY_ITEM", False)
]
_ANOTHER = (
    (
        "reviews/lamp/item.yaml",
        b"type: Product\nname: Lamp\ncollection: complete\noffers: {price: 9, priceCurrency: EUR}\n",
    ),
    (
        "reviews/lamp/2026-05-14-bright.yaml",
        b"author: Ana Lopez\nreviewRating: 2\nreviewBody: It is bright enough for our whole kitchen.\n",
    ),
)


def _parts(catalogue: Catalogue) -> Iterator[Catalogue]:
    """Yield the catalogues of each item, and of what is no item."""
    records = catalogue.records
    slugs = {item.slug for item in records.items} | {one.item for one in records.reviews}
    for slug in slugs:
        items = tuple(one for one in records.items if one.slug == slug)
        reviews = tuple(one for one in records.reviews if one.item == slug)
        yield _of(catalogue, items=items, reviews=reviews, stories=(), pages=())
    yield _of(catalogue, items=(), reviews=())


def _of(catalogue: Catalogue, **records: tuple[object, ...]) -> Catalogue:
    from ambassade.catalogue import make_catalogue  # noqa: PLC0415 - beside its use

    part = replace(catalogue.records, **records)  # type: ignore[arg-type]  # tuples of their kinds
    return make_catalogue(part, catalogue.settings, catalogue.today)


def _sound(catalogue: Catalogue, faulty: frozenset[str]) -> dict[str, tuple[object, ...]]:
    sound = leave_out_faulty(catalogue.records, faulty)
    return {"items": sound.items, "reviews": sound.reviews}


@pytest.mark.parametrize("doc", DOCS, ids=lambda doc: doc.rule.code)
def test_what_is_found_in_the_parts_is_what_is_found_in_the_site(
    doc: RuleDoc, tmp_path: Path
) -> None:
    write_site(tmp_path)
    for name, data in _ANOTHER:
        write_file(tmp_path, name, data)
    write_samples(doc.bad, tmp_path)
    catalogue, _problems = read_site(tmp_path)
    parts = [*_parts(catalogue)]
    whole = sorted(check_parts(catalogue), key=lambda one: one.sort_key)
    found = [problem for part in parts for problem in check_parts(part)]
    assert sorted(found, key=lambda one: one.sort_key) == whole
    # As a survey does: what is faulty is looked at no further.
    faulty = files_with_errors(whole)
    site, *sites = (
        disclose_site(_of(each, **_sound(each, faulty))) for each in (catalogue, *parts[:-1])
    )
    planned = [*plan_item_pages(site)]
    apart = [page for one in sites for page in plan_item_pages(one)]
    assert {page.address for page in apart} == {page.address for page in planned}
    assert {*map(list_page, apart)} == {*map(list_page, planned)}
    of_pages = {*check_pages(site, [*plan_pages(site)])}
    assert of_pages == {
        *check_pages(site, [*plan_other_pages(site)]),
        *(each for one in sites for each in check_pages(one, [*plan_item_pages(one)])),
    }


def test_most_rules_and_the_pages_of_items_look_at_parts() -> None:
    assert len(DOCS) > 40
    kinds = [
        module.__name__.rpartition(".")[2]
        for module in discover(sys.modules[pages.__name__])
        if getattr(module, "BY_ITEM", False)
    ]
    assert kinds == ["facet", "item", "review"]
