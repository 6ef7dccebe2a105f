"""A review's own page, in its own language; and one for each of its translations."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ambassade.frozen import Frozen
from ambassade.locale import long_date, translations
from ambassade.page import Alternate, Crumb, Page
from ambassade.problem import Place
from ambassade.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ambassade.public import PublicItem, PublicReview, PublicTranslation
    from ambassade.public_site import PublicSite

BY_ITEM = True
LONGEST_TITLE = 60
LONGEST_DESCRIPTION = 155


class ReviewContent(Frozen, frozen=True):
    """One review whole. `translation` is set on the page that is there for it."""

    item: PublicItem
    review: PublicReview
    translation: PublicTranslation | None


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield the page of every review and those of its translations into the site's languages."""
    for item in site.items:
        alternates = [_alternates(site, review) for review in item.reviews]
        languages = {each.language for there in alternates for each in there}
        ways = {language: _way_to(site, item, language) for language in languages}
        contents = [
            (each.language, ReviewContent(item, review, _translation(review, each.language)))
            for review, there in zip(item.reviews, alternates, strict=True)
            for each in there
        ]
        places = [(here, there) for there in alternates for here in there]
        for (language, content), title, (here, there) in zip(
            contents, _titles(contents), places, strict=True
        ):
            yield _plan_one(site, content, title, here, there, ways[language])


def _translation(review: PublicReview, language: str) -> PublicTranslation | None:
    if language == review.page_language:
        return None
    # Of en-GB and en-US, a site in en-US shows its own.
    there = [one for one in review.translations if one.language == language]
    own = (one for one in there if one.in_language == language)
    return next(own, there[0] if there else None)


def _way_to(site: PublicSite, item: PublicItem, language: str) -> tuple[Crumb, ...]:
    """Return the steps to an item's reviews, the same for all of them."""
    addresses = site.settings.addresses
    _ = translations(language).gettext
    return (
        Crumb(_("Home"), addresses.home(language)),
        Crumb(_("Reviews"), addresses.of_wall(language)),
        Crumb(item.name(language), addresses.of_item(language, item.slug)),
    )


def _alternates(site: PublicSite, review: PublicReview) -> tuple[Alternate, ...]:
    of_review = site.settings.addresses.of_review
    return tuple(
        Alternate(each, of_review(each, review.item, review.identifier))
        for each in site.languages_of(review)
    )


def _plan_one(
    site: PublicSite,
    content: ReviewContent,
    title: str,
    here: Alternate,
    alternates: tuple[Alternate, ...],
    way: tuple[Crumb, ...],
) -> Page:
    item, review = content.item, content.review
    return Page(
        kind="review",
        language=here.language,
        address=here.address,
        title=title,
        description=_description(content, here.language),
        content=content,
        crumbs=(*way, _crumb(content, title, here.address)),
        alternates=alternates,
        modified=review.last_modified,
        image=next(iter(item.item.image), site.settings.company.image),
        place=Place(f"reviews/{review.key}.yaml"),
    )


def _crumb(content: ReviewContent, title: str, address: str) -> Crumb:
    words = content.translation or content.review
    return Crumb(title, address, shorten(words.name or "", LONGEST_TITLE), words.in_language)


def _titles(contents: Sequence[tuple[str, ReviewContent]]) -> list[str]:
    """Return the title of each page of an item; where customers chose the same, with more in it."""
    titles = [_title(content, language) for language, content in contents]
    for say_more in (_add_author, _add_date):
        times = Counter(
            (language, title) for (language, _), title in zip(contents, titles, strict=True)
        )
        if len(times) == len(titles):
            break
        titles = [
            say_more(title, content, language) if times[language, title] > 1 else title
            for (language, content), title in zip(contents, titles, strict=True)
        ]
    return titles


def _add_author(title: str, content: ReviewContent, language: str) -> str:
    words, author = content.translation or content.review, content.review.author.name
    # A page whose review has no title is called after its author already.
    if not (words.name and author):
        return title
    _ = translations(language).gettext
    return _("{title}, by {author}").format(title=title, author=author)


def _add_date(title: str, content: ReviewContent, language: str) -> str:
    day = long_date(content.review.date_published, language)
    return title if title.endswith(day) else f"{title}, {day}"


def _title(content: ReviewContent, language: str) -> str:
    _ = translations(language).gettext
    words = content.translation or content.review
    about = content.item.name(language)
    if words.name:
        return _("“{title}”, a review of {name}").format(
            title=shorten(words.name, LONGEST_TITLE), name=about
        )
    author = content.review.author.name
    if author is None:
        day = long_date(content.review.date_published, language)
        return _("An anonymous review of {name}, {date}").format(name=about, date=day)
    return _("{author} on {name}").format(author=author, name=about)


def _description(content: ReviewContent, language: str) -> str:
    _ = translations(language).gettext
    words = content.translation or content.review
    text = words.body.text if words.body else ""
    about = _("A customer’s rating of {name}.").format(name=content.item.name(language))
    return shorten(text or about, LONGEST_DESCRIPTION)
