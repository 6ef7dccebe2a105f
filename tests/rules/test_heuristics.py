"""What is likely, not certain (H101, H102, H103, H105): what is told, and above all what is not."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ambassade.words import similar_texts
from ambassade.words.language_of_text import is_plainly
from ambassade.words.similar_texts import ALIKE, FEWEST_WORDS, find_similar
from tests.ambassade_command import SAMPLE_DAY, copy_sample, run
from tests.rules.conftest import Told
from tests.rules.sample_site import DEFAULT_FILE, SETTINGS, write_file, write_site

FIRST = "It boils a litre of water in two minutes, and it switches itself off without a sound."
FRENCH = "L'eau bout en deux minutes et la bouilloire s'arrête toute seule, sans aucun bruit."


def write_review(words: str, rest: str = "") -> str:
    """Return a review's file of its words and some more lines."""
    return f"author: Marie Dupont\n{rest}reviewBody: {json.dumps(words, ensure_ascii=False)}\n"


def test_the_sample_site_has_no_problem_that_is_only_likely(tmp_path: Path) -> None:
    told = run("check", "--on", SAMPLE_DAY, cwd=copy_sample(tmp_path)).stdout
    assert re.findall(r".* H\d\d\d .*", told) == []


# --- H101 near-duplicate ---


def write_two(first: str, second: str, rest: str = "") -> str:
    """Return two reviews of two authors on two items, the second one younger."""
    item = "# file: reviews/pot/item.yaml\ntype: Product\nname: Pot\ncollection: complete\n"
    younger = "# file: reviews/pot/2026-05-20-for-tea.yaml\nauthor: Jean Martin\n"
    words = f"reviewBody: {json.dumps(second, ensure_ascii=False)}\n"
    return f"{write_review(first)}{item}{younger}{rest}{words}"


def test_the_younger_one_is_told_and_names_the_other_whatever_item_and_author(told: Told) -> None:
    (line,) = told("H101", write_two(FIRST, FIRST.replace("two minutes", "three minutes")))
    assert line.startswith("reviews/pot/2026-05-20-for-tea.yaml:2:13: ")
    assert "nearly those of kettle/2026-05-14-saved-us-a-week." in line


@pytest.mark.parametrize(
    "second",
    [
        FIRST,
        FIRST.upper(),
        "It boils a litre of tea in ten minutes, and never switches itself off: a sound rings.",
        "It boils a litre of water in two minutes.",
    ],
)
def test_the_same_words_other_words_and_few_words_are_no_near_duplicate(
    told: Told, second: str
) -> None:
    assert told("H101", write_two(FIRST, second)) == []


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("|\n  It boils.\n\n  Write to marie@mail.example.org.", ["5:3"]),
        (">\n  It boils.\n  Write to\n  marie@mail.example.org.", ["5:3"]),
        ("|\n  06 12 34 56 78\n  It boils.\n  marie@mail.example.org", ["3:3", "5:3"]),
        ("It boils,\n  says marie@mail.example.org", ["3:3"]),
        ("Ask marie@mail.example.org or ring 06 12 34 56 78.", ["2:13", "2:13"]),
        (">\n  Ring 06 12\n  34 56 78.", ["2:13"]),
    ],
)
def test_each_contact_in_a_text_is_told_on_its_line(
    told: Told, typed: str, places: list[str]
) -> None:
    review = f"author: Marie Dupont\nreviewBody: {typed}\ninLanguage: fr\n"
    assert [one.split(": ")[0] for one in told("H105", review + OWN)] == [
        f"{DEFAULT_FILE}:{place}" for place in places
    ]


def test_the_command_tells_the_line_of_a_contact_and_both_kinds(tmp_path: Path) -> None:
    write_site(tmp_path)
    body = "|\n  It boils.\n  Ring 06 12 34 56 78.\n  Ask marie@mail.example.org.\n"
    text = f"author: Marie Dupont\ninLanguage: fr\nreviewBody: {body}"
    write_file(tmp_path, DEFAULT_FILE, text.encode())
    lines = run("check", "--on", "2026-06-01", cwd=tmp_path).stdout.splitlines()
    found = [one.split(": ")[0] for one in lines if " H105 " in one]
    assert found == [f"{DEFAULT_FILE}:5:3", f"{DEFAULT_FILE}:6:3"]


