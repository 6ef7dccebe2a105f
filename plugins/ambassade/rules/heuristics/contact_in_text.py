"""An e-mail address or a telephone number in a published text.

Why: Whoever reads the page, and every machine that does, can then write to that person or ring them up.
A review needs no more of a person than a name ({eu-limits}).

Bad:
    author: Marie Dupont
    reviewBody: It boils water. If you have questions, write to marie@example.org.

Good:
    author: Marie Dupont
    reviewBody: It boils water. We paid 1 299.00 EUR for order 2026051400118 on 14/05/2026.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ambassade.consent import parts_shown
from ambassade.problem import N_, Level, Place, Rule
from ambassade.rules.contact import holds_email
from ambassade.words.phone_numbers import holds_number, may_hold_number, regions_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from ambassade.catalogue import Catalogue
    from ambassade.kept.remembered import Memory
    from ambassade.model import Review
    from ambassade.problem import Problem
    from ambassade.settings import Company

RULE = Rule(
    "H105",
    "contact-in-text",
    Level.WARNING,
    # The address itself is not told: messages end up in logs that many may read.
    N_("{key} has an e-mail address in it."),
    N_("Ask the author for a correction, or withhold the review as personal-data."),
)
TELEPHONE = N_("{key} seems to have a telephone number in it.")
OWN_WORDS = N_("Take it out of the reply, unless it is the company's own.")
IN_STORY = N_("This line of the story has an e-mail address in it.")
TELEPHONE_IN_STORY = N_("This line of the story seems to have a telephone number in it.")
TAKE_OUT = N_("Take it out, unless it is the company's own: then write it in COMPANY.")
_VERSION = "H105.1"
_AROUND = " \t\"'-"  # what YAML may have around the words of a line
_AT = re.compile("[@＠﹫]")
# At these anybody may have a mailbox: that the company has one there makes no other its own.
_MAIL_PROVIDERS = re.compile(
    r"(aol|bluewin|free|gmail|gmx|googlemail|hotmail|icloud|laposte|libero|live|mail|me|orange"
    r"|outlook|posteo|proton|protonmail|sfr|skynet|t-online|wanadoo|web|yahoo|yandex|ziggo)\."
)


@dataclass(frozen=True, slots=True)
class _Own:
    """The company's own: its addresses, its telephone numbers, the country it is in."""

    email: re.Pattern[str]
    telephones: tuple[str, ...]
    country: str | None


def check(catalogue: Catalogue, memory: Memory) -> Iterator[Problem]:
    """Look at every text of the reviews that are shown today, and at the stories."""
    own = _find_own(catalogue)
    months = catalogue.settings.retention_months
    for review in catalogue.records.reviews:
        if "text" not in parts_shown(review, catalogue.today, months):
            continue
        texts = [*_texts_of(review)]
        # Most reviews hold nothing that could be either, and are looked through once.
        whole = "\n".join([text for _, _, text in texts])
        if _AT.search(whole) or may_hold_number(whole):
            for problem, text, holds in _check_texts(review, texts, own, memory):
                yield replace(problem, place=_find_line(catalogue.root, problem.place, text, holds))
    yield from _check_stories(catalogue, own, memory)


def _check_texts(
    review: Review, texts: Iterable[tuple[str, str, str]], own: _Own, memory: Memory
) -> Iterator[tuple[Problem, str, Callable[[str], bool]]]:
    """Yield each problem, told where its text begins, with that text and what finds it in a line."""
    for key, language, text in texts:
        place = review.place(key, key.rpartition(".")[0])
        remedy = OWN_WORDS if key == "reply.text" else ""
        has_email = partial(_has_email, own=own)
        has_number = partial(_has_number, language=language, own=own, memory=memory)
        if has_email(text):
            yield RULE.at(place, remedy=remedy, key=key), text, has_email
        if has_number(text):
            yield RULE.at(place, fact=TELEPHONE, remedy=remedy, key=key), text, has_number


