"""A line of the verbatim lock that cannot be read.

Why: `reviews/verbatim.lock` says what each review was when it was published. A line that nobody can
read protects nothing: the words of its review could be changed unseen.

Bad:
    # file: reviews/verbatim.lock
    <<<<<<< HEAD
    kettle/2026-05-14-saved-us-a-week forgotten=2026-05-30

Good:
    # file: reviews/verbatim.lock
    kettle/2026-05-14-saved-us-a-week forgotten=2026-05-30
"""

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "V101",
    "lock-cannot-be-read",
    Level.ERROR,
    N_("This line of the lock cannot be read."),
    N_(
        "Put back what git has of it. Only `ambassade lock` and `ambassade forget` write this file."
    ),
)
CONFLICT = N_("A mark of a merge that git could not finish stands in the lock.")
KEEP_BOTH = N_("Keep the lines of both sides, take out the marks, then say: ambassade lock.")
TWICE = N_("{key} stands here and in line {line}.")
KEEP_ONE = N_("Keep the line that is right: the other one is older, or of another branch.")
FORMER = N_("This line is of an earlier form of the lock: it tells no `counts`.")
LOCK_ANEW = N_("Take this line out, then say: ambassade lock.")
NOT_TEXT = N_("The lock is no UTF-8: there is a byte {byte} here.")
