"""JSON inside a script: nothing ends it, nothing is lost."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ambassade.json_ld import prune, script_text
from tests.catalogue.records import make_review, make_site
from tests.graph.graphs import graph_at

HOSTILE = st.text(
    st.one_of(
        st.sampled_from("</>&script!-\"'\\\u2028\u2029😀"), st.characters(exclude_categories=["Cs"])
    )
)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-9, 9), HOSTILE),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(HOSTILE, inner, max_size=3)
    ),
    max_leaves=8,
)


@given(VALUES)
def test_any_value_is_read_back_and_holds_nothing_that_ends_a_script(value: object) -> None:
    text = script_text(value)
    assert json.loads(text) == value
    assert not set(text) & set("<>&\u2028\u2029\n\r")


def test_a_body_that_ends_a_script_is_read_back_as_it_was_typed() -> None:
    words = "</script><!-- \"a\" & 'b' \u2028\u2029 \\ <script>"
    nodes = graph_at(make_site(make_review(rating=4, review_body=words)), "reviews/kettle/")
    text = script_text(nodes)
    assert "<" not in text
    (item,) = (node for node in json.loads(text) if node["@type"] == "Product")
    assert item["review"][0]["reviewBody"] == words


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_json_cannot_say_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        script_text({"ratingValue": value})


def test_what_is_empty_is_left_out_at_any_depth_but_no_number() -> None:
    node = {
        "a": None,
        "b": "",
        "c": [],
        "d": {"e": None},
        "f": 0,
        "g": False,
        "h": [{"i": None, "j": 1}],
    }
    assert prune(node) == {"f": 0, "g": False, "h": [{"j": 1}]}
    assert prune({"a": {"@type": "Brand", "name": None}}) == {}
