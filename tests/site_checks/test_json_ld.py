"""The check of JSON-LD finds what it is for."""

from pathlib import Path

import extruct
import pytest

from tests.site_checks import json_ld
from tests.site_checks.tiny_site import (
    URL,
    Node,
    write_json_ld,
    write_page,
    write_script,
    write_site,
)

PAGE: Node = {"@type": "WebPage", "@id": f"{URL}/#webpage", "name": "Home"}


def check_scripts(folder: Path, *scripts: str) -> str:
    """The faults of a site with one page for each of these heads, as one text."""
    files = {f"{i}.html": write_page(head=script) for i, script in enumerate(scripts)}
    return "\n".join(json_ld.check(write_site(folder, files), URL))


def test_a_sound_site_has_no_fault(tmp_path: Path) -> None:
    item: Node = {
        "@type": "Product",
        "@id": f"{URL}/#item",
        "name": "Kettle </script>",
        "mainEntityOfPage": {"@id": f"{URL}/#webpage"},
        "review": [{"@type": "Review", "author": {"@type": "Person", "name": "Zoé"}}],
    }
    script = write_json_ld(PAGE, item).replace("Kettle </", "Kettle \\u003c/")
    redirect = '<meta http-equiv="refresh" content="0; url=/sub/">'
    assert check_scripts(tmp_path, script, redirect) == ""


def test_a_folder_without_pages_is_a_fault(tmp_path: Path) -> None:
    assert "no HTML page" in check_scripts(tmp_path)


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("", "0 JSON-LD scripts"),
        (write_json_ld(PAGE) * 2, "2 JSON-LD scripts"),
        (write_json_ld(PAGE) + write_json_ld(PAGE).replace("ld+", "LD+"), "2 JSON-LD scripts"),
        (write_script("{,}"), "does not parse"),
        (write_script('{"@context": "c", "@graph": [{"@type": "T", "n": NaN}]}'), "holds NaN"),
        (write_script('{"@context": "c", "@graph": [{"n": 1, "n": 2}]}'), "the key 'n' twice"),
        (write_script('{"@context": "c", "@graph": [{"n": "a<b"}]}'), "bare “<”"),
        (write_script('{"@context": "c", "@type": "T"}'), "not one object"),
        (write_script('{"@context": "c", "@graph": []}'), "not a list of objects"),
        (write_script('{"@context": "c", "@graph": ["x"]}'), "not a list of objects"),
    ],
)
def test_a_script_that_is_not_one_strict_graph_is_a_fault(
    tmp_path: Path, script: str, fault: str
) -> None:
    assert fault in check_scripts(tmp_path, script)


def test_what_extruct_reads_otherwise_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = write_json_ld(PAGE)
    monkeypatch.setattr(extruct, "extract", lambda *_, **__: {"json-ld": [PAGE]})
    assert check_scripts(tmp_path, script) == "0.html: extruct reads other JSON-LD"


def test_a_bare_id_must_be_described_on_some_page(tmp_path: Path) -> None:
    lost: Node = {"@type": "WebPage", "@id": "a", "isPartOf": {"@id": "nowhere"}}
    assert "names nowhere, which no page describes" in check_scripts(tmp_path, write_json_ld(lost))
    found: Node = {"@type": "WebSite", "@id": "nowhere"}
    assert check_scripts(tmp_path, write_json_ld(lost), write_json_ld(found)) == ""


@pytest.mark.parametrize(("key", "other"), [("@type", "AboutPage"), ("name", "Start")])
def test_an_id_has_one_type_and_one_name(tmp_path: Path, key: str, other: str) -> None:
    twin = PAGE | {key: other}
    faults = check_scripts(tmp_path, write_json_ld(PAGE), write_json_ld(twin))
    assert f"{URL}/#webpage has 2 {key}s" in faults


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Review", "@id": "a"}, "Review stands at the top level"),
        ({"@type": "Product", "@id": "a", "review": [{"@id": "a"}]}, "review is a bare @id"),
        ({"@type": "Product", "offers": {"price": "1"}}, "offers has neither a @type"),
    ],
)
def test_what_belongs_inside_stands_inside(tmp_path: Path, node: Node, fault: str) -> None:
    assert fault in check_scripts(tmp_path, write_json_ld(node))
