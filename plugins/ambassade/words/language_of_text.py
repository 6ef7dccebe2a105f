"""Which language a text is in, by its look: a guess, and none where it is not all but certain.

It says nothing of a text that is short or mixed, and takes languages that are easily confused as one.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from ambassade.language import primary
from ambassade.words.language_detector import open_detector

if TYPE_CHECKING:
    from collections.abc import Iterable

    from py3langid.langid import LanguageIdentifier

FEWEST_LETTERS = 40
_SURE = 0.98
_NO_LANGUAGE = "zxx"
_NEAR = (
    "no nb nn da",
    "hr bs sr sh cnr sl mk bg",
    "id ms jv su",
    "pt gl es ca an ext ast oc",
    "it vec lij scn nap co la",
    "fr wa gcf gcr ht",
    "de lb gsw nds bar",
    "nl af fy li",
    "zh yue wuu",
    "cs sk",
    "ru uk be",
    "hi mr ne sa",
    "ar arz ary fa ps ur ku sdh ug",
    "tr az crh tk uz uzs",
    "fi et",
    "xh zu nso st",
    "ga gd",
    "is fo",
)
_GROUP = {tag: group.split()[0] for group in _NEAR for tag in group.split()}
# Each word is looked through once: hence from its beginning, and to the next bracket.
_NO_WORDS = re.compile(r"\]\([^()]*\)|(?<!\S)(?=\S*(?://|@|www\.))\S+")

# Frequent words, none of which is frequent in another language that the detector tells apart: not
# "in", "on", "was", nor "les", "des", "qui", nor "get" and "must", which Nigerian Pidgin has too.
_SMALL_WORDS = {
    tag: frozenset(words.split())
    for tag, words in {
        "en": "about after again against almost always and another around because been before being"
        " between both but could did does during either enough every everything few from here him his"
        " how if into its less little made many might more much never not often only other our out"
        " really she should since some something still such than that the their them then there these"
        " they this those though through too very were what when where which while who why with"
        " without would you your",
        "fr": "après aussi autour autre autres aux avait avant avec avons beaucoup ceux celle cet cette"
        " ces chez comme dans depuis donc déjà elle elles encore environ est fait ici ils jamais leur"
        " même moi moins notre nous ont où parce pas peu plus pour pourrait presque qu quand quoi rien"
        " sans serait sont sous souvent suis sur tous tout toute toutes toujours trop très une votre"
        " vous ça étaient était été être",
    }.items()
}
# Every seventh word, and four different ones: what is quoted in another language does not decide.
_FEWEST_SMALL, _SHARE = 4, 7
# No language of this table has words so long; one written without spaces, beside it, would.
_LONGEST_WORDS = 8


def find_language(text: str) -> str:
    """Return the primary subtag of the language that `text` is in; empty if it is not certain."""
    words = _NO_WORDS.sub(" ", text)
    if next(islice(filter(str.isalpha, words), FEWEST_LETTERS - 1, None), None) is None:
        return ""
    best, chance = _detector().classify(words)
    if chance < _SURE and best in _GROUP:
        ranked = _detector().rank(words)
        chance = sum(each for tag, each in ranked if group_of(tag) == group_of(best))
    return best if chance >= _SURE and best != _NO_LANGUAGE else ""


def is_plainly(tag: str, text: str) -> bool:
    """Tell whether so many words of `text` are the small ones of the language `tag` that it is in it.

    Where it is not known, or not plain, the detector decides: it takes a hundred times as long.
    """
    small = _SMALL_WORDS.get(primary(tag))
    if small is None:
        return False
    words = text.lower().replace("’", "'").replace("'", " ").split()
    found = [*filter(small.__contains__, words)]
    is_spaced = len(text) <= len(words) * _LONGEST_WORDS
    return is_spaced and len({*found}) >= _FEWEST_SMALL and len(found) * _SHARE >= len(words)


def choose_language(text: str, usual: str, others: Iterable[str]) -> str:
    """Return which of `others` the language of `text` plainly is; the `usual` one where none is."""
    if is_plainly(usual, text):
        return usual
    return next((tag for tag in others if is_plainly(tag, text)), usual)


def group_of(tag: str) -> str:
    """Return the language that stands for `tag` and those it is easily confused with."""
    return _GROUP.get(primary(tag), primary(tag))


def is_known(tag: str) -> bool:
    """Tell whether the detector knows the language of `tag`, or one near it."""
    return group_of(tag) in {group_of(each) for each in _detector().labels}


@cache
def _detector() -> LanguageIdentifier:
    # Only a text that was never seen before has to wait for it.
    return open_detector()
