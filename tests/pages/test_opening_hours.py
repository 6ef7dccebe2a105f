"""Opening hours are shown as they were typed; structured data has those that machines can read alone."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tests.ambassade_command import run
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from pathlib import Path

HOURS = ["Mo-Fr 09:00-12:00", "Sa,Su", "mardi 9h-18h", "Tu-Fr 9-18", "Mo 09:00-12:00,14:00-18:00"]
GOOD = HOURS[:2]


def _hours(page: str) -> list[object]:
    (script,) = re.findall('<script type="application/ld.json">(.*?)</script>', page, re.DOTALL)
    graph = json.loads(script)["@graph"]
    return [node["openingHours"] for node in graph if "openingHours" in node]


def test_only_hours_that_machines_read_are_told_to_them(tmp_path: Path) -> None:
    write_site(tmp_path)
    company = f'COMPANY = {{"name": "Tea", "type": "LocalBusiness", "openingHours": {HOURS}}}\n'
    write_file(
        tmp_path, "pelicanconf.py", (SETTINGS + company + 'REVIEW_PROFILES = ["google"]\n').encode()
    )
    item = f"type: LocalBusiness\nname: Tea\ncollection: complete\nopeningHours: {HOURS}\n"
    write_file(tmp_path, "reviews/tea/item.yaml", item.encode())
    told = run("build", "--on", "2026-06-01", cwd=tmp_path, check=0).stdout
    fact = "warning: E111 opening-hours-unreadable: The opening hours {} are in no form"
    for hours in HOURS:
        assert told.count(fact.format(hours)) == (0 if hours in GOOD else 2)
    for page in ("index.html", "reviews/tea/index.html"):
        text = (tmp_path / "output" / page).read_text(encoding="utf-8")
        assert _hours(text) == [GOOD]
        assert "mardi 9h–18h" in text
