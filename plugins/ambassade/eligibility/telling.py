"""The report put into words: for people, page by page in blocks; for programs, each page."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, TextIO

from ambassade.eligibility.assess import assess_page
from ambassade.eligibility.grouping import KINDS, group_by_item, item_of
from ambassade.locale import terminal_language, translations
from ambassade.problem import N_, inert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ambassade.eligibility.assess import Assessment
    from ambassade.page import Page
    from ambassade.public import PublicItem
    from ambassade.public_site import PublicSite

MOST_NAMED = 5
TOP = N_("What search engines may show of each page ({pages} pages), by what is on it.")
ITEM = N_("{name} ({type}, {file})")
REST = N_("The site's other pages")
BLOCK = N_("{kind} ({count}): {addresses}")
NOT_LISTED = N_("{kind} ({count}): not for search engines (noindex). {why}")
MORE = N_("{addresses} and {count} more")
MAY = N_("may be shown with: {features}")
NOT = N_("not with {feature}: {why}")
UNKNOWN = N_("What no tool can know that works without the net, and where to ask:")
ASK = (
    (N_("Whether anything of this is shown: search engines choose, and promise nothing."), ""),
    (N_("Whether they find the site good, and no spam: nobody tells beforehand."), ""),
    (
        N_("Whether a page is one where the product can be bought, as a merchant listing wants:"),
        "https://search.google.com/search-console",
    ),
    (
        N_("Whether Google reads the markup as it is meant (Rich Results Test):"),
        "https://search.google.com/test/rich-results",
    ),
    (
        N_("Whether the markup keeps to the vocabulary (Schema Markup Validator):"),
        "https://validator.schema.org/",
    ),
    (
        N_("Whether pages were crawled, indexed and shown by Google (Search Console):"),
        "https://search.google.com/search-console",
    ),
    (
        N_("Whether Bing did the same (Bing Webmaster Tools):"),
        "https://www.bing.com/webmasters",
    ),
)


def tell_search(site: PublicSite, pages: Iterable[Page], form: str = "text") -> None:
    """Write to standard output, in the terminal's language, which page may be shown with what.

    `form`: `json` is one list, an object a page; any other is for people.
    """
    translate = translations(terminal_language()).gettext
    assessments = [assess_page(page, site) for page in pages]
    if form == "json":
        tell_json(assessments, site, translate, sys.stdout)
    else:
        tell_report(assessments, translate, sys.stdout)


def tell_report(
    assessments: Sequence[Assessment], translate: Callable[[str], str], out: TextIO
) -> None:
    """Write the report for people."""
    lines = [translate(TOP).format(pages=len(assessments)), ""]
    for item, blocks in group_by_item(assessments):
        lines.append(_name_item(item, translate) if item else translate(REST))
        for block in blocks:
            lines += _tell_block(block, translate)
        lines.append("")
    lines.append(translate(UNKNOWN))
    lines += [f"  - {translate(what)} {address}".rstrip() for what, address in ASK]
    out.write("\n".join(lines) + "\n")


def _name_item(item: PublicItem, translate: Callable[[str], str]) -> str:
    own = item.item
    return translate(ITEM).format(name=inert(own.name), type=own.type, file=own.file)


def _tell_block(block: list[Assessment], translate: Callable[[str], str]) -> Iterator[str]:
    first = block[0]
    told = {"kind": translate(KINDS[first.page.kind]), "count": len(block)}
    if not first.page.indexable:
        why = " ".join(first.verdicts[0].reasons(translate)).strip()
        yield "  " + translate(NOT_LISTED).format(why=why, **told).rstrip()
        return
    yield "  " + translate(BLOCK).format(addresses=_name(block, translate), **told)
    may = [translate(verdict.title) for verdict in first.verdicts if verdict.eligible]
    yield "    " + translate(MAY).format(features=", ".join(may))
    for verdict in first.verdicts:
        if not verdict.eligible:
            why = " ".join(verdict.reasons(translate)).strip()
            yield "    " + translate(NOT).format(feature=translate(verdict.title), why=why)


def _name(block: list[Assessment], translate: Callable[[str], str]) -> str:
    """Return the addresses of a block, of many only the first."""
    named = ", ".join(f"/{one.page.address}" for one in block[:MOST_NAMED])
    more = len(block) - MOST_NAMED
    return translate(MORE).format(addresses=named, count=more) if more > 0 else named


def tell_json(
    assessments: Sequence[Assessment],
    site: PublicSite,
    translate: Callable[[str], str],
    out: TextIO,
) -> None:
    """Write one list, an object a page."""
    told = [_as_json(one, site, translate) for one in assessments]
    out.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")


def _as_json(
    assessment: Assessment, site: PublicSite, translate: Callable[[str], str]
) -> dict[str, object]:
    page, item = assessment.page, item_of(assessment)
    return {
        "address": f"/{page.address}",
        "url": f"{site.settings.site_url}/{page.address}",
        "kind": page.kind,
        "language": page.language,
        "item": item.slug if item else None,
        "file": page.place.file if page.place else None,
        "features": [
            {
                "feature": verdict.feature,
                "eligible": verdict.eligible,
                "why": verdict.reasons(translate)[0],
                "change": verdict.reasons(translate)[1],
            }
            for verdict in assessment.verdicts
        ],
    }
