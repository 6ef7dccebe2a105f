"""Something that is neither a file nor a folder, such as a named pipe or a socket.

Why: Reading a pipe waits for somebody to write to it, for ever; reading a device may never end. No
review was ever kept in one.

Bad:
    # file: reviews/kettle/2026-05-15-saved-us-a-week.yaml
    (pipe)

Good:
    # file: reviews/kettle/2026-05-15-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "A107",
    "not-a-file",
    Level.ERROR,
    N_("This is no file: it is a pipe, a socket or a device."),
    N_("Remove it, or put a file in its place."),
)
