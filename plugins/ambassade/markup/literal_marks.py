"""Characters that only look like marks: guarded, so that they show as they were typed.

Empty list items, rulers, numbers that neither begin a list nor go on with one.
"""

from __future__ import annotations

import re

LITERAL = "\x01"
_ONLY_MARKS = re.compile(r"^[ \t]*+(?:>(?=[-*+0-9])|(?:[-*+>]|[0-9]{1,9}[.)])(?:[ \t]++|$))++$")
_ORDERED = re.compile(
    r"^(?P<before>(?:[ \t]*+(?:>|[-*+](?=[ \t])))*+[ \t]*+)(?P<mark>(?P<number>[0-9]{1,9})[.)][ \t])"
)
# What does not begin so ends every list, where a blank line is before it.
_GOES_ON = re.compile(r"[ \t]|>|(?:[-*+]|[0-9]{1,9}[.)])(?:[ \t]|$)|$")


def keep_literal_marks(text: str) -> str:
    """Guard what only looks like a mark: empty items, rules, numbers that begin or continue no list."""
    lines = []
    typed = text.split("\n")
    counted = _Numbers()
    for number, line in enumerate(typed):
        if not _GOES_ON.match(line) and not (number and typed[number - 1].strip(" \t")):
            counted = _Numbers()
        ordered = _ORDERED.match(line)
        if _ONLY_MARKS.match(line) and not _is_between_quotes(typed, number):
            lines.append(_guard(line, len(line) - len(line.lstrip())))
        elif ordered and not counted.go_on(ordered):
            lines.append(_guard(line, ordered.start("number")))
        else:
            lines.append(line)
    return "\n".join(lines)


class _Numbers:
    """The last number of each list that is open, the outermost first, and where its words begin."""

    def __init__(self) -> None:
        self.open: list[tuple[int, int]] = []

    def go_on(self, ordered: re.Match[str]) -> bool:
        """Tell whether this number begins a list or goes on with one, and note it."""
        number = int(ordered["number"])
        column = len(ordered["before"].expandtabs(4))
        while len(self.open) > 1 and self.open[-2][0] > column:
            self.open.pop()
        last = 0
        if self.open and column < self.open[-1][0]:
            last = self.open[-1][1]
        if number not in {1, last + 1}:
            return False
        if last:
            self.open.pop()
        self.open.append((column + len(ordered["mark"]), number))
        return True


def _is_between_quotes(lines: list[str], number: int) -> bool:
    """Tell whether a lone `>` parts two paragraphs of one block quote."""
    if lines[number].strip() != ">" or not 0 < number < len(lines) - 1:
        return False
    around = (lines[number - 1], lines[number + 1])
    return all(line.lstrip().startswith(">") and not _ONLY_MARKS.match(line) for line in around)


def _guard(line: str, at: int) -> str:
    return line[:at] + LITERAL + line[at:]
