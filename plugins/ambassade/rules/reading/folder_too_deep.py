"""A folder of the content or the theme that lies too deep, or has too long a path.

Why: Systems end a path at some length, and what reads a site ends at some depth: such a folder can be
made, and then neither be built nor be removed by the programs that people know.

Bad:
    # file: content/extra/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/kettle.txt
    It lies twenty-one folders deep.

Good:
    # file: content/extra/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/kettle.txt
    It lies twenty folders deep.
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "A106",
    "folder-too-deep",
    Level.ERROR,
    N_("This folder lies more than {deepest} folders deep."),
    N_("Move it up."),
)
TOO_LONG = N_("The path of this folder has more than {longest} bytes.")
SHORTEN = N_("Move it up, or shorten the names of the folders that it lies in.")
