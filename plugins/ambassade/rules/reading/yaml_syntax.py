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
SPACE = N_("Replace it with an ordinary space.")
