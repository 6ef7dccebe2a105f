"""The FIELDS tables and the records they become are one and the same list."""

import dataclasses
from typing import Any

import jsonschema
import msgspec
import pytest

from ambassade import model, public
from ambassade import settings as settings_module
from ambassade.addresses import Addresses
from ambassade.fields import item, review, security, settings, story
from ambassade.fields.field import Field
from ambassade.fields.mappings import Record, object_schema
from ambassade.item_types import item_types
from tests.fields.casting import item_of, review_of

NOT_TYPED = {"file", "places"}


def _attributes(record: Any) -> set[str]:  # noqa: ANN401 - a class of records
    if issubclass(record, msgspec.Struct):
        return {*record.__struct_fields__} - NOT_TYPED
    return {field.name for field in dataclasses.fields(record)} - NOT_TYPED


def _keys(fields: tuple[Field, ...]) -> set[str]:
    return {field.attribute for field in fields}


PAIRS = [
    (review.AUTHOR, model.Author),
    (review.RATING, public.Rating),
    (review.REPLY, model.Reply),
    (review.PROVENANCE, model.Provenance),
    (review.CONSENT, model.Consent),
    (review.VIDEO, public.Video),
    (review.TRANSLATION, model.Translation),
    (review.CORRECTION, model.Correction),
    (review.WITHDRAWN, model.Withdrawn),
    (item.POSTAL_ADDRESS, public.PostalAddress),
    (item.AGENT, public.Agent),
    (item.NAMED, public.Named),
    (item.OFFERS.kind, public.Offer),
    (settings.COMPANY, settings_module.Company),
    (settings.REVIEW_POLICY, settings_module.ReviewPolicy),
    (settings.PICTURE_RIGHTS, settings_module.PictureRights),
    (security.SECURITY_TXT, settings_module.SecurityTxt),
]


@pytest.mark.parametrize(("record", "made"), PAIRS, ids=lambda each: getattr(each, "__name__", ""))
def test_a_record_has_a_key_for_each_attribute_and_no_other(record: Record, made: type) -> None:
    assert _keys(record.fields) == _attributes(made)


def test_a_review_has_a_key_for_each_attribute_and_no_other() -> None:
    assert _keys(review.FIELDS) == _attributes(model.Review) - {"item", "identifier"}


def test_an_item_has_a_key_for_each_attribute_and_no_other() -> None:
    typed = _keys(item.COMMON) | {"type", "offers"}
    assert typed == _attributes(public.Item) - {"slug", "properties"}


def test_stories_and_pages_have_a_key_for_each_attribute_and_no_other() -> None:
    ours = {"lang": "language", "status": "listed"}
    keys = {ours.get(key, key) for key in _keys(story.FIELDS)} - {"translation", "listed"}
    assert keys == _attributes(public.Story) - {"in_language", "contact_lines", "blanks"}
    keys = {ours.get(key, key) for key in _keys(story.PAGE_FIELDS)} - {"translation", "date"}
    assert keys == _attributes(public.StaticPage) - {"in_language", "blanks"}


def test_the_settings_have_a_key_for_each_attribute_and_no_other() -> None:
    renamed = {"siteurl": "site_url", "sitename": "site_name", "default_lang": "default_language"}
    keys = {renamed.get(key, key) for key in _keys(settings.FIELDS)} - {"default_language"}
    assert keys == _attributes(settings_module.Settings)


def test_each_address_can_be_set() -> None:
    (addresses,) = (field.kind for field in settings.FIELDS if field.key == "ADDRESSES")
    assert isinstance(addresses, Record)
    assert _keys(addresses.fields) == _attributes(Addresses) - {"default_language"}


CONTRACT = {
    "Product": "brand sku gtin mpn category offers",
    "SoftwareApplication": "applicationCategory operatingSystem offers",
    "Course": "provider courseCode offers",
    "Book": "author isbn offers",
    "Service": "areaServed offers",
    "Organization": "",
    "LocalBusiness": "address telephone openingHours priceRange areaServed",
}


def test_each_type_has_the_keys_of_the_contract() -> None:
    types = item_types()
    assert {name: {field.key for field in types[name].fields} for name in types} == {
        name: set(keys.split()) for name, keys in CONTRACT.items()
    }
    assert {name for name in types if types[name].shows_stars} == {
        "Product", "SoftwareApplication", "Course", "Book"
    }  # fmt: skip
    assert {name for name in types if types[name].about_company} == {
        "Organization", "LocalBusiness"
    }  # fmt: skip


REVIEW_KEYS = (
    "author reviewRating name reviewBody inLanguage dateExperienced dateReceived datePublished "
    "dateModified status withheldFor withdrawn featured excerpt keywords reviewAspect reply "
    "provenance consent image video translations corrections"
)


def test_a_review_has_the_keys_of_the_contract() -> None:
    assert [field.key for field in review.FIELDS] == REVIEW_KEYS.split()


def test_the_attribute_of_a_key_is_its_name_in_python() -> None:
    keys = [
        "reviewBody",
        "sameAs",
        "SITEURL",
        "DEFAULT_LANG",
        "client_url",
        "isbn",
        "review_policy",
    ]
    named = [Field(key, review.FIELDS[2].kind, "").attribute for key in keys]
    assert named == [
        "review_body",
        "same_as",
        "siteurl",
        "default_lang",
        "client_url",
        "isbn",
        "review_policy",
    ]


