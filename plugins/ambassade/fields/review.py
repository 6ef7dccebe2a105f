"""FIELDS of `reviews/<item>/<date>-<slug>.yaml`: one row a key."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ambassade import model
from ambassade.fields.by_language import ByLanguage
from ambassade.fields.date_kinds import Date, Duration
from ambassade.fields.field import Field
from ambassade.fields.kinds import Address, Choice, Flag, Language, Markdown, Text
from ambassade.fields.lists import Keywords, Many
from ambassade.fields.mappings import Record
from ambassade.fields.number_kinds import Number
from ambassade.fields.picture_kinds import PictureFile, PictureOrAddress
from ambassade.fields.scores import Scores
from ambassade.public import Rating, Video

if TYPE_CHECKING:
    from datetime import date

STATUSES = ("published", "pending", "withheld", "withdrawn")
GROUNDS = (
    "abusive",
    "personal-data",
    "off-topic",
    "fake",
    "illegal",
    "duplicate",
    "not-selected",
)
SCOPES = ("text", "name", "photo", "video", "social")


def _make_rating(
    rating_value: Decimal, best_rating: Decimal = Decimal(5), worst_rating: Decimal = Decimal(1)
) -> Rating:
    return Rating(rating_value, best_rating, worst_rating)


def _make_consent(scope: tuple[str, ...] = (), **dates: date) -> model.Consent:
    return model.Consent(scope=frozenset(scope), **dates)


AUTHOR = Record(
    model.Author,
    (
        Field(
            "name",
            Text(),
            "The customer's name. Only what `display` and consent allow is shown.",
            required=True,
        ),
        Field("jobTitle", Text(), "What the customer does."),
        Field("worksFor", Text(), "The company the customer works for."),
        Field("addressLocality", Text(), "The customer's town."),
        Field(
            "url", Address(), "A page about the customer; linked only where the full name is shown."
        ),
        Field(
            "image", PictureFile(), "A portrait; shown only where the consent's scope has `photo`."
        ),
        Field(
            "display",
            Choice(("initial", "full", "anonymous")),
            "How the name is shown: first name and initial (the default), in full, or not at all.",
            ours=True,
        ),
    ),
    shorthand="name",
)

RATING = Record(
    _make_rating,
    (
        Field("ratingValue", Number(), "The rating.", required=True),
        Field("bestRating", Number(), "The best of its scale; 5 if left out."),
        Field("worstRating", Number(), "The worst of its scale; 1 if left out."),
    ),
    shorthand="ratingValue",
)

REPLY = Record(
    model.Reply,
    (
        Field("text", Markdown(), "The company's answer, in the small Markdown.", required=True),
        Field("datePublished", Date(), "When it was published.", also=("date",)),
        Field("author", Text(), "Who answers; the company if left out."),
    ),
)

PROVENANCE = Record(
    model.Provenance,
    (
        Field(
            "source",
            Choice(("invitation", "form", "email", "event", "import")),
            "How the review came.",
            ours=True,
        ),
        Field(
            "publisher",
            Text(),
            "The other site's name. Present means: collected elsewhere; it is quoted and never counts.",
        ),
        Field("url", Address(), "The review's address there."),
        Field(
            "verification",
            Choice(("none", "order", "invitation", "contract")),
            "How it was made sure that the author is a customer.",
            ours=True,
        ),
        Field(
            "evidence",
            Text(),
            "An opaque reference to the proof. Never published; never an e-mail address.",
            ours=True,
        ),
        Field(
            "incentive",
            Text(),
            "`none`, or what was given for the review; told beside it.",
            ours=True,
        ),
        Field(
            "incentiveCondition",
            Choice(("none", "positive")),
            "Whether the incentive asked for praise.",
            ours=True,
        ),
        Field(
            "relationship",
            Choice(("customer", "employee", "family", "partner")),
            "What the author is to the company; others than customers never count.",
            ours=True,
        ),
    ),
)

CONSENT = Record(
    _make_consent,
    (
        Field("given", Date(), "When the author agreed."),
        Field(
            "scope",
            Many(Choice(SCOPES)),
            "To what: the words, the full name, photos, videos, social networks.",
        ),
        Field(
            "expires",
            Date(),
            "From when on it no longer holds; by default the site's retention after `given`.",
        ),
        Field("withdrawn", Date(), "When the author took it back: ends all of it."),
    ),
)

VIDEO = Record(
    Video,
    (
        Field("contentUrl", Address(), "The film's file."),
        Field("embedUrl", Address(), "The film's player."),
        Field("thumbnailUrl", PictureOrAddress(), "A still picture."),
        Field("name", Text(), "The film's title."),
        Field("duration", Duration(), "Its length in ISO 8601, such as PT1M12S."),
        Field("uploadDate", Date(), "When it was published."),
        Field("transcript", Text(), "Its spoken words."),
    ),
    one_of=("contentUrl", "embedUrl"),
)

TRANSLATION = Record(
    model.Translation,
    (
        Field("name", Text(), "The title in that language."),
        Field("reviewBody", Markdown(), "The words in that language."),
        Field("translator", Text(), "Who translated.", ours=True),
    ),
)

CORRECTION = Record(
    model.Correction,
    (
        Field("date", Date(), "When the words were changed.", required=True),
        Field("by", Choice(("author",)), "Who asked for it: only the author may.", required=True),
        Field("reason", Text(), "Why.", required=True),
        Field("was", Text(), "The hash of the former words."),
    ),
)

WITHDRAWN = Record(
    model.Withdrawn,
    (
        Field("date", Date(), "When the review was taken back."),
        Field("by", Choice(("author",)), "Who took it back: only the author may."),
    ),
)

FIELDS: tuple[Field, ...] = (
    Field(
        "author",
        AUTHOR,
        "Who wrote it.",
        required=True,
        also=("customer", "client", "by", "auteur"),
    ),
    Field(
        "reviewRating",
        RATING,
        "The rating: a number on 1 to 5, or with its scale. Left out: a testimonial without a rating.",
        also=("rating", "stars", "note", "score"),
    ),
    Field("name", Text(), "The title.", also=("title", "headline", "titre")),
    Field(
        "reviewBody",
        Markdown(),
        "The customer's words. Required unless `reviewRating` stands alone.",
        also=("body", "text", "review", "comment", "content", "words", "avis", "texte", "corps"),
    ),
    Field(
        "inLanguage",
        Language(),
        "The language of the words; the site's if left out.",
        also=("lang", "language", "langue"),
    ),
    Field(
        "dateExperienced",
        Date(),
        "When the customer used the product or service.",
        ours=True,
        also=("experience", "experienced"),
    ),
    Field("dateReceived", Date(), "When the review arrived.", ours=True, also=("received",)),
    Field(
        "datePublished",
        Date(),
        "When it was published; the file's date if left out.",
        also=("date", "published"),
    ),
    Field("dateModified", Date(), "When the author last changed it.", also=("modified", "updated")),
    Field("status", Choice(STATUSES), "`published` if left out.", ours=True, also=("state",)),
    Field("withheldFor", Choice(GROUNDS), "With `withheld`: on what ground.", ours=True),
    Field("withdrawn", WITHDRAWN, "With `withdrawn`: when, and by whom.", ours=True),
    Field(
        "featured",
        Flag(),
        "Shown first on the wall and the home page. Moves no average.",
        ours=True,
    ),
    Field(
        "excerpt",
        Text(),
        "Words of `reviewBody` as they stand there; shown with […] on wall, home, topics and stories.",
        ours=True,
    ),
    Field("keywords", Keywords(), "Its topics.", also=("tags", "topics", "mots-clés", "mots-cles")),
    Field("reviewAspect", Scores(), "Ratings of single aspects, on the same scale."),
    Field(
        "reply",
        REPLY,
        "The company's public answer.",
        ours=True,
        also=("answer", "response", "réponse"),
    ),
    Field(
        "provenance",
        PROVENANCE,
        "How it came, and what is known of its author.",
        ours=True,
        also=("source", "origin"),
    ),
    Field(
        "consent",
        CONSENT,
        "What the author allowed. Without it: the words, first name and initial.",
        ours=True,
        also=("permission",),
    ),
    Field(
        "image",
        Many(PictureFile()),
        "The customer's pictures; shown only where the consent's scope has `photo`.",
        also=("photo", "picture", "images"),
    ),
    Field("video", VIDEO, "The customer's film; shown only where the consent's scope has `video`."),
    Field(
        "translations",
        ByLanguage(TRANSLATION),
        "The words in other languages; shown as translations, never in place of the words.",
        ours=True,
        also=("translation",),
    ),
    Field("corrections", Many(CORRECTION), "What the author changed after publication.", ours=True),
)