@pytest.mark.parametrize(
    "rest",
    [
        "status: withheld\nwithheldFor: duplicate\n",
        "status: withheld\nwithheldFor: fake\n",
        "status: withdrawn\nwithdrawn: {date: 2026-05-21, by: author}\n",
    ],
)
def test_a_near_duplicate_that_is_settled_is_not_told(told: Told, rest: str) -> None:
    assert told("H101", write_two(FIRST, FIRST.replace("two", "three"), rest)) == []


def test_words_without_spaces_between_them_are_compared_too(told: Told) -> None:
    words = "このやかんは二分で一リットルの水を沸かし、音もなく自動的に切れます。"
    assert len(told("H101", write_two(words, words.replace("二分", "三分")))) == 1


def test_korean_has_spaces_and_few_words_of_it_are_not_compared(told: Told) -> None:
    words = "이 주전자는 물을 이 분 만에 조용히 끓여 줍니다"
    assert told("H101", write_two(words, words.replace("이 분", "삼 분"))) == []


WORDS = st.sampled_from(["kettle", "boils", "water", "quietly", "and", "then", "tea", "for", "two"])
TEXTS = st.lists(st.lists(WORDS, min_size=8, max_size=20).map(" ".join), max_size=8)


def runs_of(text: str) -> set[tuple[str, ...]]:
    """Return the runs of three words of a text."""
    words = text.split()
    return set(zip(words, words[1:], words[2:], strict=False))


def is_near(one: str, other: str) -> bool:
    """Tell by the definition whether two texts are near each other."""
    shared, whole = runs_of(one) & runs_of(other), runs_of(one) | runs_of(other)
    return len(shared) >= ALIKE * len(whole)


@given(TEXTS, st.integers(0, 12), st.sampled_from([16, 3, 0]))
@example([FIRST.lower(), FIRST.lower().replace("two", "three")], 0, 16)
@example(["tea " * 12, "tea " * 11 + "lid", "tea " * 13 + "lid lid"], 1, 16)
def test_what_is_found_is_what_holding_each_against_each_finds(
    texts: Sequence[str], changed: int, room: int
) -> None:
    near = [*texts, *(" ".join([*text.split()[changed:], "lid"]) for text in texts)]
    whole = list(dict.fromkeys(re.sub(r"[^a-z ]", "", text) for text in near))
    long = [text for text in whole if len(text.split()) >= FEWEST_WORDS]
    near_of = (
        (text, [one for one in long[:place] if is_near(text, one)])
        for place, text in enumerate(long)
    )
    with pytest.MonkeyPatch.context() as patch:
        # However few places the table of runs has, nothing is missed.
        patch.setattr(similar_texts, "_LEAST_ROOM", room)
        patch.setattr(similar_texts, "_ROOM", room - 16)
        found = [(whole[place], whole[other]) for place, other in find_similar(whole)]
    assert found == [(text, others[0]) for text, others in near_of if others]


def test_a_text_and_its_first_six_tenths_are_just_near() -> None:
    words = [f"w{number}" for number in range(22)]
    assert [*find_similar([" ".join(words), " ".join(words[:14])])] == [(1, 0)]
    assert [*find_similar([" ".join(words), " ".join(words[:13])])] == []


@given(st.lists(st.text(st.characters(max_codepoint=255), min_size=1, max_size=9), max_size=40))
@example(["straße", "µm", "ª²", "ÉTÉ", "x_y", "7×8", "a\xa0b", "d\x85e", "don't", "\xad", "ÿ"])
def test_a_character_far_from_these_makes_no_other_words_of_a_text(words: Sequence[str]) -> None:
    changed = [*words[: len(words) // 2], "lid", *words[len(words) // 2 :]]
    texts = [" ".join(words), " ".join(changed)]
    assert [*find_similar(texts)] == [*find_similar([f"{text} ☺" for text in texts])]


# --- H102 language-contradicted ---


def test_words_in_another_language_than_typed_are_told_there(told: Told) -> None:
    (line,) = told("H102", write_review(FRENCH, "inLanguage: en\n"))
    assert line.startswith(f"{DEFAULT_FILE}:2:13: ")
    assert "look like “fr”, and the review's language is “en”" in line


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("fr", FRENCH),
        ("fr-CA", FRENCH),
        ("en", "Très bien !"),
        ("en", "Clairvent Portefaix 60 kg, Schwalbe Marathon Plus 47-622, Shimano Ultegra Di2 56 cm"),
        ("en", "Bought at Galeries Lafayette Haussmann, Paris, Boulevard Saint-Germain, Rue de Rivoli."),
        ("en", "hahaha sooooo goooood loooove it omg omg omg hahaha sooooo goooood yeahhh"),
        ("en", f"See https://example.org/{'tres-bonne-bouilloire-' * 5} for more."),
        ("nn", "Denne kjelen koker vannet på to minutter, og den er så stille at jeg ikke hører den."),
        ("da", "Denne kjelen koker vannet på to minutter, og den er så stille at jeg ikke hører den."),
        ("sr", "Ovo kuhalo zakuha vodu za dvije minute i potpuno je tiho, stvarno sam zadovoljna."),
        ("gl", "Esta chaleira ferve a água em dois minutos e não faz barulho nenhum, gostei muito."),
        ("tlh", FRENCH),
    ],
)  # fmt: skip
def test_a_language_that_may_be_right_is_not_told(told: Told, tag: str, words: str) -> None:
    assert told("H102", write_review(words, f"inLanguage: {tag}\n")) == []


