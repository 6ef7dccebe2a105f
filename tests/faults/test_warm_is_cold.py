"""After any edit, a build that knows of the former ones gives the bytes of one that does not."""

from __future__ import annotations

import os
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import REPOSITORY, files_of, run
from tests.faults.faulty_site import (
    build,
    copy_site,
    end,
    start_build,
    swap_words,
    write_faulty_site,
)
from tests.publish.photographs import photograph
from tests.rules.sample_site import ITEM, write_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SEED = int.from_bytes(os.urandom(4), "big")
NEW = b"author: Lea Bernard\nreviewRating: 3\nreviewBody: New here.\nkeywords: [novelty]\n"
CONSENT = "consent: {given: 2026-05-01, scope: [text, name]}"


def number(item: str, which: int) -> str:
    """Return the file of one of an item's numbered reviews."""
    return f"reviews/{item}/2026-04-{1 + which:02}-number-{which}.yaml"


def edit_words(site: Path) -> None:
    swap_words(site)


def change_a_rating(site: Path) -> None:
    swap_words(site, "reviewRating: 2", "reviewRating: 1", number("kettle", 1))


def add_a_review(site: Path) -> None:
    write_file(site, "reviews/pot/2026-05-25-new-here.yaml", NEW)


def remove_a_review(site: Path) -> None:
    (site / number("kettle", 2)).unlink()


def withhold_a_review(site: Path) -> None:
    with (site / number("pot", 4)).open("a", encoding="utf-8") as file:
        file.write("status: withheld\nwithheldFor: abusive\n")


def add_an_item(site: Path) -> None:
    write_file(site, "reviews/cup/item.yaml", ITEM.replace("Kettle", "Cup").encode())
    write_file(site, "reviews/cup/2026-05-24-holds-tea.yaml", NEW)


def remove_an_item(site: Path) -> None:
    for path in (site / "reviews/lid").iterdir():
        path.unlink()
    (site / "reviews/lid").rmdir()


def rename_an_item(site: Path) -> None:
    (site / "reviews/pan").rename(site / "reviews/saucepan")


def rename_a_review(site: Path) -> None:
    path = site / number("pot", 3)
    path.rename(path.with_name("2026-04-04-by-another-name.yaml"))


def change_a_setting(site: Path) -> None:
    swap_words(site, "Kettle Works", "Teapot Works", "pelicanconf.py")


def change_a_story(site: Path) -> None:
    swap_words(site, "They float.", "They sink, at last.", "content/stories/kettles-at-sea.md")


def change_a_picture(site: Path) -> None:
    write_file(site, "content/images/kettle.jpg", photograph(size=(300, 420)))


def let_a_consent_lapse(site: Path) -> None:
    lapsed = CONSENT.replace("]}", "], expires: 2026-05-20}")
    swap_words(site, CONSENT, lapsed, number("kettle", 4))


def let_a_consent_lapse_later(site: Path) -> None:
    swap_words(site, CONSENT, CONSENT.replace("]}", "], expires: 2026-06-10}"), number("pot", 1))


def style_it(site: Path) -> None:
    write_file(site, "theme/static/css/own.css", b"h1 { color: teal; }\n")


def name_a_review_as_another(site: Path) -> None:
    for which in (1, 2):
        with (site / number("pot", which)).open("a", encoding="utf-8") as file:
            file.write("name: It is what it is\n")


def answer_a_review(site: Path) -> None:
    with (site / number("pot", 2)).open("a", encoding="utf-8") as file:
        file.write("reply: {datePublished: 2026-05-29, text: Thank you.}\n")


def edit_other_words(site: Path) -> None:
    swap_words(site, "times as good", "times better", number("pot", 5))


def show_a_film(site: Path) -> None:
    swap_words(site, CONSENT, CONSENT.replace("name]", "name, video]"), number("kettle", 3))
    with (site / number("kettle", 3)).open("a", encoding="utf-8") as file:
        file.write(
            "video: {embedUrl: 'https://www.youtube-nocookie.com/embed/abcdefghijk', name: A film}\n"
        )