@pytest.mark.parametrize("fields", [review.FIELDS, item.COMMON, settings.FIELDS, story.FIELDS])
def test_every_table_makes_a_sound_json_schema(fields: tuple[Field, ...]) -> None:
    jsonschema.Draft202012Validator.check_schema(object_schema(fields))


def test_a_key_of_another_type_is_told_with_its_types() -> None:
    book, told = item_of(
        "type: Book\nname: Tea\ncollection: complete\nsku: 5\noffers: {price: 5}\n"
    )
    assert book.properties == {}
    assert len(told) == 1
    assert told[0].startswith("4:1 ")
    assert "sku" in told[0]
    assert "Product" in told[0]


@pytest.mark.parametrize("name", CONTRACT)
def test_each_type_takes_its_own_keys_and_no_other(name: str) -> None:
    samples = {
        "offers": "{price: 5}", "address": "Nantes", "provider": "Tea School", "author": "Zoé",
        "openingHours": "[Mo-Fr]", "areaServed": "[Nantes]",
    }  # fmt: skip
    every = sorted({key for keys in CONTRACT.values() for key in keys.split()})
    for key in every:
        text = f"type: {name}\nname: Tea\ncollection: complete\n{key}: {samples.get(key, 'x')}\n"
        _, told = item_of(text)
        assert bool(told) is (key not in CONTRACT[name].split()), (key, told)


def test_without_a_known_type_the_keys_of_every_type_are_known() -> None:
    _, told = item_of("type: Kettle\nname: Tea\ncollection: complete\nsku: 5\nisbn: 5\n")
    assert [line.split()[1] for line in told] == ["F106"]
    _, told = item_of("name: Tea\ncollection: complete\nsku: 5\nisbn: 5\n")
    assert [line.split()[1] for line in told] == ["F103"]


def test_an_unknown_key_is_told_with_the_closest_known_one() -> None:
    _, told = review_of(
        "autor: Zoé\nreviewBody: Warm\nauthor: {name: Zoé, jobTitel: Cook}\nzzz: 1\n"
    )
    assert [line.split(" ", 2)[:2] for line in told] == [
        ["1:1", "F101"],
        ["3:21", "F101"],
        ["4:1", "F101"],
    ]
    assert "Did you mean author?" in told[0]
    assert "author.jobTitel" in told[1]
    assert "Did you mean jobTitle?" in told[1]
    assert "Did you mean" not in told[2]
    assert "docs/" not in told[2]
    assert "Among the keys that may stand here are author, " in told[2]


def test_a_key_that_is_like_none_is_told_with_all_of_a_few() -> None:
    _, told = review_of("author: Zoé\nreviewBody: Warm\nreply: {zzz: 1, text: Thanks}\n")
    assert told[0].endswith("The keys that may stand here are text, datePublished, author.")


def test_what_is_required_is_missed_once_and_not_where_it_is_merely_wrong() -> None:
    assert [line.split()[1] for line in review_of("")[1]] == ["F103", "F103"]
    assert [line.split()[1] for line in review_of("author: [a]\nreviewBody: b\n")[1]] == ["F102"]
    assert [line.split()[1] for line in review_of("author:\nreviewRating: 4\n")[1]] == ["F103"]
    assert [line.split()[1] for line in item_of("type: Book\n")[1]] == ["F103", "F103"]


def test_a_rating_may_stand_alone() -> None:
    alone, told = review_of("author: Zoé\nreviewRating: 4\n")
    assert told == []
    assert alone.review_body is None


@pytest.mark.parametrize("key", REVIEW_KEYS.split())
@pytest.mark.parametrize("empty", ["", "''", "[]", "{}", "|"])
def test_an_empty_value_of_any_key_is_as_left_out(key: str, empty: str) -> None:
    rest = {"author": "author: Zoé\n", "reviewBody": "reviewBody: Warm\n"}
    rest.pop(key, None)
    without, told_without = review_of("".join(rest.values()))
    with_empty, told = review_of("".join(rest.values()) + f"{key}: {empty}\n")
    # Of what is needed and empty the place is told: a line that is there is not to be added.
    assert [each.split()[1] for each in told] == [each.split()[1] for each in told_without]
    assert with_empty == without


def test_what_a_file_does_not_say_comes_from_its_name_and_the_site() -> None:
    made, _ = review_of("author: Zoé\nreviewBody: Warm\n")
    assert (made.key, made.slug) == ("kettle/2026-05-14-warm", "warm")
    assert (made.date_published.isoformat(), made.in_language) == ("2026-05-14", "en")
    assert (made.status, made.author.display, made.featured) == ("published", "initial", False)
    assert made.provenance == model.Provenance()
    assert made.consent is None


def test_norwegian_and_the_word_null_are_text() -> None:
    made, told = review_of(
        "author: null\nname: no\ninLanguage: no\nreviewBody: 2026-05-14\nkeywords: [yes, 1]\n"
    )
    assert told == []
    assert (made.author.name, made.name, made.in_language) == ("null", "no", "no")
    assert (made.review_body, made.keywords) == ("2026-05-14", ("yes", "1"))
