"""A planned page: where it is, what it says of itself, what it shows. Nothing is rendered yet."""

from __future__ import annotations

from datetime import date
from math import ceil
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec.structs import replace

from ambassade.addresses import paginated
from ambassade.frozen import Frozen
from ambassade.locale import translations
from ambassade.problem import Place

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from ambassade.public import Picture

T = TypeVar("T")


class Crumb(Frozen, frozen=True):
    """A step of the way to a page: its name and address; words that the name quotes, and their language."""

    name: str
    address: str
    quoted: str = ""
    quoted_in: str = ""


class Alternate(Frozen, frozen=True):
    """The same page in a language of the site, this one included."""

    language: str
    address: str


def alternate_in(alternates: Iterable[Alternate], language: str) -> Alternate | None:
    """Return the one in `language`, if the page is there."""
    return next((one for one in alternates if one.language == language), None)


class Page(Frozen, frozen=True):
    """One page. `kind` names its module in `pages/` and its template; `content` is that module's.

    `modified` is the content's date, never the build's. `place` is where a fault of it is told.
    """

    kind: str
    language: str
    address: str
    title: str
    description: str
    content: Any
    crumbs: tuple[Crumb, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    indexable: bool = True
    modified: date | None = None
    image: Picture | None = None
    feed: str | None = None
    place: Place | None = None

    def first_of(self, addresses: Collection[str]) -> str:
        """Return which of `addresses` this page is at, or stands below; empty if none."""
        way = (self.address, *(crumb.address for crumb in self.crumbs))
        return next((one for one in way if one in addresses), "")


class PageLine(Frozen, frozen=True):
    """What a list of all pages says of one. `is_further`: of a list, not its first page.

    `shows_stars`: its structured data has ratings that search engines may show.
    """

    kind: str
    language: str
    address: str
    title: str
    indexable: bool
    modified: date | None
    is_further: bool
    shows_stars: bool
    place: Place | None


class Paging(Frozen, frozen=True):
    """Which page of a list this is: `number` of `count`, the whole list holding `total`."""

    number: int
    count: int
    total: int


def continue_list(
    first: Sequence[Page], number: int, content: object, modified: date | None = None
) -> Iterator[Page]:
    """Yield page `number` of a list in every language; the `first` ones tell what they have in common."""
    alternates = tuple(Alternate(one.language, paginated(one.address, number)) for one in first)
    for one, here in zip(first, alternates, strict=True):
        yield replace(
            one,
            address=here.address,
            title=number_title(one.title, number, one.language),
            content=content,
            alternates=alternates,
            modified=modified,
        )


def number_title(title: str, number: int, language: str) -> str:
    """Return the title of page `number` of a list."""
    if number == 1:
        return title
    _ = translations(language).gettext
    return _("{title}, page {number}").format(title=title, number=number)


def paginate(members: Sequence[T], size: int) -> Iterator[tuple[Paging, Sequence[T]]]:
    """Yield the pages of a list, `size` members each; an empty list has one empty page."""
    count = max(1, ceil(len(members) / size))
    for number in range(1, count + 1):
        yield Paging(number, count, len(members)), members[(number - 1) * size : number * size]
