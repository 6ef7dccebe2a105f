"""Twenty-odd kinds of fault in one folder: all are told in one run, each with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ambassade_command import files_of, run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

A, B = b"author: Marie Dupont\n", b"reviewBody: It boils water.\n"
FAULTS: list[tuple[str, bytes, int, str]] = [
    ("2026-01-01-a.yaml", A + B + b"colour: red\n", 3, "F101 unknown-key"),
    ("2026-01-02-b.yaml", A + b"reviewBody: [a, b]\n", 2, "F102 wrong-type"),
    ("2026-01-03-c.yaml", B, 1, "F103 missing-key"),
    ("2026-01-04-d.yaml", A + B + B, 3, "Y110 duplicate-key"),
    ("2026-01-05-e.yaml", b"author:\n\tname: Marie\n" + B, 2, "Y104 tab"),
    ("2026-01-06-f.yaml", A + b'name: "Great" they said\n' + B, 2, "Y105 quote"),
    ("2026-01-07-g.yaml", b"author: &a Marie Dupont\nreviewBody: *a\n", 1, "Y106 alias"),
    ("2026-01-08-h.yaml", A + b"reviewBody: !x It boils\n", 2, "Y107 tag"),
    ("2026-01-09-i.yaml", A + B + b"---\n" + A, 3, "Y108 several-documents"),
    ("2026-01-10-j.yaml", A + b"name: Verdict: good\n" + B, 2, "Y109 yaml"),
    ("2026-01-11-k.yaml", A + b"reviewBody: Tr\xe8s bien\n", 2, "Y101 not-utf-8"),
    ("2026-01-12-l.yaml", A + b"reviewRating: 4,5\n", 2, "F104 number"),
    ("2026-01-13-m.yaml", A + B + b"dateExperienced: 2026-02-30\n", 3, "F105 date"),
    ("2026-01-14-n.yaml", A + b"reviewRating: 6\n", 2, "R102 rating-out-of-range"),
    ("2027-01-15-o.yaml", A + B, 1, "D101 "),
    ("2026-01-16-p.yaml", A + B + b"dateReceived: 2026-01-17\n", 3, "D102 "),
    ("2026-01-17-q.yaml", A + B + b"status: publised\n", 3, "F106 unknown-choice"),
    ("2026-01-18-r.yaml", A + B + b"status: withheld\n", 3, "R103 withheld-without-ground"),
    ("2026-01-19-s.yaml", A + B + b"excerpt: It freezes\n", 3, "R106 excerpt-not-in-body"),
    ("2026-01-20-t.yaml", b"author: Best shop 50% off!\n" + B, 1, "R107 "),
    ("2026-01-21-u.yaml", A + B + b"inLanguage: english\n", 3, "F108 not-a-language"),
    ("2026-01-22-v.yaml", A + B + b"image: images/nowhere.png\n", 3, "F110 picture-missing"),
    ("2026-01-23-w.yaml", A + B + b"image: ../../secret.png\n", 3, "F111 picture-outside"),
    ("2026-01-24-dupont.yaml", A + B, 1, "R108 "),
    ("2026-01-25-x.yml", A + B, 1, "A101 file-name"),
    ("great.yaml", A + B, 1, "A101 file-name"),
]
STORY = (
    b"Title: Kettles at sea\nDate: 2026-05-01\nItem: teapot\nReviews: kettle/2020-01-01-no\n\nx\n"
)


def test_all_are_told_at_once_sorted_and_the_former_site_is_untouched(tmp_path: Path) -> None:
    write_site(tmp_path)
    run("build", "--on", "2026-06-01", cwd=tmp_path, check=0)
    before = files_of(tmp_path / "output")
    for name, data, _, _ in FAULTS:
        write_file(tmp_path, f"reviews/kettle/{name}", data)
    write_file(tmp_path, "content/stories/kettles.md", STORY)
    write_file(tmp_path, "reviews/page/item.yaml", b"type: Book\nname: X\ncollection: complete\n")
    done = run("build", "--on", "2026-06-01", cwd=tmp_path, check=1)
    lines = done.stdout.splitlines()
    for name, _, line, mark in FAULTS:
        start = f"reviews/kettle/{name}:{line}:"
        told = [one for one in lines if one.startswith(start) and f": {mark}" in one]
        assert told, f"{start} {mark}\n{done.stdout}"
    for mark in ("T101 unknown-item", "T102 unknown-review", "A201 name-taken"):
        assert any(f": {mark}" in one for one in lines), mark
    assert lines == sorted(lines, key=_place)
    assert files_of(tmp_path / "output") == before


def _place(line: str) -> tuple[str, int, int]:
    file, row, column, _ = line.split(":", 3)
    return file, int(row), int(column)
