"""A review's own page, in its own language; and one for each of its translations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ambassade.locale import long_date, translations
from ambassade.page import Alternate, Crumb, Page
from ambassade.problem import Place
from ambassade.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ambassade.public import PublicItem, PublicReview, PublicTranslation
    from ambassade.public_site import PublicSite

LONGEST_TITLE = 60
LONGEST_DESCRIPTION = 155


@dataclass(frozen=True, slots=True)
class ReviewContent:
    """One review whole. `translation` is set on the page that is there for it."""

    item: PublicItem
    review: PublicReview
    translation: PublicTranslation | None


def plan(site: PublicSite) -> Iterator[Page]:
    """Yield the page of every review and those of its translations into the site's languages."""
    for item in site.items:
        for review in item.reviews:
            for language in site.languages_of(review):
                translation = next(
                    (one for one in review.translations if one.language == language), None
                )
                if language == review.page_language:
                    translation = None
                yield _plan_one(site, language, ReviewContent(item, review, translation))


def _plan_one(site: PublicSite, language: str, content: ReviewContent) -> Page:
    addresses, item, review = site.settings.addresses, content.item, content.review
    _ = translations(language).gettext
    title = _title(content, language)
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
