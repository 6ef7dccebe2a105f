"""FIELDS of the settings files: one row a setting of ours or of Pelican's that we read."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar

from ambassade.addresses import Addresses
from ambassade.fields.item import POSTAL_ADDRESS
from ambassade.fields.kinds import (
    Address,
    Choice,
    Flag,
    Language,
    Number,
    PictureFile,
    Text,
    describe_node,
)
from ambassade.fields.node import Entries, Node, Scalar
from ambassade.fields.security import SECURITY_TXT, PolicySources
from ambassade.fields.shapes import ByLanguage, Field, Many, Record
from ambassade.problem import N_, Word
from ambassade.rules.reading import wrong_setting
from ambassade.search_program import INSTALL, find_search_program
from ambassade.settings import Company, Localized, PictureRights, ReviewPolicy, RuleSetting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ambassade.fields.kinds import Kind, Schema
    from ambassade.fields.reading import Reading


@dataclass(frozen=True, slots=True)
class Words:
    """A text, or one by language."""

    label: ClassVar[str] = N_("text, or a mapping of texts by language")

    def cast(self, node: Node, key: str, reading: Reading) -> Localized | None:
        """Return the text in its languages."""
        if isinstance(node, Entries):
            texts = ByLanguage(Text()).cast(node, key, reading)
            return None if texts is None else Localized(texts)
        text = Text().cast(node, key, reading)
        return None if text is None else Localized({"": text})

    def schema(self) -> Schema:
        """A text or an object of texts."""
        return {"anyOf": [Text().schema(), {"type": "object"}]}


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number from `minimum` on; where it may be `none`, that says: without a limit."""

    minimum: int = 1
    may_be_none: bool = False

    @property
    def label(self) -> str:
        """What it may be."""
        return N_("whole number, or `none`") if self.may_be_none else N_("whole number")

    def cast(self, node: Node, key: str, reading: Reading) -> int | None:
        """Return the number; None of `none`, whose place is noted all the same."""
        if self.may_be_none and isinstance(node, Scalar) and node.text.strip().lower() == "none":
            return None
        number = Number(self.minimum).cast(node, key, reading)
        if number is None or number == int(number):
            return None if number is None else int(number)
        reading.tell(
            wrong_setting.RULE.at(node.place, key=key, value=number, wanted=Word(self.label))
        )
        return None

    def schema(self) -> Schema:
        """A whole number, or the word."""
        number: Schema = {"type": "integer", "minimum": self.minimum}
        return {"anyOf": [number, {"const": "none"}]} if self.may_be_none else number


@dataclass(frozen=True, slots=True)
class SiteAddress:
    """The absolute address of the site, without query or fragment."""

    label: ClassVar[str] = N_("absolute http(s) address of the site")

    def cast(self, node: Node, key: str, reading: Reading) -> str | None:
        """Return the address with no slash at its end."""
        address = Address().cast(node, key, reading)
        if address is None:
            return None
        if "?" in address or "#" in address or "//" in address.split("://", 1)[1]:
            told = {"key": key, "value": address, "wanted": "https://example.com"}
            reading.tell(wrong_setting.RULE.at(node.place, **told))
            return None
        return address.rstrip("/")

    def schema(self) -> Schema:
        """An address."""
        return Address().schema()


@dataclass(frozen=True, slots=True)
class Pattern:
    """An address of the site, with the placeholders that it must have."""

    placeholders: frozenset[str]
    is_folder: bool = True

    @property
    def label(self) -> str:
        """The placeholders."""
        marks = ", ".join(f"`{{{each}}}`" for each in sorted(self.placeholders))
        kind = "address that ends in `/`" if self.is_folder else "address"
        return f"{kind}, with {marks}" if marks else kind

    def cast(self, node: Node, key: str, reading: Reading) -> str | None:
        """Return the pattern without a slash at its beginning."""
        text = Text().cast(node, key, reading)
        if text is None:
            return None
        pattern = text.lstrip("/")
        bare = re.sub(r"\{[a-z]+\}", "x", pattern)
        steps = r"([\w-][\w.-]*/)*" + ("" if self.is_folder else r"[\w-][\w.-]*")
        if self._names(pattern) == self.placeholders and re.fullmatch(steps, bare, re.ASCII):
            return pattern
        marks = ", ".join(f"{{{each}}}" for each in sorted(self.placeholders))
        told = {"key": key, "value": text, "marks": marks or "-"}
        remedy = wrong_setting.FOLDER if self.is_folder else wrong_setting.FILE
        reading.tell(wrong_setting.RULE.at(node.place, remedy=remedy, **told))
        return None

    @staticmethod
    def _names(pattern: str) -> frozenset[str] | None:
        try:
            return frozenset(name for _, name, _, _ in string.Formatter().parse(pattern) if name)
        except ValueError:
            return None

    def schema(self) -> Schema:
        """A text."""
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class SearchEngine:
    """What makes a full-text index; it must be installed."""

    options: ClassVar[Choice] = Choice(("pagefind",))

    @property
    def label(self) -> str:
        """Its names."""
        return self.options.label

    def cast(self, node: Node, key: str, reading: Reading) -> str | None:
        """Return its name."""
        name = self.options.cast(node, key, reading)
        if name is None or find_search_program():
            return name
        told = {"key": key, "value": name, "say": INSTALL}
        fact, remedy = wrong_setting.NOT_INSTALLED, wrong_setting.INSTALL_IT
        reading.tell(wrong_setting.RULE.at(node.place, fact=fact, remedy=remedy, **told))
        return None

    def schema(self) -> Schema:
        """An enumeration."""
        return self.options.schema()


