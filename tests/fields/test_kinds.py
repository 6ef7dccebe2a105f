"""Each kind of value: what it takes, what it refuses, and that its JSON Schema agrees."""

import time
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ambassade.fields.by_language import ByLanguage
from ambassade.fields.date_kinds import Date, Duration
from ambassade.fields.item import AVAILABILITIES, Currency
from ambassade.fields.kinds import Address, Choice, Flag, Kind, Language, Markdown, Text
from ambassade.fields.lists import Keywords, Many
from ambassade.fields.mappings import Record
from ambassade.fields.number_kinds import Number, Price
from ambassade.fields.picture_kinds import PictureFile, PictureOrAddress
from ambassade.fields.review import CONSENT, RATING
from ambassade.fields.scores import Scores
from ambassade.public import Named, Picture, Rating
from tests.fields.casting import cast, fits, tell

NAMED = ByLanguage(Text())
D = Decimal

GOOD: list[tuple[Kind, str, Any]] = [
    (Text(), "a  b", "a b"),
    (Text(), "no", "no"),
    (Text(), "null", "null"),
    (Text(), "4.50", "4.50"),
    (Text(), "2026-05-14", "2026-05-14"),
    (Text(), '"a\\n b"', "a b"),
    (Markdown(), '"a\\n\\n- b"', "a\n\n- b"),
    (Markdown(), "1986", "1986"),
    (Number(), "4", D(4)),
    (Number(), "4.5", D("4.5")),
    (Number(), '"4.5"', D("4.5")),
    (Number(), "-1", D(-1)),
    (Number(), "999999999999", D(999999999999)),
    (Price(), "19.00", "19.00"),
    (Price(), "0", "0"),
    (Price(), '"19.90"', "19.90"),
    (Price(), "007", "7"),
    (Price(), '"0019.00"', "19.00"),
    (Price(), "-0", "0"),
    (Price(), "0.50", "0.50"),
    (Date(), "2026-05-14", date(2026, 5, 14)),
    (Date(), '"2026-05-14"', date(2026, 5, 14)),
    (Date(), "2024-02-29", date(2024, 2, 29)),
    (Date(), "2000-02-29", date(2000, 2, 29)),
    (Date(), "0001-01-01", date(1, 1, 1)),
    (Date(), "9999-12-31", date(9999, 12, 31)),
    (Duration(), "PT1M12S", "PT1M12S"),
    (Duration(), "P1DT2H", "P1DT2H"),
    (Duration(), "PT0.5S", "PT0.5S"),
    (Choice(("none", "positive")), "none", "none"),
    (Choice(AVAILABILITIES), "InStock", "InStock"),
    (Flag(), "true", True),
    (Flag(), "false", False),
    (Flag(), '"true"', True),
    (Address(), "https://example.com", "https://example.com"),
    (Address(), "http://example.com:8080/a?b=c#d", "http://example.com:8080/a?b=c#d"),
    (Address(), "https://exämple.org/é", "https://exämple.org/é"),
    (Address(), "http://[::1]/", "http://[::1]/"),
    (Language(), "fr", "fr"),
    (Language(), "no", "no"),
    (Language(), "fr-CA", "fr-CA"),
    (Language(), "zh-Hant-TW", "zh-Hant-TW"),
    (Language(), "es-419", "es-419"),
    (Language(), "de-CH-1996", "de-CH-1996"),
    (Language(), "en-US-x-mine", "en-US-x-mine"),
    (Currency(), "EUR", "EUR"),
    (PictureFile(), "images/a.png", Picture("images/a.png", 8, 6)),
    (PictureOrAddress(), "a.png", Picture("a.png", 8, 6)),
    (PictureOrAddress(), "https://x.org/a.png", "https://x.org/a.png"),
    (Many(Date()), "2026-05-14", (date(2026, 5, 14),)),
    (Many(Date()), "[2026-05-14, 2026-05-15]", (date(2026, 5, 14), date(2026, 5, 15))),
    (Many(Text()), "[]", ()),
    (Keywords(), "[a, no, a]", ("a", "no")),
    (Keywords(), "a, b c,a", ("a", "b c")),
    (Scores(), "{support: 5, price: 3.5}", {"support": D(5), "price": D("3.5")}),
    (NAMED, "{en: a, fr-CA: b}", {"en": "a", "fr-CA": "b"}),
    (Record(Named, ()), "{}", Named()),
    (RATING, "4.5", Rating(D("4.5"), D(5), D(1))),
    (RATING, "{ratingValue: 9, bestRating: 10, worstRating: 0}", Rating(D(9), D(10), D(0))),
]

