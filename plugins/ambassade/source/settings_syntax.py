"""Why Python cannot read a settings file, and what to do about it, for who is no programmer.

In: what Python raised. Out: the one line to end with, or None where the fault is of another kind.
"""

from __future__ import annotations

import keyword
import re
import tokenize
import traceback
from io import StringIO
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ambassade.problem import N_, Place
from ambassade.rules.reading.typographic_quotes import CLOSING, OPENING
from ambassade.stop import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAIRS: Final = {"(": ")", "[": "]", "{": "}"}
_MARKS: Final = OPENING + CLOSING
_DOUBLE: Final = re.compile(r"[“”„‟«»]")
_BARE: Final = re.compile(r"[A-Z_]+[ \t]*=[ \t]*(?=[^\W\d])")
_NAMED: Final = re.compile(r"'(.)'")
_VALUES: Final = (tokenize.STRING, tokenize.NUMBER, tokenize.NAME)

MARK = N_('{place}: Python does not know the quotation mark {mark}. Write " in its place.')
OUTSIDE = N_(
    "{place}: The character {mark} stands outside quotation marks. Put it between them with the text "
    "it belongs to, or delete it."
)
ALONE = N_(
    '{place}: This quotation mark stands alone on its line. Put one " before the text and one after it.'
)
APOSTROPHE = N_(
    "{place}: An apostrophe ends the text here. Put \" before and after the text in place of '."
)
INNER = N_(
    "{place}: The quotation mark here ends the text, and more follows. Inside a text write “ and ”."
)
COMMA = N_("{place}: A comma is missing here. Write it after the value.")
NOT_CLOSED = N_("{place}: This {mark} is not closed. Write {closing} after the last value in it.")
CLOSES_NOTHING = N_("{place}: This {mark} closes nothing. Delete it.")
WRONG_BRACKET = N_(
    "{place}: This {mark} does not close the {opening} before it. Write {closing} in its place, or "
    "before it."
)
INDENTED = N_("{place}: Python does not allow the space that this line begins with. Delete it.")
BARE = N_('{place}: This text is not between quotation marks. Put " before and after it.')
UNKNOWN = N_(
    '{place}: Python knows no {name}. If it is text, put " before and after it; true and false are '
    "written True and False."
)
NOT_UTF8 = N_("{place}: The file is not UTF-8. Save it as UTF-8.")
OTHER = N_(
    "{place}: Python cannot read the settings from here on ({reason}). Look in this line and the one "
    "before for a comma, a quotation mark or a bracket too few or too many."
)


def find_slip(error: BaseException, root: Path) -> WrongUsage | None:
    """Return what is wrong with the settings file, in the folder `root`, that made Python raise `error`."""
    if isinstance(error, SyntaxError) and error.filename and Path(error.filename).is_file():
        slip = _Slip(Path(error.filename), root, error.lineno or 1, error.offset or 1)
        return slip.of_syntax(error.msg)
    if isinstance(error, NameError) and error.name:
        *_, last = traceback.extract_tb(error.__traceback__)
        if Path(last.filename).parent == root:
            slip = _Slip(Path(last.filename), root, last.lineno or 1, 1)
            return slip.of_name(error.name)
    return None


