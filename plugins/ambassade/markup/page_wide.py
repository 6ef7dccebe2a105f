"""What of a text of HTML acts on the whole page that it stands in, or asks something of it.

In: its start tags. Out: each such thing, as it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ambassade.markup.start_tags import StartTag

_OF_A_PAGE: Final = frozenset({"base", "body", "frameset", "head", "html", "plaintext"})
# Of a <meta> or <link>: with none of them it is data about the text, by `itemprop`.
_ACTS: Final = frozenset({"charset", "http-equiv", "name", "property", "rel"})
# What of a <link> is for the policy to say.
_STYLES: Final = frozenset({"alternate", "stylesheet"})
# The ids of the frame that each story and page stands in: base.html and what it has in.
IDS_OF_FRAME: Final = frozenset({"main", "stars"})


def find_ids_of_frame(tags: Iterable[StartTag]) -> Iterator[tuple[str, str]]:
    """Yield which of these tags have an id of the page's frame: the tag as it is written, and the id."""
    found = ((tag, given["id"]) for tag, given in tags if given.get("id") in IDS_OF_FRAME)
    yield from dict.fromkeys((f'<{tag} id="{name}">', name) for tag, name in found)


def find_lost_anchors(tags: Iterable[StartTag]) -> Iterator[str]:
    """Yield the links within the page, such as `#prices`, to what it has not, each once."""
    given = [given for _, given in tags]
    there = {each for one in given for each in (one.get("id"), one.get("name"))}
    links = dict.fromkeys(unquote(one.get("href", "")) for one in given)
    for link in links:
        is_within = link.startswith("#") and not link.startswith("#:~:")
        # The top of a page is there without being named.
        if is_within and link[1:] not in {"", "top", *IDS_OF_FRAME, *there}:
            yield link


def find_page_wide(tags: Iterable[StartTag]) -> Iterator[str]:
    """Yield which of these tags act on the whole page, each once."""
    yield from dict.fromkeys(said for tag, given in tags if (said := _describe(tag, given)))


def _describe(tag: str, given: Mapping[str, str]) -> str:
    """Return what acts on the page, as it is written; empty where nothing does."""
    if tag in _OF_A_PAGE:
        return f"<{tag}>"
    if tag in {"meta", "link"} and not _is_harmless(tag, given):
        name = next((each for each in given if each in _ACTS), None)
        return f'<{tag} {name}="{given[name]}">' if name else f"<{tag}>"
    return "<iframe srcdoc=…>" if tag == "iframe" and "srcdoc" in given else ""


def _is_harmless(tag: str, given: Mapping[str, str]) -> bool:
    if "itemprop" in given:
        return not given.keys() & _ACTS
    words = {*given.get("rel", "").lower().split()}
    return tag == "link" and "stylesheet" in words and words <= _STYLES
