"""Build a site anew at each change, until Ctrl-C.

In: the site, its settings files, the words for `ambassade build`. Out: the problems on standard output,
one line a build on standard error, and what became of each to whoever hears of it.
"""

from __future__ import annotations

import gc
import sys
import time
from itertools import count
from threading import Event
from typing import TYPE_CHECKING, Final, NoReturn

from babel.numbers import format_decimal

from ambassade.locale import terminal_language, translations
from ambassade.problem import Level, inert
from ambassade.serving.build_process import Outcome, run_build
from ambassade.serving.served_page import language_of_words
from ambassade.serving.watching import watching
from ambassade.stop import AnotherBuild, EnvironmentFault, WrongUsage
from ambassade.terminal.telling import as_text, count_problems, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

PAUSE: Final = 0.3
TOLD_AFTER: Final = 2
GIVEN_UP_AT_MOST: Final = 3
AGAIN_AFTER: Final = 1.0
DOUBLED_AT_MOST: Final = 5
LONGEST_BUILD: Final = 60.0
LONGEST_LINE: Final = 2000


def keep_building(
    site: Path,
    settings_files: Sequence[Path],
    output: Path,
    words: Sequence[str],
    hear: Callable[[Outcome], None] = lambda _outcome: None,
) -> NoReturn:
    """Build, into `output` as `words` say it, and watch. Ends by an exception only: Ctrl-C, a signal.

    `hear` is told what became of a build; not of one that was tried again by itself and failed as before.
    """
    _ = translations(terminal_language()).gettext
    gc.enable()
    changed, former, given_up, refusals, again = Event(), None, 0, 0, False
    with watching(site, settings_files, changed):
        say(_("Building") + " …")
        while True:
            changed.clear()
            patient = given_up >= GIVEN_UP_AT_MOST
            outcome = _build(site, words, changed, patient=patient)
            if outcome is None:
                given_up += 1
                continue
            given_up = 0
            refusals = refusals + 1 if again else 0
            if not (refusals and outcome.faults and former and outcome.faults == former.faults):
                _tell(outcome, former)
                hear(outcome)
            former = outcome
            again = not _wait_for(changed, outcome, output, refusals)


def _wait_for(changed: Event, outcome: Outcome, output: Path, refusals: int) -> bool:
    """Wait until something changed; False where it is time to try again all the same.

    What was refused or killed may go well later on, though no file of the site changes; and a site
    that somebody deleted is wanted again.
    """
    patience = AGAIN_AFTER * 2 ** min(refusals, DOUBLED_AT_MOST)
    ended, was_there = time.monotonic(), output.is_dir()
    # Without an end, Windows would not hear Ctrl-C.
    while not changed.wait(PAUSE):
        if was_there and not outcome.faults and not output.is_dir():
            return False
        if _may_pass(outcome) and time.monotonic() - ended > patience:
            return False
    return True


def _may_pass(outcome: Outcome) -> bool:
    return outcome.code < 0 or outcome.code in {WrongUsage.code, EnvironmentFault.code}


def _build(site: Path, words: Sequence[str], changed: Event, *, patient: bool) -> Outcome | None:
    """Return the outcome of a build, tried again where only its moment was wrong; None: stale."""

    def is_stale(seconds: float) -> bool:
        # Where something changes all the time, some build must come to its end.
        return changed.is_set() and (not patient or seconds > LONGEST_BUILD)

    environment_faults = 0
    for attempt in count(1):
        outcome = run_build(site, words, is_stale)
        if outcome is None:
            return None
        if outcome.code == AnotherBuild.code:
            if attempt == TOLD_AFTER:
                say(outcome.faults[0].words)
        elif outcome.code == EnvironmentFault.code and not environment_faults:
            # A file may have changed while it was read.
            environment_faults += 1
        else:
            return outcome
        if changed.wait(PAUSE):
            return None
    return None


def _tell(outcome: Outcome, former: Outcome | None) -> None:
    """Tell the problems, of those that are no errors only the new ones; and in one line the rest."""
    _ = translations(terminal_language()).gettext
    known = set(former.problems if former else ())
    for problem in outcome.problems:
        if problem.level is Level.ERROR or problem not in known:
            sys.stdout.write(as_text(problem, colour=sys.stdout.isatty()) + "\n")
    sys.stdout.flush()
    for line in outcome.traceback.splitlines():
        say(inert(line, LONGEST_LINE))
    seconds = format_decimal(outcome.seconds, "0.0", locale=language_of_words())
    if not outcome.faults:
        counts = count_problems(outcome.problems)
        say(_("Built in {seconds} s: {counts}.").format(seconds=seconds, counts=counts))
        return
    reason = outcome.faults[0].words
    if outcome.problems:
        reason = count_problems(outcome.problems) + "."
    say(_("Not built ({seconds} s): {reason}").format(seconds=seconds, reason=reason))
