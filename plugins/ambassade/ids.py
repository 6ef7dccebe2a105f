"""Every `@id` and every absolute address of the structured data, in one place.

Ids come from addresses, never from counters; one `@id` is one thing over the whole site.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from ambassade.public import Markup

if TYPE_CHECKING:
    from ambassade.addresses import Addresses
    from ambassade.page import Page
    from ambassade.public import Picture, PublicReview
    from ambassade.settings import Settings


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of one site."""

    site: str
    addresses: Addresses

    def url(self, address: str) -> str:
        """Return the absolute address of a page."""
        return f"{self.site}/{address}"

    def picture(self, picture: Picture) -> str:
        """Return the absolute address of a picture."""
        return self.url(quote(picture.path))

    @property
    def organization(self) -> str:
        """The company; one for all languages."""
        return f"{self.site}/#organization"

    @property
    def website(self) -> str:
        """The site; one for all languages."""
        return f"{self.site}/#website"

    def webpage(self, page: Page) -> str:
        """Return the id of a page."""
        return f"{self.url(page.address)}#webpage"

    def breadcrumb(self, page: Page) -> str:
        """Return the id of a page's breadcrumb."""
        return f"{self.url(page.address)}#breadcrumb"

    def article(self, page: Page) -> str:
        """Return the id of a page's article."""
        return f"{self.url(page.address)}#article"

    def translation(self, page: Page) -> str:
        """Return the id of the translated words that are on a page."""
        return f"{self.url(page.address)}#translation"

    def item(self, slug: str, language: str) -> str:
        """Return the id of an item, as pages in `language` speak of it."""
        return f"{self.url(self.addresses.of_item(language, slug))}#item"

    def review_url(self, review: PublicReview) -> str:
        """Return the address of a review's one page in its own language."""
        address = self.addresses.of_review(review.page_language, review.item, review.identifier)
        return self.url(address)

    def review(self, review: PublicReview) -> str:
        """Return the id of a Review."""
        return f"{self.review_url(review)}#review"

    def quotation(self, review: PublicReview) -> str:
        """Return the id of a Quotation of a review's words."""
        return f"{self.review_url(review)}#quotation"

    def reply(self, review: PublicReview) -> str:
        """Return the id of the company's answer."""
        return f"{self.review_url(review)}#reply"

    def of_words(self, review: PublicReview) -> str | None:
        """Return the id of the node that a review's own page describes; None if it has none."""
        if review.markup_on_page is Markup.REVIEW:
            return self.review(review)
        return self.quotation(review) if review.markup_on_page is Markup.QUOTATION else None


def make_ids(settings: Settings) -> Ids:
    """Return the ids of the site with these settings."""
    return Ids(settings.site_url, settings.addresses)
