"""FIELDS of the settings files: one row a setting of ours or of Pelican's that we read."""

from __future__ import annotations

from dataclasses import fields

from ambassade.addresses import Addresses
from ambassade.fields.address_kinds import Pattern, SiteAddress, names_in
from ambassade.fields.email_address import EmailAddress
from ambassade.fields.field import Field
from ambassade.fields.item import POSTAL_ADDRESS
from ambassade.fields.kinds import Address, Choice, Flag, Language, Text
from ambassade.fields.lists import Many
from ambassade.fields.mappings import Record
from ambassade.fields.picture_kinds import PictureFile
from ambassade.fields.security import SECURITY_TXT, PolicySources
from ambassade.fields.setting_kinds import ByName, Count, SearchEngine, Words
from ambassade.settings import Company, PictureRights, ReviewPolicy, RuleSetting

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
        Field("email", EmailAddress(), "Its e-mail address."),
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
        names = names_in(pattern) or frozenset()
        rows.append(
            Field(row.name, Pattern(names, pattern.endswith("/")), f"`{pattern}` if left out.")
        )
    return tuple(rows)


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