COMPANY = Record(
    Company,
    (
        Field("name", Text(), "The company's name.", required=True),
        Field(
            "type",
            Choice(("Organization", "LocalBusiness")),
            "`LocalBusiness` where customers can go there.",
        ),
        Field("legalName", Text(), "Its registered name."),
        Field("description", Words(), "Who it is, in a sentence."),
        Field("url", Address(), "Its main site."),
        Field("logo", PictureFile(), "Its logo."),
        Field("image", PictureFile(), "The picture shown where a page is shared."),
        Field("telephone", Text(), "Its telephone number."),
        Field("email", Text(), "Its e-mail address."),
        Field("address", POSTAL_ADDRESS, "Where it is."),
        Field("areaServed", Many(Text()), "Where it works."),
        Field("openingHours", Many(Text()), "When it is open, such as Mo-Fr 09:00-18:00."),
        Field("priceRange", Text(), "How dear it is, such as €€ (LocalBusiness)."),
        Field("sameAs", Many(Address()), "Its pages elsewhere."),
    ),
)

REVIEW_POLICY = Record(
    ReviewPolicy,
    (
        Field("collection", Words(), "How reviews are asked for and received."),
        Field(
            "verification",
            Words(),
            "How it is made sure that they come from customers; or that it is not.",
        ),
        Field(
            "moderation",
            Words(),
            "On what grounds a review is withheld, and how its author hears of it.",
        ),
        Field("replies", Words(), "Who answers reviews, and when."),
        Field("incentives", Words(), "Whether anything is given in exchange."),
        Field("report", Words(), "How to report a review."),
        Field("reportUrl", Address(), "Where to report a review."),
        Field(
            "contact",
            Words(),
            "Whether a reader can get in touch with a review's author, and how.",
        ),
        Field("changes", Words(), "Whether and how an author can change or withdraw a review."),
        Field(
            "publicationDays",
            Count(may_be_none=True),
            "Within how many days a review is published; `none`: no delay is promised.",
        ),
    ),
)


PICTURE_RIGHTS = Record(
    PictureRights,
    (
        Field("creator", Text(), "Who made them."),
        Field("creditText", Text(), "How they are to be credited."),
        Field("copyrightNotice", Text(), "Whose rights they are under."),
        Field("license", Address(), "The terms of their use."),
    ),
)


def _patterns() -> tuple[Field, ...]:
    whole = Addresses()
    rows = []
    for row in fields(Addresses):
        if row.name == "default_language":
            continue
        pattern = str(getattr(whole, row.name))
        names = Pattern._names(pattern) or frozenset()  # noqa: SLF001 - of this module
        rows.append(
            Field(row.name, Pattern(names, pattern.endswith("/")), f"`{pattern}` if left out.")
        )
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class ByName:
    """A mapping from names to values of one kind, such as records."""

    kind: Kind

    @property
    def label(self) -> str:
        """The kind's own."""
        return f"by name: {self.kind.label}"

    def cast(self, node: Node, key: str, reading: Reading) -> Mapping[str, Any] | None:
        """Return the values by name."""
        if not isinstance(node, Entries):
            told = {"key": key, "value": describe_node(node), "wanted": Word(N_("mapping"))}
            reading.tell(wrong_setting.RULE.at(node.place, **told))
            return None
        cast = {
            name.text: self.kind.cast(entry, f"{key}.{name.text}", reading)
            for name, entry in node.pairs
        }
        reading.places.update({f"{key}.{name.text}": entry.place for name, entry in node.pairs})
        return {name: value for name, value in cast.items() if value is not None}

    def schema(self) -> Schema:
        """An object of such values."""
        return {"type": "object", "additionalProperties": self.kind.schema()}


