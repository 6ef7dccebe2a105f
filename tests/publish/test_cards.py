"""The cards of reviews are kept by item, believed where they are whole and of this site, and no others."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest

from ambassade.kept.kept_file import digest, write_kept
from ambassade.public import PublicAuthor, PublicReview
from ambassade.publish.cards import CardStore
from tests.ambassade_command import files_of, run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--on", "2026-06-01")
KEYS = {"kettle": b"k" * 16, "pot": b"p" * 16}
CARDS = {"en": {"a": "<p>Boils – é</p>", "b": "<p>Sings</p>"}, "fr": {"a": "<p>Bout</p>", "b": ""}}


def _review(identifier: str, item: str = "kettle") -> PublicReview:
    return PublicReview(item, identifier, PublicAuthor("Marie"), "en", "en", date(2026, 5, 1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where the cards of a kettle are kept."""
    CardStore(tmp_path / ".ambassade/cards/site", KEYS).keep("kettle", CARDS)
    return tmp_path / ".ambassade/cards/site"


def _add_pot(site: Path) -> None:
    write_file(site, "reviews/pot/item.yaml", b"type: Product\nname: Pot\ncollection: complete\n")
    late = b"author: Bo Example\nreviewBody: Quite a pot. It came late, and it stays.\n"
    write_file(site, "reviews/pot/2026-05-30-late.yaml", late)


def _find_all(store: CardStore) -> dict[str, dict[str, str | None]]:
    return {each: {name: store.find(each, _review(name)) for name in "ab"} for each in CARDS}


def test_cards_are_found_as_they_were_kept(folder: Path) -> None:
    assert _find_all(CardStore(folder, KEYS)) == CARDS


def test_of_another_review_item_or_language_there_is_none(folder: Path) -> None:
    store = CardStore(folder, KEYS)
    assert store.find("en", _review("c")) is None
    assert store.find("en", _review("a", "pot")) is None
    assert store.find("de", _review("a")) is None
    assert store.find("en", _review("a", "../kettle")) is None
    assert not store.broken


def test_cards_that_hang_on_something_else_are_not_believed(folder: Path) -> None:
    for keys in ({"kettle": b"o" * 16}, {}):
        store = CardStore(folder, keys)
        assert store.find("en", _review("a")) is None
        # Of another build, and well.
        assert not store.broken


@pytest.mark.parametrize("suffix", [".cards", ".index"])
def test_no_byte_may_be_another(folder: Path, suffix: str) -> None:
    path = folder / f"kettle{suffix}"
    whole = path.read_bytes()
    for place in range(len(whole)):
        changed = bytes([*whole[:place], whole[place] ^ 1, *whole[place + 1 :]])
        path.write_bytes(changed)
        store = CardStore(folder, KEYS)
        found = _find_all(store)
        assert found != CARDS
        assert store.broken == {"kettle"}
        assert all(found[one][two] in {CARDS[one][two], None} for one in CARDS for two in "ab")


@pytest.mark.parametrize("spot", [(0, -1), (-5, 3), (0, 1 << 62), (1 << 62, 3), (0, 10**9), (0, 4)])
def test_what_others_wrote_does_no_harm(folder: Path, spot: tuple[int, int]) -> None:
    """A file may be whole, as anybody can make one, and lead anywhere."""
    (folder / "kettle.cards").write_bytes(b"\xff\xfe\xfd\xfc")
    spots = {"en": {"a": (*spot, digest(b"\xff\xfe\xfd\xfc"), b"")}}
    data = msgspec.msgpack.encode((KEYS["kettle"], spots))
    write_kept(folder / "kettle.index", "cards 2", data)
    store = CardStore(folder, KEYS)
    assert store.find("en", _review("a")) is None
    assert store.broken == {"kettle"}


@pytest.mark.parametrize("suffix", [".cards", ".index"])
def test_what_is_cut_off_gone_or_no_file_is_not_believed(folder: Path, suffix: str) -> None:
    path = folder / f"kettle{suffix}"

    def expect_broken(*items: str) -> None:
        store = CardStore(folder, KEYS)
        assert store.find("en", _review("a")) is None
        assert store.broken == {*items}

    path.write_bytes(path.read_bytes()[:10])
    expect_broken("kettle")
    path.unlink()
    expect_broken()
    path.mkdir()
    expect_broken("kettle")


def test_what_was_never_read_is_not_told(folder: Path) -> None:
    for path in folder.iterdir():
        path.write_bytes(b"")
    store = CardStore(folder, KEYS)
    store.find("en", _review("a", "pot"))
    assert not store.broken


def test_what_is_kept_anew_takes_the_place(folder: Path) -> None:
    store = CardStore(folder, KEYS)
    assert _find_all(store) == CARDS
    store.keep("kettle", {"en": {"a": "<p>Leaks</p>"}})
    assert store.find("en", _review("a")) == "<p>Leaks</p>"
    assert store.find("fr", _review("a")) is None


def test_of_items_that_are_no_more_nothing_stays(folder: Path) -> None:
    CardStore(folder, KEYS).keep("pot", CARDS)
    (folder / "kettle.cards-99.new").write_bytes(b"half")
    CardStore(folder, {"pot": KEYS["pot"]}).drop_others()
    assert sorted(path.name for path in folder.iterdir()) == ["pot.cards", "pot.index"]