def test_a_translation_is_looked_at_and_a_reply_is_not(told: Told) -> None:
    rest = f'reply: {{text: "{FRENCH}"}}\ntranslations:\n  de:\n    reviewBody: "{FRENCH}"\n'
    (line,) = told("H102", write_review(FIRST, rest))
    assert line.startswith(f"{DEFAULT_FILE}:5:17: ")
    assert "look like “fr”, and stand as the translation into “de”" in line


QUOTING = {
    "fr": "The Who, The Doors, The Cure et The Clash : toute la soirée nous avons écouté de vieux"
    " disques dans la cuisine, pendant que l'eau chauffait.",
    "zh": "They said that this is very good: with this and without. 这个水壶两分钟就能烧开水，而且没有"
    "任何声音，我们全家都非常喜欢，每天早上都用它泡茶，质量也很好，值得推荐给大家，用了半年没有问题。",
    "de": "Der Kessel kocht das Wasser in zwei Minuten, und man hört ihn kaum; meine Frau sagt immer:"
    " this is the one that they would buy. Wir haben ihn seit Mai, sind"
    " sehr zufrieden damit und würden ihn jederzeit wieder kaufen, weil er so leise ist und gut aussieht.",
}


@pytest.mark.parametrize("found", QUOTING)
def test_words_quoted_from_the_typed_language_do_not_decide(told: Told, found: str) -> None:
    (line,) = told("H102", write_review(QUOTING[found], "inLanguage: en\n"))
    assert f"look like “{found}”" in line


PLAIN = {
    "en": "We bought it because the old one leaked. After two years it still works very well, and there"
    " is nothing that we would change about it.",
    "fr": "Nous l’avons achetée parce que l’ancienne fuyait. Elle fonctionne toujours très bien après"
    " deux ans, et c’est une bouilloire que nous avons déjà conseillée autour de nous.",
}


@pytest.mark.parametrize("tag", ["en", "fr", "en-GB", "de"])
def test_a_text_is_plainly_in_its_own_language_alone(tag: str) -> None:
    assert [each for each in PLAIN if is_plainly(tag, PLAIN[each])] == [
        each for each in PLAIN if tag.startswith(each)
    ]


# --- H103 look-alike-name ---


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Mаrie Dupont", "а"), ("Μarie", "Μ"), ("Maria Ivanovа", "а"), ("Мaрия", "a")],
)
def test_a_letter_that_passes_for_one_of_another_script_is_told(
    told: Told, name: str, letter: str
) -> None:
    (line,) = told("H103", write_review("It boils.").replace("Marie Dupont", name))
    assert f"has “{letter}” (" in line


@pytest.mark.parametrize(
    "name",
    [
        "Мария Dupont",
        "Иван I.",
        "Μαρία Παπαδοπούλου",
        "山田 T.",
        "김J",
        "Zoë Ångström",
        "Ivan Жуков",
    ],
)
def test_a_name_whose_words_are_each_of_one_script_is_fine(told: Told, name: str) -> None:
    assert told("H103", write_review("It boils.").replace("Marie Dupont", name)) == []


# --- H105 contact-in-text ---

COMPANY = (
    '"email": "hello@kettles.example", "telephone": "+33 2 40 12 34 56", '
    '"address": {"addressCountry": "FR"}'
)
OWN = "# file: pelicanconf.py\n" + SETTINGS.replace('"Kettle Works"', f'"Kettle Works", {COMPANY}')