RULE_SETTING = Record(
    RuleSetting,
    (
        Field(
            "level",
            Choice(("error", "warning", "information", "off")),
            "How grave it is on this site.",
            required=True,
        ),
        Field("reason", Words(), "Why; needed where it is lower than the profiles ask."),
        Field("only", Many(Text()), "The reviews or files that it holds for; all if left out."),
    ),
)

PROFILES = ("fr", "eu", "us", "uk", "b2b", "iso20488", "google")

FIELDS: tuple[Field, ...] = (
    Field(
        "SITEURL",
        SiteAddress(),
        "The site's absolute address, in both settings files.",
        required=True,
    ),
    Field("SITENAME", Text(), "The site's name.", required=True),
    Field(
        "DEFAULT_LANG",
        Language(),
        "The site’s language; the first of LANGUAGES if left out, else `en`.",
    ),
    Field("LANGUAGES", Many(Language()), "All languages of the site, the default one among them."),
    Field("COMPANY", COMPANY, "Who publishes the reviews.", required=True),
    Field("HEADLINE", Words(), "The home page's headline."),
    Field("TAGLINE", Words(), "The sentence under it."),
    Field("LEAVE_REVIEW_URL", Address(), "Where customers leave a review."),
    Field(
        "RETENTION_MONTHS",
        Count(may_be_none=True),
        "After how many months a review leaves the site; `none`, or left out: never.",
    ),
    Field("REVIEW_POLICY", REVIEW_POLICY, "What the review policy says."),
    Field(
        "REVIEW_PROFILES",
        Many(Choice(PROFILES)),
        "Whose rules the site keeps: laws (`fr`, `eu`, `us`, `uk`), customs (`b2b`, `iso20488`), search engines (`google`).",
    ),
    Field(
        "REVIEW_RULES",
        ByName(RULE_SETTING),
        "Single rules, by code or name, that are raised, lowered or waived here; with the reason, which the policy page shows.",
    ),
    Field(
        "PICTURE_RIGHTS",
        PICTURE_RIGHTS,
        "Who made the stories' pictures; told in their structured data.",
    ),
    Field(
        "CLIENT_LOGOS",
        ByName(PictureFile()),
        "Logos of clients, by the name that their case stories give as `Client`; shown on the home page in place of the name.",
    ),
    Field(
        "AI_CRAWLERS",
        Choice(("allow", "block")),
        "Whether robots.txt asks the crawlers of AI companies to stay away.",
    ),
    Field(
        "FULL_TEXT_SEARCH",
        SearchEngine(),
        "What searches all reviews on the wall; none if left out. See docs/search.md.",
    ),
    Field("REVIEWS_PER_PAGE", Count(), "20 if left out."),
    Field("FEED_LENGTH", Count(), "How many reviews a feed holds; 50 if left out."),
    Field(
        "STORY_KEYS",
        Many(Text()),
        "Further header keys that stories may have, for Pelican plugins of yours.",
    ),
    Field(
        "SLUGIFY_SOURCE",
        Choice(("title", "basename")),
        "Pelican's: what the slugs of stories and pages are made from.",
    ),
    Field(
        "STYLEGUIDE",
        Flag(),
        "Whether there is a page `/styleguide/` with every widget and its examples; for development, `False` if left out.",
    ),
    Field(
        "PRODUCTION",
        Flag(),
        "Whether the site is built for its web server: with compressed siblings of its texts (`.gz`, `.br`), and styles and scripts at addresses that change with them; `False` if left out.",
    ),
    Field(
        "SECURITY_TXT",
        SECURITY_TXT,
        "Whom to tell of a weakness of the site; none: no `/.well-known/security.txt`. See docs/security.md.",
    ),
    Field(
        "CONTENT_SECURITY_POLICY",
        PolicySources(),
        "What pages may load beyond what Ambassade's own parts do. See docs/security.md.",
    ),
    Field(
        "HSTS_DAYS",
        Count(0),
        "For how many days browsers are told to reach this host by https alone; 0 takes it back, left out: nothing is said. Read docs/security.md first.",
    ),
    Field("ADDRESSES", Record(dict, _patterns()), "Where pages live."),
)
