"""The settings of a site, typed: who the company is, its languages, its policy, its addresses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ambassade.addresses import Addresses
from ambassade.language import match_language
from ambassade.problem import Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ambassade.public import Picture, PostalAddress


@dataclass(frozen=True, slots=True)
class Localized:
    """A text in some languages; a text without language is under the empty one."""

    texts: Mapping[str, str]

    def get(self, language: str) -> str:
        """Return the text in `language`, else the one without language, else the first."""
        tag = match_language(language, tuple(self.texts))
        found = self.texts.get(tag or "") or self.texts.get("")
        return found or next(iter(self.texts.values()), "")

    def language_in(self, language: str) -> str:
        """Return the language of the text that `get` gives; `language` where it has none or is the one."""
        found, tag = self.get(language), match_language(language, tuple(self.texts))
        is_its_own = not found or found in {self.texts.get(tag or ""), self.texts.get("")}
        return language if is_its_own else next(iter(self.texts))


EMPTY = Localized({})


@dataclass(frozen=True, slots=True)
class Company:
    """Who publishes: schema.org's Organization or LocalBusiness."""

    name: str
    type: str = "Organization"
    legal_name: str | None = None
    description: Localized = EMPTY
    url: str | None = None
    logo: Picture | None = None
    image: Picture | None = None
    telephone: str | None = None
    email: str | None = None
    address: PostalAddress | None = None
    area_served: tuple[str, ...] = ()
    opening_hours: tuple[str, ...] = ()
    price_range: str | None = None
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewPolicy:
    """How reviews are come by, checked, answered and kept, in the company's own words."""

    collection: Localized = EMPTY
    verification: Localized = EMPTY
    moderation: Localized = EMPTY
    replies: Localized = EMPTY
    incentives: Localized = EMPTY
    report: Localized = EMPTY
    contact: Localized = EMPTY
    changes: Localized = EMPTY
    report_url: str | None = None
    publication_days: int | None = None


@dataclass(frozen=True, slots=True)
class PictureRights:
    """Who made the stories' pictures, and on what terms they may be used."""

    creator: str | None = None
    credit_text: str | None = None
    copyright_notice: str | None = None
    license: str | None = None


@dataclass(frozen=True, slots=True)
class SecurityTxt:
    """Whom to tell of a weakness, and until which day that holds (RFC 9116)."""

    contact: tuple[str, ...]
    expires: date
    policy: str | None = None
    encryption: str | None = None
    acknowledgments: str | None = None
    preferred_languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """What a site says of one rule: its level here, why, and on which files only (all if none).

    `code`, `name` and whether it `lowers` what the profiles say are known once it is settled.
    """

    level: str
    reason: Localized = EMPTY
    only: tuple[str, ...] = ()
    code: str = ""
    name: str = ""
    lowers: bool = False

    def covers(self, file: str) -> bool:
        """Tell whether it speaks of `file`; an `only` is a path, a review's identifier or a folder."""
        return not self.only or any(_is_within(file, one) for one in self.only)


def _is_within(file: str, named: str) -> bool:
    """Tell whether `file` is what is `named`, or lies in it; `reviews/` and `.yaml` may be left out."""
    bare, wanted = file.removesuffix(".yaml"), named.strip("/").removesuffix(".yaml")
    return any(
        path == wanted or path.startswith(f"{wanted}/")
        for path in (bare, bare.removeprefix("reviews/"))
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a site's settings say. `languages` begins with the default one."""

    site_url: str
    site_name: str
    company: Company
    languages: tuple[str, ...] = ("en",)
    addresses: Addresses = field(default_factory=Addresses)
    headline: Localized = EMPTY
    tagline: Localized = EMPTY
    review_policy: ReviewPolicy = ReviewPolicy()
    leave_review_url: str | None = None
    retention_months: int | None = None
    picture_rights: PictureRights = PictureRights()
    client_logos: Mapping[str, Picture] = field(default_factory=dict)
    ai_crawlers: str = "allow"
    full_text_search: str | None = None
    review_profiles: tuple[str, ...] = ()
    review_rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    reviews_per_page: int = 20
    feed_length: int = 50
    story_keys: tuple[str, ...] = ()
    slugify_source: str = "title"
    styleguide: bool = False
    production: bool = False
    security_txt: SecurityTxt | None = None
    content_security_policy: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hsts_days: int | None = None
    file: str = "pelicanconf.py"
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def default_language(self) -> str:
        """The site's language."""
        return self.languages[0]

    @property
    def base(self) -> str:
        """The path of the site's address, with no slash at its end: `/sub` of `https://x.org/sub`."""
        return urlsplit(self.site_url).path.rstrip("/")

    def page_language(self, tag: str) -> str:
        """Return the language of the site whose pages hold words in `tag`."""
        return match_language(tag, self.languages) or self.default_language

    def place(self, key: str) -> Place:
        """Return where the setting `key` stands, else the beginning of the settings file."""
        return self.places.get(key) or Place(self.file)
