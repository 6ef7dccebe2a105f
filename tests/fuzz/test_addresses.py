"""Where an address is asked for, nothing is taken but an absolute http(s) one, in whatever spelling."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from ambassade.fields import item, review, story
from ambassade.fields import settings as settings_fields
from ambassade.fields.address_kinds import SiteAddress
from ambassade.fields.by_language import ByLanguage
from ambassade.fields.kinds import Address
from ambassade.fields.lists import Many
from ambassade.fields.mappings import Record
from ambassade.fields.node import Scalar
from ambassade.fields.picture_kinds import PictureOrAddress
from ambassade.fields.reading import Reading
from ambassade.item_types import item_types
from ambassade.markup.small_markdown import render_markdown
from ambassade.media import PictureFolder
from ambassade.problem import Place
from ambassade.web_address import is_web_address
from tests.ambassade_command import REPOSITORY
from tests.fuzz.naughty_texts import ADDRESSES, naughty_strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.fields.field import Field
    from ambassade.fields.kinds import Kind

HOSTILE = (
    *(one for one in ADDRESSES if one),
    *(f"{one}#https://a.example/" for one in ADDRESSES if one),
)


def _walk(fields: tuple[Field, ...], before: str = "") -> Iterator[tuple[str, Kind]]:
    for field in fields:
        kind = field.kind
        while isinstance(kind, Many | ByLanguage):
            kind = kind.kind if isinstance(kind, Many) else kind.record
        if isinstance(kind, Record):
            yield from _walk(kind.fields, f"{before}{field.key}.")
        elif isinstance(kind, Address | PictureOrAddress | SiteAddress):
            yield before + field.key, kind


FIELDS = {
    **dict(_walk(review.FIELDS, "review ")),
    **dict(_walk(item.COMMON, "item ")),
    **{
        key: kind
        for one in item_types().values()
        for key, kind in _walk(one.fields, f"{one.name} ")
    },
    **dict(_walk(story.FIELDS, "story ")),
    **dict(_walk(settings_fields.FIELDS, "settings ")),
}


@pytest.mark.parametrize("key", FIELDS)
def test_a_hostile_address_is_refused_with_a_code(key: str) -> None:
    for typed in HOSTILE:
        reading = Reading("x.yaml", PictureFolder(REPOSITORY / "content").find)
        value = FIELDS[key].cast(Scalar(typed, Place("x.yaml")), key, reading)
        if value is None:
            assert {one.code for one in reading.problems} <= {"F107", "F110", "F111", "S101"}, typed
        else:
            assert is_web_address(str(value)), typed
            assert not reading.problems


def test_all_fields_with_an_address_are_tried() -> None:
    assert {
        "review author.url",
        "review video.thumbnailUrl",
        "item sameAs",
        "story client_url",
    } <= FIELDS.keys()
    assert {"settings SITEURL", "settings COMPANY.sameAs", "Product offers.url"} <= FIELDS.keys()


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep where a link leads."""
        assert tag in {"p", "em", "strong", "ul", "ol", "li", "blockquote", "a"}
        self.found += [value or "" for name, value in attrs if name == "href"]
        assert {name for name, _ in attrs} <= {"href", "rel", "title"}


@pytest.mark.parametrize(
    "form", ["[x]({})", "[x](<{}>)", "[x]({} 'title')", "<{}>", "[x]: {}\n\n[x]", "{}"]
)
def test_a_link_in_a_customers_words_leads_to_an_absolute_address_or_is_none(form: str) -> None:
    for typed in (*HOSTILE, *naughty_strings()):
        links = _Links()
        links.feed(render_markdown(form.replace("{}", typed)).html)
        assert all(map(is_web_address, links.found)), (typed, links.found)
