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
        contents = [
            (language, ReviewContent(item, review, _translation(review, language)))
            for review in item.reviews
            for language in site.languages_of(review)
        ]
        for (language, content), title in zip(contents, _titles(contents), strict=True):
            yield _plan_one(site, language, content, title)


def _translation(review: PublicReview, language: str) -> PublicTranslation | None:
    if language == review.page_language:
        return None
    return next((one for one in review.translations if one.language == language), None)


def _plan_one(site: PublicSite, language: str, content: ReviewContent, title: str) -> Page:
    addresses, item, review = site.settings.addresses, content.item, content.review
    _ = translations(language).gettext
    return Page(
        kind="review",
        language=language,
        address=addresses.of_review(language, item.slug, review.identifier),
        title=title,
        description=_description(content, language),
        content=content,
        crumbs=(
            Crumb(_("Home"), addresses.home(language)),
            Crumb(_("Reviews"), addresses.of_wall(language)),
            Crumb(item.name(language), addresses.of_item(language, item.slug)),
            Crumb(title, addresses.of_review(language, item.slug, review.identifier)),
        ),
        alternates=tuple(
            Alternate(each, addresses.of_review(each, item.slug, review.identifier))
            for each in site.languages_of(review)
        ),
        modified=review.last_modified,
        image=next(iter(item.item.image), site.settings.company.image),
        place=Place(f"reviews/{review.key}.yaml"),
    )


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
