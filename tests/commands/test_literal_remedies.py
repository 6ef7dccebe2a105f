"""What was typed in the wrong place or way is not to be deleted, nor to become something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

REVIEW = "reviews/kettle/2026-05-14-saved-us-a-week.yaml"
DAY = ("--on", "2026-06-01")


def errors(folder: Path, typed: str) -> list[str]:
    """What `check` tells of a review, beside warnings."""
    write_site(folder)
    write_file(folder, REVIEW, f"{typed}\n".encode())
    lines = run("check", *DAY, cwd=folder).stdout.splitlines()
    told = [line for line in lines if line.startswith(REVIEW) and ": warning: " not in line]
    return [line.removeprefix(f"{REVIEW}:") for line in told]


@pytest.mark.parametrize("typed", ["taste: 4,5", "taste: 4, 5", "taste: 4,5, price: 3"])
def test_a_criterion_with_a_comma_in_its_number_is_no_other_number(
    typed: str, tmp_path: Path
) -> None:
    (told,) = errors(tmp_path, f"author: Ann\nreviewRating: 4\nreviewAspect: {{{typed}}}")
    assert told == (
        "3:23: F104 number: reviewAspect.taste is “4,5”, which is not a number."
        " Write 4.5, with a decimal point."
    )


@pytest.mark.parametrize(
    ("typed", "place", "name"),
    [
        ("reply: {text: Thanks, Ann, datePublished: 2026-05-15}", "3:23", "reply.Ann"),
        ("reply: {text: “Thanks, Ann”}", "3:24", "reply.Ann”"),
        ("provenance: {incentive: 1,50 € off}", "3:27", "provenance.50 € off"),
        ("translations: {fr: {reviewBody: Bon, très bon}}", "3:38", "translations.fr.très bon"),
    ],
)
def test_words_after_a_comma_within_braces_are_not_to_be_deleted(
    typed: str, place: str, name: str, tmp_path: Path
) -> None:
    (told,) = errors(tmp_path, f"author: Ann\nreviewBody: It boils.\n{typed}")
    assert told == (
        f"{place}: F101 unknown-key: {name} is not a key of this file. If it belongs to the value"
        " before it, put that whole value in quotation marks; else write a colon, a space and its"
        " value after it."
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("author:\n  name: Ann\n  reviewBody: It boils.", ["3:3 reviewBody author"]),
        (
            "author:\n  name: Ann\n  reviewRating: 4\n  reviewBody: It boils.",
            ["3:3 reviewRating author", "4:3 reviewBody author"],
        ),
        (
            "author: Ann\nreviewBody: It boils.\nreply: {text: Thanks., status: pending}",
            ["3:24 status reply"],
        ),
    ],
)
def test_a_key_of_the_file_within_another_is_to_be_moved(
    typed: str, told: list[str], tmp_path: Path
) -> None:
    expected = [
        f"{place}: F101 unknown-key: {name} stands within {owner}, and is a key of the file itself."
        " Put it on a line of its own that begins at the left margin; what belongs to it comes along."
        for place, name, owner in map(str.split, told)
    ]
    assert errors(tmp_path, typed) == expected


@pytest.mark.parametrize(
    ("typed", "place", "code"),
    [
        ("author: Ann\nreviewBody: |\n\u00a0\u00a0It boils.", "3:1", "U+00A0"),
        ("author: Ann\nreviewBody: |\n\u00a0\u00a0It boils: well.", "3:1", "U+00A0"),
        ("author: Ann\nreviewBody: It boils.\n\u202f\nstatus: published", "3:1", "U+202F"),
        ("author:\n\u00a0\u00a0name: Ann\nreviewBody: It boils.", "2:1", "U+00A0"),
        ("author: Ann\nreviewBody: It boils.\n\u200b\nstatus: published", "3:1", "U+200B"),
    ],
)
def test_a_line_that_begins_with_what_looks_like_a_space_is_told_as_such(
    typed: str, place: str, code: str, tmp_path: Path
) -> None:
    (told,) = errors(tmp_path, typed)
    assert told == (
        f"{place}: Y109 yaml: This line begins with {code}, which looks like a space, or like"
        " nothing, and is text to YAML. Replace it with ordinary spaces; where nothing else is in"
        " the line, delete it."
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("8", ("R102 rating-out-of-range: reviewRating is 8, bestRating is 5. Write 1 to 5. If it was"
              " given out of 10, write {ratingValue: 8, bestRating: 10}.")),
        ("16.5", ("R102 rating-out-of-range: reviewRating is 16.5, bestRating is 5. Write 1 to 5. If it"
                 " was given out of 20, write {ratingValue: 16.5, bestRating: 20}.")),
        ("{ratingValue: 8, bestRating: 5}",
         ("R102 rating-out-of-range: reviewRating is 8, bestRating is 5. Write 1 to 5. If it was"
          " given out of 10, write bestRating: 10.")),
        ("8\nreviewAspect: {taste: 9, price: 3, noise: 7.5}",
         ("R102 rating-out-of-range: reviewRating is 8, bestRating is 5. Write 1 to 5. If it was"
          " given out of 10, write {ratingValue: 8, bestRating: 10}.")),
        ("{ratingValue: 8, bestRating: 5}\nreviewAspect: {taste: 12}",
         ("R102 rating-out-of-range: reviewRating is 8, bestRating is 5. Write 1 to 5. If it was"
          " given out of 20, write bestRating: 20.")),
        ("4\nreviewAspect: {taste: 9}",
         "R102 rating-out-of-range: reviewAspect.taste is 9, bestRating is 5. Write 1 to 5."),
        ("8,5/10", ("F104 number: reviewRating is “8,5/10”, which is not a number."
                   " Write {ratingValue: 8.5, bestRating: 10}.")),
        ("5/5", "F104 number: reviewRating is “5/5”, which is not a number. Write 5."),
        ("4 sur 5", "F104 number: reviewRating is “4 sur 5”, which is not a number. Write 4."),
    ],
)  # fmt: skip
def test_a_rating_on_another_scale_is_not_to_be_changed(
    typed: str, told: str, tmp_path: Path
) -> None:
    (line,) = errors(tmp_path, f"author: Ann\nreviewRating: {typed}\nreviewBody: It boils.")
    assert line.partition(": ")[2] == told


def test_new_takes_the_remedy_for_a_rating_on_another_scale(tmp_path: Path) -> None:
    write_site(tmp_path)
    words = ("--author", "Ann", "--body", "It boils.", "--item", "kettle")
    rating = "{ratingValue: 8, bestRating: 10}"
    refused = run("new", "review", *words, "--rating", "8/10", cwd=tmp_path, check=None)
    assert refused.returncode
    assert rating in refused.stdout + refused.stderr
    run("new", "review", *words, "--rating", rating, cwd=tmp_path, check=0)


@pytest.mark.parametrize("character", ["\v", "\f", "\r", "\x85"])
@pytest.mark.parametrize(
    "typed", ["reviewBody: It boils.{}Fast.", 'reviewBody: "It boils.{}Fast."']
)
def test_no_words_are_glued_together_where_a_control_character_parts_them(
    tmp_path: Path, typed: str, character: str
) -> None:
    escape = f"\\x{ord(character):02x}" if '"' in typed else character
    (line,) = errors(tmp_path, f"author: Ann\n{typed.format(escape)}")
    assert f"U+{ord(character):04X}. Put a space in its place, or begin a new line there." in line


def test_a_control_character_that_parts_nothing_is_to_be_deleted(tmp_path: Path) -> None:
    (line,) = errors(tmp_path, "author: Ann\nreviewBody: It boi\x07ls.")
    assert line.endswith("There is a control character, U+0007. Delete it.")


@pytest.mark.parametrize(
    "typed", ["2026-05", "2026/05", "05/2026", "mai 2026", "sept. 2026", "2026"]
)
def test_a_date_without_its_day_is_not_to_be_given_one(tmp_path: Path, typed: str) -> None:
    (line,) = errors(tmp_path, f"author: Ann\nreviewBody: It boils.\ndateExperienced: {typed}")
    assert line == (
        f"3:18: F105 date: dateExperienced is “{typed}”, which does not say the day."
        " Ask for the day and write it as YYYY-MM-DD; make none up."
    )
