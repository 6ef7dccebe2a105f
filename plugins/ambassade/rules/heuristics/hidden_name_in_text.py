"""A published text that names the author by a name that is not shown beside it.

Why: Without consent to the full name a site shows first name and initial ({eu-consent}); an answer that
begins with “Dear Mrs Dupont” tells everybody the rest ({eu-limits}).

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    reply: {text: "Thank you, Mrs Dupont!"}

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    reply: {text: "Thank you, Marie!"}
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ambassade.consent import parts_shown
from ambassade.language import primary
from ambassade.problem import N_, Level, Rule
from ambassade.rules.name_words import name_words
from ambassade.shown_name import first_name_and_initial, first_name_first
from ambassade.text import fold, fold_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ambassade.catalogue import Catalogue
    from ambassade.kept.remembered import Memory
    from ambassade.model import Review
    from ambassade.problem import Problem

RULE = Rule(
    "H106",
    "hidden-name-in-text",
    Level.WARNING,
    # The name itself is not told: messages end up in logs that many may read.
    N_("{key} names the author by a name that the site does not show."),
    N_("Take it out, or leave it so if somebody or something else is meant."),
)
OWN_WORDS = N_(
    "Ask the author for a correction or for consent to the full name, or leave it so if somebody or "
    "something else is meant."
)
_TITLES = "m|mr|mrs|ms|mme|mlle|miss|dr|herr|frau|monsieur|madame|mademoiselle"
_NO_NAMES = frozenset(_TITLES.split("|"))
_AFTER_TITLE = re.compile(rf"(?:^|\W)(?:{_TITLES})\.?\s+\Z", re.IGNORECASE)
# Where a word has a capital whatever it means.
_BEGINNING = re.compile(r"(?:\A|[.!?:…\n\"“«(*_>-])\s*\Z")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_APOSTROPHES = frozenset("'’")
_LONGEST_TITLE = 20


def check(catalogue: Catalogue, _memory: Memory) -> Iterator[Problem]:
    """Look at every text of the reviews that are shown today without the author's full name."""
    months = catalogue.settings.retention_months
    for review in catalogue.records.reviews:
        texts = [*_texts_of(review)]
        if not _hold_any_of(review.author.name, [text for _, text, _, _ in texts]):
            continue
        parts = parts_shown(review, catalogue.today, months)
        hidden = _hidden_words(review, is_allowed="name" in parts) if "text" in parts else None
        if not hidden:
            continue
        for key, text, language, is_authors in texts:
            if _names(text, hidden, review, language):
                place = review.place(key, key.rpartition(".")[0])
                yield RULE.at(place, remedy=OWN_WORDS if is_authors else "", key=key)


def _hold_any_of(name: str, texts: Iterable[str]) -> bool:
    """Tell whether a word of a name, as it is typed or in plain letters, may be in one of the texts."""
    typed = _WORD.findall(name)
    if any(_APOSTROPHES.intersection(word) for word in typed):
        return True
    # Few texts hold any: what else there is to ask takes ten times as long.
    small = "\n".join(texts).lower()
    forms = (form for word in typed for form in (word.lower(), *fold_words(word)) if form)
    return any(form in small for form in forms)


def _hidden_words(review: Review, *, is_allowed: bool) -> frozenset[str]:
    author = review.author
    if author.display == "full" and is_allowed:
        return frozenset()
    shown = "" if author.display == "anonymous" else first_name_and_initial(author.name)
    return name_words(first_name_first(author.name)) - name_words(shown) - _NO_NAMES


def _texts_of(review: Review) -> Iterator[tuple[str, str, str, bool]]:
    """Yield key, words and language of what is shown, and whether they are the author's own."""
    tag = review.in_language
    yield "name", review.name or "", tag, True
    yield "reviewBody", review.review_body or "", tag, True
    yield "reply.text", review.reply.text if review.reply else "", tag, False
    yield "corrections.reason", "\n".join(one.reason for one in review.corrections), tag, False
    for other, words in review.translations.items():
        yield f"translations.{other}.name", words.name or "", other, True
        yield f"translations.{other}.reviewBody", words.review_body or "", other, True


def _names(text: str, hidden: frozenset[str], review: Review, language: str) -> bool:
    """Tell whether one of the words names a person: many names are words, and begin sentences too."""
    first = fold(review.author.name).split()[:1]
    for found in _WORD.finditer(text):
        word = found.group()
        if not word[0].isupper() or not hidden & name_words(word):
            continue
        before = text[max(0, found.start() - _LONGEST_TITLE) : found.start()]
        if _AFTER_TITLE.search(before) or fold(before).split()[-1:] == first:
            return True
        # German begins every noun with a capital.
        if primary(language) != "de" and not _BEGINNING.search(before):
            return True
    return False
