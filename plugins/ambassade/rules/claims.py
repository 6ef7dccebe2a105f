"""What the company says of its reviews in texts of its own, beside the reviews."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.model import Records
    from ambassade.problem import Place
    from ambassade.public import Item
    from ambassade.settings import Localized, Settings

_POLICY = (
    "collection",
    "verification",
    "moderation",
    "replies",
    "incentives",
    "report",
    "contact",
    "changes",
)
_NOT = re.compile(
    r"\b(?:not|no|non|never|neither|nor|without|cannot|pas|jamais|sans|aucune?|ni)\b|n['’]t\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_NEAR = 5
_FAR = 300  # characters: more than those few words have; a long text is looked through once


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text of the company's: its key, its words, its place, the item it speaks of (if one).

    `is_of_item`: it stands in that item's own file.
    """

    key: str
    words: str
    place: Place
    item: str = ""
    is_of_item: bool = False


def own_texts(catalogue: Catalogue) -> Iterator[OwnText]:
    """Yield what the site says of itself, of its items and in its stories' headers."""
    settings = catalogue.settings
    yield OwnText("SITENAME", _composed(settings.site_name), settings.place("SITENAME"))
    yield from _localized("HEADLINE", settings.headline, settings)
    yield from _localized("TAGLINE", settings.tagline, settings)
    yield from _localized("COMPANY.description", settings.company.description, settings)
    yield from catalogue.find_once(_list_texts)


def _list_texts(records: Records) -> list[OwnText]:
    found = [text for item in records.items for text in _of_item(item)]
    for story in records.stories:
        for key, words in (("title", story.title), ("summary", story.summary)):
            if words:
                found.append(OwnText(key, _composed(words), story.place(key), story.item or ""))
    return found


def policy_texts(settings: Settings) -> Iterator[OwnText]:
    """Yield the texts of REVIEW_POLICY."""
    for key in _POLICY:
        text = getattr(settings.review_policy, key)
        yield from _localized(f"REVIEW_POLICY.{key}", text, settings)


def sentences_of(words: str) -> list[str]:
    """Return the sentences of `words`."""
    return _SENTENCE_END.split(words)


def is_denied(words: str, start: int) -> bool:
    """Tell whether what begins at `start` is denied: a "not" among the few words before it."""
    before = sentences_of(words[max(0, start - _FAR) : start])[-1]
    return _NOT.search(" ".join(before.split()[-_NEAR:])) is not None


def _of_item(item: Item) -> Iterator[OwnText]:
    parts = [("name", item.name), ("description", item.description)]
    for tag, named in item.translations.items():
        parts.append((f"translations.{tag}.name", named.name))
        parts.append((f"translations.{tag}.description", named.description))
    for key, words in parts:
        if words:
            yield OwnText(key, _composed(words), item.place(key), item.slug, is_of_item=True)


def _localized(key: str, text: Localized, settings: Settings) -> Iterator[OwnText]:
    for tag, words in text.texts.items():
        full = f"{key}.{tag}" if tag else key
        yield OwnText(full, _composed(words), settings.places.get(full) or settings.place(key))


def _composed(words: str) -> str:
    return unicodedata.normalize("NFC", words)