class _Slip:
    """A fault at one place of a settings file."""

    def __init__(self, file: Path, root: Path, line: int, column: int) -> None:
        self._name = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
        self._text = file.read_bytes().decode("utf-8-sig", "replace")
        self._line, self._column = line, max(column, 1)
        lines = self._text.split("\n")
        self._typed = lines[line - 1] if line <= len(lines) else ""

    def of_syntax(self, reason: str) -> WrongUsage:
        if "utf-8" in reason.lower():
            return self._tell(NOT_UTF8)
        if reason.startswith("invalid"):
            return self._of_character() or self._of_order(reason)
        if reason.startswith("unterminated string"):
            return self._of_open_text()
        if reason == "unexpected indent":
            return self._tell(INDENTED)
        return self._of_brackets(reason) or self._tell(OTHER, reason=reason)

    def of_name(self, name: str) -> WrongUsage:
        found = re.search(rf"\b{re.escape(name)}\b", self._typed)
        bare = _BARE.match(self._typed)
        if bare and found and bare.end() == found.start() and name not in {"true", "false"}:
            return self._tell(BARE, bare.end() + 1)
        return self._tell(UNKNOWN, found.start() + 1 if found else 1, name=name)

    def _of_character(self) -> WrongUsage | None:
        mark = self._typed[self._column - 1 : self._column]
        if mark.isascii():
            return None
        bare = _BARE.match(self._typed)
        if bare and "(" not in self._typed[: self._column]:
            return self._tell(BARE, bare.end() + 1)
        if mark in _MARKS:
            return self._tell(MARK, mark=mark)
        return self._tell(OUTSIDE, mark=mark if mark.isprintable() else f"U+{ord(mark):04X}")

    def _of_order(self, reason: str) -> WrongUsage:
        for fact, line, column in self._gaps():
            return self._tell(fact, column, line)
        bare = _BARE.match(self._typed)
        return self._tell(BARE, bare.end() + 1) if bare else self._tell(OTHER, reason=reason)

    def _of_open_text(self) -> WrongUsage:
        opening, rest = self._typed[self._column - 1 : self._column], self._typed[self._column :]
        typographic = _DOUBLE.search(rest)
        if typographic:
            return self._tell(MARK, self._column + typographic.start() + 1, mark=typographic[0])
        if opening == "'" and self._typed.count("'") > 1:
            return self._tell(APOSTROPHE, self._typed.index("'", self._typed.index("'") + 1) + 1)
        return self._tell(ALONE)

    def _of_brackets(self, reason: str) -> WrongUsage | None:
        marks = _NAMED.findall(reason)
        if reason.endswith("was never closed"):
            return self._tell(NOT_CLOSED, mark=marks[0], closing=_PAIRS[marks[0]])
        if reason.startswith("unmatched"):
            return self._tell(CLOSES_NOTHING, mark=marks[0])
        if reason.startswith("closing parenthesis"):
            told = {"opening": marks[1], "closing": _PAIRS[marks[1]]}
            return self._tell(WRONG_BRACKET, mark=marks[0], **told)
        return None

    def _gaps(self) -> Iterator[tuple[str, int, int]]:
        """Yield where a value follows another, up to the fault: a comma is missing, or a text ended early."""
        depth, tokens = 0, self._tokens()
        for (one, other), after in zip(pairwise(tokens), [*tokens[2:], None], strict=False):
            depth += (one.string in _PAIRS) - (one.string in _PAIRS.values())
            line, column = one.end
            if line > self._line or not _ends_value(one) or not _begins_value(other):
                continue
            texts = one.type == other.type == tokenize.STRING
            if one.end == other.start and one.type == tokenize.STRING != other.type:
                yield INNER, line, column
            # Two texts after each other are one, unless the second is a key.
            elif depth and (not texts or (after is not None and after.string == ":")):
                yield COMMA, line, column + 1

    def _tokens(self) -> list[tokenize.TokenInfo]:
        tokens = []
        try:
            for token in tokenize.generate_tokens(StringIO(self._text).readline):
                if token.type not in {tokenize.NL, tokenize.COMMENT}:
                    tokens.append(token)  # noqa: PERF401 - those before the fault are wanted
        except (tokenize.TokenError, SyntaxError):
            pass
        return tokens

    def _tell(self, message: str, column: int = 0, line: int = 0, **told: str) -> WrongUsage:
        place = Place(self._name, line or self._line, column or self._column)
        return WrongUsage(message, place=place, **told)


def _ends_value(token: tokenize.TokenInfo) -> bool:
    return _begins_value(token) or token.string in _PAIRS.values()


def _begins_value(token: tokenize.TokenInfo) -> bool:
    is_word = keyword.iskeyword(token.string) and token.string not in {"True", "False", "None"}
    return token.type in _VALUES and not is_word
