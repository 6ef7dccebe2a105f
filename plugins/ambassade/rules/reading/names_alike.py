"""Two files, or folders, whose names differ only in capital letters, or in how their accents are written.

Why: Disks of Windows and of macOS take the two for one: where the site or its sources are copied to
such a disk, one of them is lost without a word.

Bad:
    # file: content/extra/Kettle.txt
    It boils water.
    # file: content/extra/kettle.txt
    It boils water quickly.

Good:
    # file: content/extra/kettle.txt
    It boils water.
    # file: content/extra/kettle-2.txt
    It boils water quickly.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "A108",
    "names-alike",
    Level.WARNING,
    N_("For some disks this name is the same as {other}, which lies beside it."),
    N_("Rename one of the two, and change its name where it is used."),
)