def _find_line(root: Path | None, start: Place, text: str, holds: Callable[[str], bool]) -> Place:
    """Return where the line begins that `holds` it, else where its text does."""
    try:
        lines = (root / start.file).read_text("utf-8-sig").split("\n") if root else []
    except (OSError, UnicodeDecodeError):
        return start
    if holds("".join(lines[start.line - 1 : start.line])[start.column - 1 :]):
        return start
    for number, line in enumerate(lines[start.line :], start.line + 1):
        words = line.strip(_AROUND)
        if words and words in text and holds(words):
            return Place(start.file, number, line.index(words) + 1)
    return start


def _check_stories(catalogue: Catalogue, own: _Own, memory: Memory) -> Iterator[Problem]:
    """Look at the lines of stories that may hold a contact: whoever wrote them, clients speak there."""
    for story in catalogue.records.stories:
        for place, line in story.contact_lines:
            if _has_email(line, own):
                yield RULE.at(place, fact=IN_STORY, remedy=TAKE_OUT)
            if _has_number(line, story.in_language, own, memory):
                yield RULE.at(place, fact=TELEPHONE_IN_STORY, remedy=TAKE_OUT)


def _texts_of(review: Review) -> Iterator[tuple[str, str, str]]:
    """Yield key, language and words of all that people may have written into."""
    texts = {
        "author.name": review.author.name,
        "author.jobTitle": review.author.job_title,
        "author.worksFor": review.author.works_for,
        "name": review.name,
        "reviewBody": review.review_body,
        "excerpt": review.excerpt,
        "keywords": ", ".join(review.keywords),
        "reply.text": review.reply.text if review.reply else None,
        "provenance.incentive": review.provenance.incentive,
        "video.name": review.video.name if review.video else None,
        "video.transcript": review.video.transcript if review.video else None,
        "corrections.reason": "\n".join(one.reason for one in review.corrections),
    }
    for key, text in texts.items():
        if text:
            yield key, review.in_language, text
    for tag, words in review.translations.items():
        for key, text in (("name", words.name), ("reviewBody", words.review_body)):
            if text:
                yield f"translations.{tag}.{key}", tag, text


def _has_email(text: str, own: _Own) -> bool:
    return _AT.search(text) is not None and holds_email(own.email.sub(" ", text))


def _has_number(text: str, language: str, own: _Own, memory: Memory) -> bool:
    if not may_hold_number(text):
        return False
    regions = regions_of(language, own.country)
    hangs_on = "\n".join([*regions, *own.telephones, text])
    return bool(
        memory.recall(_VERSION, hangs_on, lambda: holds_number(text, regions, own.telephones))
    )


def _find_own(catalogue: Catalogue) -> _Own:
    company = catalogue.settings.company
    of_items = (item.properties.get("telephone") for item in catalogue.records.items)
    telephones = {str(one) for one in (company.telephone, *of_items) if one}
    return _Own(
        email=_make_pattern(company, catalogue.settings.site_url),
        telephones=tuple(sorted(telephones)),
        country=company.address.address_country if company.address else None,
    )


def _make_pattern(company: Company, site_url: str) -> re.Pattern[str]:
    """Return what matches the company's own e-mail addresses, from just before their `@` on."""
    hosts = {urlsplit(url).hostname for url in (company.url, site_url) if url}
    mailbox = company.email or ""
    domain = mailbox.rpartition("@")[2].lower()
    if not _MAIL_PROVIDERS.match(domain):
        hosts.add(domain)
    names = "|".join(re.escape(host.removeprefix("www.")) for host in sorted(filter(None, hosts)))
    ways = [rf"@(?:[\w-]+\.)*(?:{names})(?![\w-]|\.\w)"] if names else []
    if mailbox:
        ways.append(rf"(?<![\w.+-]){re.escape(mailbox)}(?![\w-]|\.\w)")
    return re.compile("|".join(ways) or "(?!)", re.IGNORECASE)
