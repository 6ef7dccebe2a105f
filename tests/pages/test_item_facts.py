"""What is known of an item stands under a name once, however much of it there is (HTML: the `dl` element)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.ambassade_command import run
from tests.rules.sample_site import write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("item", "facts"),
    [
        (
            "type: Book\nauthor: [Ann Lee, Bo Ek]\n",
            "<dt>Author</dt> <dd>Ann Lee</dd> <dd>Bo Ek</dd>",
        ),
        ("type: Book\nauthor: Ann Lee\n", "<dt>Author</dt> <dd>Ann Lee</dd></div>"),
        (
            "type: LocalBusiness\nopeningHours: [Mo 09:00-12:00, Tu 14:00-18:00]\n",
            "<dt>Opening hours</dt> <dd>Monday 09:00–12:00</dd> <dd>Tuesday 14:00–18:00</dd>",
        ),
    ],
)
def test_several_of_a_kind_share_one_name(tmp_path: Path, item: str, facts: str) -> None:
    write_site(tmp_path)
    more = "name: Tea\ncollection: complete\n"
    write_file(tmp_path, "reviews/tea/item.yaml", (item + more).encode())
    run("build", "--on", "2026-06-01", cwd=tmp_path, check=0)
    page = (tmp_path / "output/reviews/tea/index.html").read_text(encoding="utf-8")
    assert facts in page
    names = re.findall("<dt>(.*?)</dt>", page)
    assert len(names) == len(set(names))
