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


COLON = N_("Put the value in quotation marks: a colon and a space inside it begin a new key.")
INDENT = N_(
    "Begin the line as far from the left as the keys above it, or indent the text that goes on."
)