@pytest.mark.parametrize(
    "words",
    [
        "Write to marie@mail.example.org.",
        "Write to marie@notkettles.example.",
        "Write to marie＠mail.example.org.",
        "Write to hello@kettles.example.net.",
        "Ring me up: 06 12 34 56 78.",
        "Ring me up: 06.12.34.56.78!",
        "Ring me up: 0612345678.",
        "Ring me up: ⁰⁶ ¹² ³⁴ ⁵⁶ ⁷⁸.",
        "My number is +44 20 7946 0958.",
        "My number is 0044 20 7946 0958.",
        "Call (212) 555-0134 after six.",
    ],
)
def test_an_address_or_number_of_a_person_is_told_and_not_repeated(told: Told, words: str) -> None:
    (line,) = told("H105", write_review(words) + OWN)
    assert line.startswith(f"{DEFAULT_FILE}:2:13: reviewBody ")
    assert not re.search(r"@|\d{2} ?\d{2}", line.partition(": ")[2])


@pytest.mark.parametrize(
    "words",
    [
        "I wrote to hello@kettles.example and to Service@shop.kettles.example, nobody answered.",
        "I rang up 02 40 12 34 56, then +33 2 40 12 34 56.",
        "We paid 1 299 000 EUR, then 06 12 34 56 78 € more.",
        "Order 0612345678 of 14/05/2026, delivered 16.05.2026 and 17.05.2026.",
        "Commande n° 0612345678, facture 2026051400118.",
        "ISBN 978-2-07-036822-8, EAN 4006381333931.",
        "Sizes 36 38 40 42 44 46, from 2019 to 2026, 389.00 EUR instead of 412.00 EUR.",
        "Tyres 47-622 and 37-622, 36 V 14 Ah 500 Wh, 12 000 km in 2 years.",
        "On 2026-05-14 10:30 and 2026-05-15 11:45.",
        "Rated 5 of 5 @ home.",
    ],
)
def test_the_companys_own_prices_dates_and_orders_are_fine(told: Told, words: str) -> None:
    assert told("H105", write_review(words) + OWN) == []


def test_a_mailbox_at_a_provider_makes_no_other_one_there_the_companys_own(told: Told) -> None:
    settings = OWN.replace("hello@kettles.example", "kettle.works@gmail.com")
    fine, other = "Write to kettle.works@gmail.com.", "Write to marie.kettle.works@gmail.com."
    assert told("H105", write_review(fine) + settings) == []
    assert len(told("H105", write_review(other) + settings)) == 1


@pytest.mark.parametrize(
    ("rest", "place"),
    [
        ("name: Ask marie@mail.example.org\n", "2:7: name "),
        ("keywords: [tea, marie@mail.example.org]\n", "2:11: keywords "),
        ("reply: {text: Ask marie@mail.example.org}\n", "2:15: reply.text "),
        (
            "translations: {fr: {name: Voir marie@mail.example.org}}\n",
            "2:27: translations.fr.name ",
        ),
        ("provenance: {incentive: from marie@mail.example.org}\n", "2:25: provenance.incentive "),
    ],
)
def test_every_published_text_is_looked_at(told: Told, rest: str, place: str) -> None:
    (line,) = told("H105", write_review("It boils.", rest))
    assert line.startswith(f"{DEFAULT_FILE}:{place}")


@pytest.mark.parametrize(
    "rest",
    [
        "status: withheld\nwithheldFor: personal-data\n",
        "consent: {given: 2026-05-14, scope: [text], withdrawn: 2026-05-20}\n",
    ],
)
def test_what_is_not_shown_is_not_told(told: Told, rest: str) -> None:
    assert told("H105", write_review("Write to marie@mail.example.org.", rest)) == []


@pytest.mark.parametrize(
    "line", ["Write to marie@example.org.", "Ring Marie up: 06 12 34 56 78, in the evening."]
)
def test_a_contact_in_a_story_is_told_on_its_line(told: Told, line: str) -> None:
    header = "Title: Tea at the office\nDate: 2026-05-01\nLang: fr\n\n"
    sample = f"# file: content/stories/tea.md\n{header}We drink tea.\n\n{line}\n"
    (one,) = told("H105", sample)
    assert one.startswith("content/stories/tea.md:7:1: This line of the story ")
    assert "marie" not in one
    assert "06 12" not in one