def tamper_with_the_output(site: Path) -> None:
    (site / "output/reviews/kettle/index.html").write_bytes(b"mine")
    (site / "output/reviews/pot/index.html").unlink()
    (site / "output/theme/ambassade.css").write_bytes(b"")


EDITS = (
    edit_words, change_a_rating, add_a_review, remove_a_review, withhold_a_review, add_an_item,
    remove_an_item, rename_an_item, rename_a_review, change_a_setting, change_a_story,
    change_a_picture, let_a_consent_lapse, let_a_consent_lapse_later, style_it,
    name_a_review_as_another, answer_a_review, edit_other_words, show_a_film,
    tamper_with_the_output,
)  # fmt: skip


def change_the_answer(site: Path) -> None:
    swap_words(site, "Thank you.", "Thank you so much.", number("pot", 2))


def change_a_template(site: Path) -> None:
    name = "theme/templates/partials/footer.html"
    write_file(site, name, (REPOSITORY / name).read_bytes() + b"\n<!-- our own -->\n")


def change_it_again(site: Path) -> None:
    swap_words(site, "our own", "all ours", "theme/templates/partials/footer.html")


def lock_it(site: Path) -> None:
    run("lock", "--on", "2026-06-21", cwd=site, check=0)


def add_a_review_afterwards(site: Path) -> None:
    write_file(site, "reviews/kettle/2026-05-26-late.yaml", NEW.replace(b"New", b"Late"))


# These want the others done.
LAST_EDITS = (
    (change_the_answer,),
    (change_a_template,),
    (change_it_again, lock_it),
    (add_a_review_afterwards,),
)


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site, built long ago, with two more items that are alike."""
    site = write_faulty_site(tmp_path_factory.mktemp("edited") / "site")
    for slug in ("lid", "pan"):
        write_file(site, f"reviews/{slug}/item.yaml", ITEM.replace("Kettle", "Lid").encode())
        write_file(site, f"reviews/{slug}/2026-05-23-shuts.yaml", NEW)
    build(site)
    return site


def build_both(site: Path, folder: Path, day: str) -> dict[str, bytes]:
    """Build the site, and a copy that knows of nothing; return the files of the copy."""
    copy = copy_site(site, folder, cold=True)
    processes = [start_build(each, "--jobs", "1", "--on", day) for each in (copy, site)]
    for process in processes:
        code, errors = end(process)
        assert code == 0, errors
    return files_of(copy / "output")


def times_of(site: Path) -> dict[str, int]:
    output = site / "output"
    return {name: (output / name).stat().st_mtime_ns for name in files_of(output)}


def test_a_warm_build_is_a_cold_one_after_each_of_many_edits_and_keeps_the_times_of_what_stays(
    edited: Path, tmp_path: Path
) -> None:
    edits: list[Callable[[Path], None]] = [*EDITS]
    Random(SEED).shuffle(edits)  # noqa: S311 - any order will do
    done, day = [], "2026-06-01"
    pairs = [*zip(edits[::2], edits[1::2], strict=True), *LAST_EDITS]
    for step, pair in enumerate(pairs):
        done += [edit.__name__ for edit in pair]
        before, times = files_of(edited / "output"), times_of(edited)
        for edit in pair:
            edit(edited)
        if step == len(pairs) // 2:
            day = "2026-06-20"
            done.append(day)
        cold = build_both(edited, tmp_path / str(step), day)
        after, now = files_of(edited / "output"), times_of(edited)
        differing = sorted(name for name in after | cold if after.get(name) != cold.get(name))
        assert differing == [], (SEED, done)
        if tamper_with_the_output not in pair:
            known = after.keys() & before.keys()
            same = {name for name in known if after[name] == before[name]}
            assert same == {name for name in known if times[name] == now[name]}, (SEED, done)
            assert same, done
    assert "2026-06-20" in done


def test_what_an_edit_does_not_touch_is_not_even_made_again(site: Path) -> None:
    build(site)
    page = "output/reviews/{}/index.html".format
    before = {item: (site / page(item)).stat().st_ino for item in ("kettle", "pot")}
    edit_words(site)
    build(site)
    assert (site / page("pot")).stat().st_ino == before["pot"]
    assert (site / page("kettle")).stat().st_ino != before["kettle"]
