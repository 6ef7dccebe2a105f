"""A site in which every text is hostile: each field of each kind of file says each text in turn.

What `check` refuses is left out and kept with its code; the rest must be inert wherever it is shown.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.ambassade_command import run
from tests.rules.sample_site import SETTINGS, write_file, write_site

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

DAY = "2026-06-01"
PLAIN = "Plain"
_SLOT = "¤"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
# A slot is a place for one text.
REVIEW = """\
author:
  display: full
  name: ¤
  jobTitle: ¤
  worksFor: ¤
  addressLocality: ¤
reviewRating: 4
name: ¤
reviewBody: ¤
reply:
  text: ¤
  author: ¤
provenance:
  verification: order
  evidence: ¤
  incentive: ¤
keywords:
  - ¤
reviewAspect:
  ? ¤
  : 3
video:
  embedUrl: https://film.example/1
  name: ¤
  duration: PT1M12S
  transcript: ¤
translations:
  fr:
    name: ¤
    reviewBody: ¤
    translator: ¤
corrections:
  - date: 2026-05-20
    by: author
    reason: ¤
    was: ¤
consent: {given: 2026-05-10, scope: [text, name, photo, video, social]}
"""
QUOTED = """\
author: Marie Dupont
name: ¤
reviewBody: ¤
excerpt: ¤
provenance:
  publisher: ¤
  url: https://other.example/1
"""
ITEM = """\
collection: complete
name: ¤
description: ¤
keywords:
  - ¤
translations:
  fr:
    name: ¤
    description: ¤
"""
OF_TYPES = (
    "type: Product\nbrand: ¤\nsku: ¤\ngtin: ¤\nmpn: ¤\ncategory: ¤\n",
    "type: Service\nareaServed:\n  - ¤\n",
    "type: SoftwareApplication\napplicationCategory: ¤\noperatingSystem: ¤\n",
    "type: Book\nauthor: ¤\nisbn: ¤\n",
    "type: Course\nprovider: ¤\ncourseCode: ¤\n",
    """\
type: LocalBusiness
telephone: ¤
priceRange: ¤
openingHours: ¤
address:
  streetAddress: ¤
  postalCode: ¤
  addressLocality: ¤
  addressRegion: ¤
  addressCountry: ¤
""",
)
STORY = """\
Title: ¤
Date: 2026-05-01
Slug: story-NUMBER
Summary: ¤
Authors: ¤
Client: ¤
Sector: ¤
Results: ¤

They float.
"""
COMPANY = (
    *("COMPANY.name", "COMPANY.legalName", "COMPANY.description", "COMPANY.telephone"),
    *("COMPANY.areaServed", "COMPANY.openingHours", "COMPANY.priceRange"),
    *("COMPANY.address.streetAddress", "COMPANY.address.postalCode"),
    *("COMPANY.address.addressLocality", "COMPANY.address.addressRegion"),
    *("COMPANY.address.addressCountry", "SITENAME", "HEADLINE", "TAGLINE"),
    *(f"REVIEW_POLICY.{key}" for key in ("collection", "verification", "moderation", "replies")),
    *(f"REVIEW_POLICY.{key}" for key in ("incentives", "report", "contact", "changes")),
    *(f"PICTURE_RIGHTS.{key}" for key in ("creator", "creditText", "copyrightNotice")),
)


@dataclass(slots=True)
class HostileSite:
    """The site's folder; what was typed by file and line; what of it was refused, by code."""

    folder: Path
    typed: dict[str, dict[int, str]] = field(default_factory=dict)
    templates: dict[str, str] = field(default_factory=dict)
    refused: list[tuple[str, int, str, str]] = field(default_factory=list)

    def write(self, name: str, template: str, texts: Sequence[str]) -> None:
        """Write a file whose slots say `texts`, one after the other."""
        slots = [n for n, line in enumerate(template.split("\n"), 1) if _SLOT in line]
        self.templates[name] = template
        self.typed[name] = dict(zip(slots, texts, strict=True))
        self._write_again(name)

    def _write_again(self, name: str) -> None:
        quoted = quote if name.endswith(".yaml") else str
        lines = self.templates[name].split("\n")
        for number, text in self.typed[name].items():
            lines[number - 1] = lines[number - 1].replace(_SLOT, quoted(text))
        write_file(self.folder, name, "\n".join(lines).encode())

    def leave_out_what_is_refused(self) -> None:
        """Put plain words where `check` refuses a text, until it refuses none; at most ten times."""
        for _ in range(10):
            done = run("check", "--json", "--on", DAY, cwd=self.folder)
            errors = [one for one in json.loads(done.stdout) if one["level"] == "error"]
            if not errors:
                return
            for error in errors:
                self._leave_out(error)
        raise AssertionError(errors)

    def _leave_out(self, error: dict[str, str | int]) -> None:
        file, line = str(error["file"]), int(error["line"])
        typed = self.typed.get(file, {})
        if line not in typed:  # what is missing is told where its mapping begins
            line = next((slot for slot in typed if slot > line), 0)
        assert line in typed, error
        if typed[line] == PLAIN:
            return
        self.refused.append((file, line, str(error["code"]), typed[line]))
        typed[line] = PLAIN
        self._write_again(file)


def quote(text: str) -> str:
    """Return `text` in YAML's double quotes: what no file may hold is escaped."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{_CONTROL.sub(_escape, plain)}"'


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def turn(texts: Sequence[str], by: int, many: int) -> list[str]:
    """Return `many` of the texts, from number `by` on; after the last comes the first."""
    return [texts[(by + n) % len(texts)] for n in range(many)]


def write_hostile_site(folder: Path, texts: Sequence[str], own: Sequence[str]) -> HostileSite:
    """Write a site: every field of a review says each of `texts`, of the rest each of `own`."""
    site = HostileSite(folder)
    write_site(folder)
    write_settings(folder, dict(zip(COMPANY, turn(own, 0, len(COMPANY)), strict=True)))
    slots = REVIEW.count(_SLOT)
    for number in range(len(texts)):
        name = f"reviews/kettle/2026-05-14-r{number:03}.yaml"
        site.write(name, REVIEW, turn(texts, number, slots))
    fit = [text for text in own if "\n" not in text and not _CONTROL.search(text)]
    for number, text in enumerate(own):
        template = OF_TYPES[number % len(OF_TYPES)] + ITEM
        site.write(
            f"reviews/i{number:03}/item.yaml", template, turn(own, number, template.count(_SLOT))
        )
        words = [*turn(own, number + 1, 1), text, text, *turn(own, number + 2, 1)]
        site.write(f"reviews/i{number:03}/2026-05-14-quoted.yaml", QUOTED, words)
    for number in range(len(fit)):
        template = STORY.replace("NUMBER", str(number))
        site.write(
            f"content/stories/s{number:03}.md", template, turn(fit, number, template.count(_SLOT))
        )
    site.leave_out_what_is_refused()
    return site


def write_settings(folder: Path, texts: dict[str, str]) -> None:
    """Write settings in which the keys `COMPANY.name` and so on have these texts."""
    values: dict[str, object] = {}
    for key, text in texts.items():
        *outer, last = key.split(".")
        inner = values
        for name in outer:
            inner = inner.setdefault(name, {})  # type: ignore[assignment]
        inner[last] = text
    lines = [SETTINGS, *(f"{key} = {value!r}" for key, value in values.items())]
    write_file(folder, "pelicanconf.py", ("\n".join(lines) + "\n").encode("utf-8"))