BAD: list[tuple[Kind, str, str]] = [
    (Text(), "[a]", "F102"),
    (Text(), "{a: b}", "F102"),
    (Markdown(), "[a]", "F102"),
    (Number(), '"4,5"', "F104"),
    (Number(), "4,5", "F104"),
    (Number(), '"1e3"', "F104"),
    (Number(), '".5"', "F104"),
    (Number(), '"5."', "F104"),
    (Number(), '"+5"', "F104"),
    (Number(), '"1 000"', "F104"),
    (Number(), '"1_000"', "F104"),
    (Number(), "nan", "F104"),
    (Number(), '"inf"', "F104"),
    (Number(), "four", "F104"),
    (Number(), "٥", "F104"),
    (Number(), "４", "F104"),
    (Number(), '"' + "5" * 5000 + '"', "F104"),
    (Number(), "[4]", "F102"),
    (Price(), "-1", "F104"),
    (Price(), '"19,90"', "F104"),
    (Date(), "2026-5-4", "F105"),
    (Date(), '"14.05.2026"', "F105"),
    (Date(), '"20260514"', "F105"),
    (Date(), '"2026-W20-4"', "F105"),
    (Date(), "yesterday", "F105"),
    (Date(), "٢٠٢٦-٠٥-١٤", "F105"),
    (Date(), '"2026-05-14T00:00"', "F105"),
    (Date(), "[2026-05-14]", "F102"),
    (Duration(), "1m12", "F114"),
    (Duration(), "1:12", "F114"),
    (Duration(), "72", "F114"),
    (Duration(), "P", "F114"),
    (Duration(), "PT", "F114"),
    (Duration(), "P1DT", "F114"),
    (Duration(), "pt1m12s", "F114"),
    (Duration(), "PT１M", "F114"),
    (Duration(), "[PT1M]", "F102"),
    (Choice(("none", "positive")), "maybe", "F106"),
    (Choice(("none", "positive")), "None", "F106"),
    (Choice(("none", "positive")), "[none]", "F102"),
    (Flag(), "maybe", "F106"),
    (Flag(), "1", "F106"),
    (Address(), "example.com", "F107"),
    (Address(), "/a", "F107"),
    (Address(), "//example.com", "F107"),
    (Address(), '"javascript:alert(1)"', "F107"),
    (Address(), '" javascript:alert(1)"', "F107"),
    (Address(), '"data:text/html,a"', "F107"),
    (Address(), '"mailto:a@b.org"', "F107"),
    (Address(), "ftp://example.com", "F107"),
    (Address(), "[https://example.com]", "F102"),
    (Currency(), "eur", "F106"),
    (Currency(), "euros", "F106"),
    (PictureFile(), "[a.png]", "F102"),
    (Many(Date()), "[2026-05-14, soon]", "F105"),
    (Scores(), "{support: five}", "F104"),
    (Scores(), "[5]", "F102"),
    (NAMED, "[en]", "F102"),
    (NAMED, "english", "F102"),
    (RATING, "{ratingValue: five}", "F104"),
    (RATING, "{bestRating: 10}", "F103"),
    (RATING, "{ratingValue: 4, best: 5}", "F101"),
    (CONSENT, "{scope: [text, all]}", "F106"),
    (CONSENT, "yes of course", "F102"),
]

