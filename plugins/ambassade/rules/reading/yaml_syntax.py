"""YAML that does not parse.

Why: What cannot be read cannot be published.

Bad:
    author: Marie Dupont
    name: Verdict: good
    reviewBody: It boils water.

Good:
    author: Marie Dupont
    name: "Verdict: good"
    reviewBody: It boils water.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "Y109",
    "yaml",
    Level.ERROR,
    N_("This is not YAML: {reason}."),
    N_("Check the line, and the one before it."),
)


COLON = N_("A colon and a space stand inside a value, where they begin a new key.")
QUOTE = N_("Put the value in quotation marks, or on the next line after `|`.")
NO_COLON = N_("In this line no key is followed by a colon and a space.")
WRITE_COLON = N_(
    "Write it like `name: Great service`; or indent it, if it belongs to the text above."
)
CUT_OFF = N_("This line belongs to no key.")
INDENT = N_("Line the key up with the keys above it, or indent the text that continues a value.")
UNREADABLE = N_("This is not YAML.")
FIRST_CHARACTER = N_("The value begins with a character that means something else to YAML.")
FIRST_LINE = N_("This line stands further left than the first line of the file.")
NO_INDENT = N_("Remove the spaces before the first line.")
NO_BREAK = N_("There is a no-break space after the colon of a key.")
NO_BREAK_BEFORE = N_("There is a no-break space before the colon of a key.")
SPACE = N_("Replace it with an ordinary space.")
REMOVE = N_("Delete that space.")
LIKE_SPACE = N_(
    "This line begins with {character}, which looks like a space, or like nothing, and is text to YAML."
)
ORDINARY = N_("Replace it with ordinary spaces; where nothing else is in the line, delete it.")
CROOKED = N_("This line begins in a column where no line that it could belong to begins.")
LINE_UP = N_(
    "Put as many spaces before it as before the text of the line above ({wanted}), or before another"
    " line that it belongs with."
)
TWO_KEYS = N_("{key} stands in the line of the key that it belongs to.")
NEXT_LINE = N_("Put it on the next line, with {wanted} spaces before it.")
NOT_CLOSED = N_("This {bracket} is not closed.")
CLOSE = N_("Write {closing} after the last value that belongs to it.")
STRAY = N_("This {found} closes nothing.")
DELETE = N_("Delete it, or open the bracket where the value begins.")
WRONG_BRACKET = N_("What {bracket} opens ends here with {found}.")
RIGHT_BRACKET = N_("Write {closing} in place of {found}.")
NO_COMMA = N_("There is no comma before {word}.")
ADD_COMMA = N_("Put one between it and the value before it.")
NO_SPACE = N_("There is no space after this colon.")
ADD_SPACE = N_("Put one there.")
