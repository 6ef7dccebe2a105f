"""What a settings file sets without a fault of Python's, and nobody means."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

from ambassade.fields.node import Items, Node, Scalar
from ambassade.fields.settings import FIELDS
from ambassade.problem import Place
from ambassade.rules.reading import misspelt_setting, wrong_setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ambassade.problem import Problem

UNSET = ":"
# None of Pelican's settings is so like one of ours.
_NEARLY = 0.86
# As in the settings file that `ambassade init` makes.
_UNFILLED = re.compile(r"(?:[a-z]+:(?://)?|\+\d+ )?…")


def find_misspelt(
    values: Mapping[str, object], places: Mapping[str, Place], file: str
) -> Iterator[Problem]:
    """Yield the names that are nearly one of our settings; all others are Pelican's, or the site's own."""
    ours = [field.key for field in FIELDS]
    for name in values:
        closest = difflib.get_close_matches(name, ours, 1, _NEARLY)
        if name not in ours and closest:
            place = places.get(name, Place(file))
            yield misspelt_setting.RULE.at(place, key=name, closest=closest[0])
    for name in (each for each in ours if each not in values):
        # Python's own style for a name that a setting is made of; alone it sets nothing.
        if name.lower() in places:
            place = places[name.lower()]
            yield misspelt_setting.RULE.at(place, key=name.lower(), closest=name)
        if f"{name}{UNSET}" in places:
            fact, remedy = misspelt_setting.NO_VALUE, misspelt_setting.EQUALS
            place = places[f"{name}{UNSET}"]
            yield misspelt_setting.RULE.at(place, fact=fact, remedy=remedy, key=name)


def find_unfit(
    values: Mapping[str, object], places: Mapping[str, Place], file: str
) -> Iterator[Problem]:
    """Yield a site's name that is no text, and a time zone that there is not."""
    name, zone = values.get("SITENAME"), values.get("TIMEZONE")
    if isinstance(name, int | float):
        typed = _write(name)
        place = places.get("SITENAME", Place(file))
        yield wrong_setting.RULE.at(place, key="SITENAME", value=typed, wanted=f'"{typed}"')
    if zone and not (isinstance(zone, str) and _is_zone(zone)):
        typed = _write(zone)
        place, wanted = places.get("TIMEZONE", Place(file)), _find_zone(typed)
        told = {"key": "TIMEZONE", "value": typed, "wanted": wanted}
        remedy = "" if wanted else wrong_setting.NAME_ZONE
        yield wrong_setting.RULE.at(place, fact=wrong_setting.NO_ZONE, remedy=remedy, **told)


def _write(value: object) -> str:
    try:
        return str(value)
    except ValueError:  # a number with more digits than Python writes
        return "…"


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown; a path; a region
        return False
    return True


def _find_zone(typed: str) -> str:
    """Return the time zone that somebody means who typed a city, or the name in other letters."""
    meant = typed.strip().replace(" ", "_").casefold()
    # Of Etc/GMT+1 the sign means the contrary of what is typed as GMT+1.
    names = sorted(name for name in available_timezones() if not name.startswith("Etc/"))
    return next((name for name in names if f"/{name}".casefold().endswith(f"/{meant}")), "")


def find_unfilled(node: Node, key: str = "") -> Iterator[Problem]:
    """Yield the values that are still the `…` of the example; of the review policy's texts S103 tells."""
    if isinstance(node, Scalar):
        is_answer = key.startswith("REVIEW_POLICY.") and node.text.strip() == "…"
        if _UNFILLED.fullmatch(node.text.strip()) and not is_answer:
            told = {"key": key, "value": node.text.strip()}
            fact, remedy = wrong_setting.UNFILLED, wrong_setting.FILL_IN
            yield wrong_setting.OF_EXAMPLE.at(node.place, fact=fact, remedy=remedy, **told)
    elif isinstance(node, Items):
        for each in node.nodes:
            yield from find_unfilled(each, key)
    else:
        for name, each in node.pairs:
            yield from find_unfilled(each, f"{key}.{name.text}" if key else name.text)