# What only the reader knows: the calendar, what an address hides, CLDR, ISO 4217, the disk.
READER_KNOWS: list[tuple[Kind, str, str]] = [
    (Date(), '"2026-02-30"', "F105"),
    (Date(), '"2023-02-29"', "F105"),
    (Date(), '"1900-02-29"', "F105"),
    (Date(), '"0000-01-01"', "F105"),
    (Date(), '"2026-13-01"', "F105"),
    (Date(), '"2026-00-00"', "F105"),
    (Address(), "http://", "F107"),
    (Address(), "https:///a", "F107"),
    (Address(), "https://a@example.com", "F107"),
    (Address(), "https://a:b@example.com", "F107"),
    (Address(), "https://example.com/a b", "F107"),
    (Address(), '"https://example.com/\\ta"', "F107"),
    (Address(), '"https://example.com/\\u200b"', "F107"),
    (Address(), '"https://example.com/\\u202e"', "F107"),
    (Address(), "https://example.com/<a>", "F107"),
    (Address(), "https://example.com\\@x.org", "F107"),
    (Address(), "https://example.com:99999", "F107"),
    (Address(), "https://example.com:0", "F107"),
    (Address(), "http://[::1", "F107"),
    (Address(), "https://℀.com", "F107"),
    (Address(), "https://example.com/" + "a" * 2000, "F107"),
    (Language(), "english", "F108"),
    (Language(), "en_US", "F108"),
    (Language(), "xx", "F108"),
    (Language(), "en.UTF-8", "F108"),
    (Language(), "en@euro", "F108"),
    (Language(), "en--US", "F108"),
    (Language(), "fr-", "F108"),
    (Language(), "en-Abcd", "F108"),
    (Language(), "en-XX", "F108"),
    (Language(), "root", "F108"),
    (Language(), "ｅｎ", "F108"),
    (Currency(), "XYZ", "F106"),
    (PictureFile(), "missing.png", "F110"),
    (PictureOrAddress(), "ftp://x.org/a.png", "F107"),
    (PictureOrAddress(), "missing.png", "F110"),
    (NAMED, "{english: a}", "F108"),
]


@pytest.mark.parametrize(("kind", "typed", "value"), GOOD)
def test_what_can_be_is_cast_and_its_schema_takes_it(kind: Kind, typed: str, value: object) -> None:
    assert cast(kind, typed) == (value, [])
    assert fits(kind, typed)


@pytest.mark.parametrize(("kind", "typed", "code"), BAD)
def test_what_cannot_be_is_told_and_its_schema_refuses_it(
    kind: Kind, typed: str, code: str
) -> None:
    assert cast(kind, typed)[1] == [code]
    assert not fits(kind, typed)


@pytest.mark.parametrize(("kind", "typed", "code"), READER_KNOWS)
def test_some_faults_only_the_reader_can_tell(kind: Kind, typed: str, code: str) -> None:
    assert cast(kind, typed)[1] == [code]


@pytest.mark.parametrize(
    ("kind", "typed", "remedy"),
    [
        (Number(), '"4,5"', "Write 4.5, with a decimal point."),
        (Choice(("published", "withheld")), "publised", "Did you mean published?"),
        (Choice(("published", "withheld")), "PUBLISHED", "Did you mean published?"),
        (Currency(), "eur", "Did you mean EUR?"),
        (Choice(("published", "withheld")), "zzz", "Write one of published, withheld."),
        (Choice(("author",)), "authors", "The only choice is author."),
    ],
)
def test_the_remedy_says_what_was_probably_meant(kind: Kind, typed: str, remedy: str) -> None:
    assert remedy in tell(kind, typed)


@pytest.mark.parametrize(
    "kind", [Number(), Date(), Address(), Language(), Choice(("a", "b")), Flag()]
)
def test_a_value_of_any_length_is_refused_in_good_time(kind: Kind) -> None:
    start = time.perf_counter()
    assert len(tell(kind, "9" * 100_000)) < 400
    assert time.perf_counter() - start < 1