MARKS = {"a": b"a" * 16, "b": b"b" * 16}


def _keep_marked(folder: Path, cards: dict[str, dict[str, str]] = CARDS) -> Path:
    CardStore(folder, KEYS, lambda _item: MARKS).keep("kettle", cards)
    return folder / "kettle.cards"


def test_of_an_item_that_changed_those_cards_are_recalled_that_did_not(folder: Path) -> None:
    _keep_marked(folder)
    changed = CardStore(folder, {"kettle": b"n" * 16}, lambda _item: {**MARKS, "b": b"n" * 16})
    assert changed.recall("kettle") == {each: {"a": by["a"]} for each, by in CARDS.items()}
    assert changed.find("en", _review("a")) is None
    assert changed.recall("pot") == {}


def test_a_card_that_is_not_whole_is_not_recalled(folder: Path) -> None:
    path = _keep_marked(folder)
    path.write_bytes(path.read_bytes().replace(b"Boils", b"Coils"))
    store = CardStore(folder, KEYS, lambda _item: MARKS)
    assert store.recall("kettle")["en"] == {"b": CARDS["en"]["b"]}
    path.unlink()
    assert store.recall("kettle") == {}


def test_what_others_wrote_is_not_recalled(folder: Path) -> None:
    spot = (0, 2, digest(b"\xff\xfe"), MARKS["a"])
    index = msgspec.msgpack.encode((KEYS["kettle"], {"en": {"a": spot}}))
    write_kept(folder / "kettle.index", "cards 2", index)
    (folder / "kettle.cards").write_bytes(b"\xff\xfe")
    assert CardStore(folder, KEYS, lambda _item: MARKS).recall("kettle") == {}


def test_lists_are_made_of_them_and_the_same_without(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(site)
    for number in range(12):
        text = (
            f"author: Ann Example\nreviewBody: It has boiled {number} litres so far, and no more.\n"
        )
        name = f"reviews/kettle/2026-05-0{number % 9 + 1}-no-{number}.yaml"
        write_file(site, name, text.encode())
    run("build", *DAY, cwd=site, check=0)
    kept = site / ".ambassade/cards/pelicanconf"
    assert b"boiled 7 litres" in (kept / "kettle.cards").read_bytes()
    _add_pot(site)
    shutil.copytree(site, tmp_path / "plain", ignore=shutil.ignore_patterns(".ambassade", "output"))
    run("build", *DAY, cwd=site, check=0)
    # Of a site whose templates know more than ours nothing is kept.
    with (tmp_path / "plain/pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('JINJA_GLOBALS = {"more": 1}\n')
    run("build", *DAY, cwd=tmp_path / "plain", check=0)
    assert not (tmp_path / "plain/.ambassade/cards").exists()
    assert files_of(tmp_path / "plain/output") == files_of(site / "output")


def test_where_none_are_used_none_stay(tmp_path: Path) -> None:
    write_site(tmp_path)
    _add_pot(tmp_path)
    run("build", *DAY, cwd=tmp_path, check=0)
    assert [*(tmp_path / ".ambassade/cards/pelicanconf").iterdir()]
    with (tmp_path / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write('JINJA_GLOBALS = {"more": 1}\n')
    run("build", *DAY, cwd=tmp_path, check=0)
    assert not [*(tmp_path / ".ambassade/cards/pelicanconf").iterdir()]


@pytest.mark.parametrize("call", ["review", "review, 2, 480", "review, 3"])
def test_a_sites_own_list_may_ask_for_other_cards(call: str, tmp_path: Path) -> None:
    write_site(tmp_path)
    _add_pot(tmp_path)
    wall = (
        '{% from "widgets/quote_card.html" import quote_card %}{% for review in content.reviews %}'
    )
    wall += "{{ once(quote_card, " + call + ") }}{% endfor %}"
    write_file(tmp_path, "theme/templates/wall.html", wall.encode())
    run("build", *DAY, cwd=tmp_path, check=0)
    level = "3" if call.endswith("3") else "2"
    assert f"<h{level}" in (tmp_path / "output/reviews/index.html").read_text(encoding="utf-8")


def test_a_changed_card_is_on_no_page(tmp_path: Path) -> None:
    write_site(tmp_path)
    text = b"author: Ann Example\nreviewBody: It has boiled one litre so far, and no more.\n"
    write_file(tmp_path, "reviews/kettle/2026-05-02-x.yaml", text)
    run("build", *DAY, cwd=tmp_path, check=0)
    kept = tmp_path / ".ambassade/cards/pelicanconf/kettle.cards"
    whole = kept.read_bytes()
    kept.write_bytes(whole.replace(b"quote-card", b"quote-lard"))
    assert kept.read_bytes() != whole
    _add_pot(tmp_path)
    run("build", *DAY, cwd=tmp_path, check=0)
    pages = files_of(tmp_path / "output")
    assert b"Quite a pot" in pages["reviews/index.html"]
    assert not [name for name, data in pages.items() if b"quote-lard" in data]
