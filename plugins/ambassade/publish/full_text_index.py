"""The full-text index of all reviews, made by Pagefind where FULL_TEXT_SEARCH asks for it.

In: the pages of the wall, on which every review stands. Out: the files below `pagefind/`. Its words
lead to a review's card on the wall, in each language of the site. Drafts are not in it.
"""

from __future__ import annotations

import subprocess
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from ambassade.problem import N_
from ambassade.publish.listing import list_files
from ambassade.search_program import INSTALL, find_search_program
from ambassade.stop import EnvironmentFault, environment_faults

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ambassade.page import Page
    from ambassade.public import PublicReview
    from ambassade.public_site import PublicSite

# Pagefind's own search boxes: the theme has its own.
_NOT_OURS: Final = ("pagefind-ui", "pagefind-modular", "pagefind-component", "pagefind-highlight")


def make_full_text_index(site: PublicSite, pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and bytes of each file of the index; none unless it is asked for.

    Raises EnvironmentFault.
    """
    if site.settings.full_text_search is None:
        return
    with TemporaryDirectory() as name, environment_faults(Path(name)):
        records, index = Path(name, "records"), Path(name, "pagefind")
        records.mkdir()
        for number, record in enumerate(_records(site, pages)):
            (records / f"{number}.html").write_text(record, encoding="utf-8")
        _run(records, index)
        for file in list_files(index):
            if not file.startswith(_NOT_OURS):
                yield f"pagefind/{file}", (index / file).read_bytes()


def _records(site: PublicSite, pages: Sequence[Page]) -> Iterator[str]:
    for page in pages:
        if page.kind == "wall":
            for review in page.content.reviews:
                if not review.draft:
                    yield _record(site, page, review)


def _record(site: PublicSite, page: Page, review: PublicReview) -> str:
    """Return a page that only Pagefind reads: the words, and on which page of the wall they are."""
    item, rating = site.item(review.item), review.review_rating
    tags = {
        "meta": {
            "href": f"{site.settings.base}/{site.address_of(review, page.language)}",
            "page": str(page.content.paging.number),
        },
        "filter": {
            "item": item.name(page.language) if item else "",
            "rating": str(float(rating.on_five)) if rating else "",
            "language": review.in_language,
        },
    }
    marks = "".join(
        f'<i data-pagefind-{kind}="{name}[title]" title="{escape(value)}"></i>'
        for kind, named in tags.items()
        for name, value in named.items()
        if value
    )
    words = "".join(f"<p>{escape(text)}</p>" for text in _words(review) if text)
    title = escape(review.name or (item.name(page.language) if item else ""))
    return (
        f'<!DOCTYPE html><html lang="{page.language}"><body data-pagefind-body>'
        f"<h1>{title}</h1>{words}{marks}</body></html>"
    )


def _words(review: PublicReview) -> Iterator[str | None]:
    bodies = [review.body, *(one.body for one in review.translations)]
    bodies += [review.reply.body if review.reply else None]
    yield from (body.text for body in bodies if body)
    yield from (one.name for one in review.translations)
    yield from (review.author.name, review.author.works_for)
    yield from (topic.name for topic in review.keywords)


def _run(records: Path, index: Path) -> None:
    program = find_search_program()
    if program is None:
        raise EnvironmentFault(N_("Pagefind is not there any more. Say: {say}."), say=INSTALL)
    done = subprocess.run(  # noqa: S603 - Pagefind itself, on files of our own
        [program, "--silent", "--site", records, "--output-path", index],
        cwd=records,  # a configuration of the same name may lie elsewhere
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        words = (done.stderr or done.stdout).strip().splitlines()
        raise EnvironmentFault(
            N_("Pagefind failed: {words}. The former site stays."),
            words=words[-1].rstrip(".") if words else done.returncode,
        )
