"""Where each page of a site lives: the one place that makes addresses.

An address is a path below the site's, without a slash at its beginning: `reviews/kettle/`.
A further language of the site lives under its own folder.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Addresses:
    """The patterns of a site's addresses; each may be set."""

    default_language: str = "en"
    wall: str = "reviews/"
    item: str = "reviews/{item}/"
    review: str = "reviews/{item}/{review}/"
    facet: str = "reviews/{item}/{facet}/"
    topics: str = "topics/"
    topic: str = "topics/{topic}/"
    stories: str = "stories/"
    story: str = "stories/{story}/"
    review_policy: str = "review-policy/"
    page: str = "{page}/"
    feed: str = "feeds/reviews.atom.xml"
    item_feed: str = "feeds/items/{item}.atom.xml"

    def home(self, language: str) -> str:
        """The home page."""
        return self._in(language, "")

    def of_wall(self, language: str, number: int = 1) -> str:
        """One page of the wall of all reviews."""
        return paginated(self._in(language, self.wall), number)

    def of_item(self, language: str, item: str, number: int = 1) -> str:
        """One page of an item."""
        return paginated(self._in(language, self.item.format(item=item)), number)

    def of_facet(self, language: str, item: str, facet: str, number: int = 1) -> str:
        """One page of a facet of an item."""
        return paginated(self._in(language, self.facet.format(item=item, facet=facet)), number)

    def of_review(self, language: str, item: str, review: str) -> str:
        """A review's own page."""
        return self._in(language, self.review.format(item=item, review=review))

    def of_topics(self, language: str) -> str:
        """The list of topics."""
        return self._in(language, self.topics)

    def of_topic(self, language: str, topic: str, number: int = 1) -> str:
        """One page of a topic."""
        return paginated(self._in(language, self.topic.format(topic=topic)), number)

    def of_stories(self, language: str) -> str:
        """The list of case stories."""
        return self._in(language, self.stories)

    def of_story(self, language: str, story: str) -> str:
        """A case story."""
        return self._in(language, self.story.format(story=story))

    def of_review_policy(self, language: str) -> str:
        """The review policy."""
        return self._in(language, self.review_policy)

    def of_page(self, language: str, page: str) -> str:
        """A static page."""
        return self._in(language, self.page.format(page=page))

    def of_feed(self, language: str) -> str:
        """The feed of all reviews."""
        return self._in(language, self.feed)

    def of_item_feed(self, language: str, item: str) -> str:
        """The feed of an item's reviews."""
        return self._in(language, self.item_feed.format(item=item))

    def _in(self, language: str, address: str) -> str:
        return address if language == self.default_language else f"{language}/{address}"


def paginated(address: str, number: int) -> str:
    """Return the address of page `number` of the list at `address`."""
    return address if number == 1 else f"{address}page/{number}/"


def file_of(address: str) -> str:
    """Return the file, below the output folder, that answers at `address`."""
    return f"{address}index.html" if address[-1:] in {"", "/"} else address
