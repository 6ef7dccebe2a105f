"""`ambassade forget`: a person's data leaves the files; the rating and a tombstone stay."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from ambassade.locale import terminal_language, translations
from ambassade.terminal.asking import ask, can_answer
from ambassade.terminal.examples import examples
from ambassade.terminal.options import settings_option, site_option
from ambassade.terminal.telling import say, tell_problems

if TYPE_CHECKING:
    from pathlib import Path

    from ambassade.forgetting.plan import Plan

_ = translations(terminal_language()).gettext
EPILOG = examples(
    {
        "ambassade forget kettle/2026-05-14-saved-us-a-week --dry-run": _("what it would do"),
        "ambassade forget kettle/2026-05-14-saved-us-a-week": "",
        "ambassade forget reviews/kettle/2026-05-14-warm.yaml --yes --json": "",
    }
)


@click.command(
    "forget",
    help=_(
        "Remove a person's data from the files: words, name, pictures, proofs. The rating stays in "
        "the average, and the ledger counts a review that was erased. Told as well: where the "
        "person still is, in other files and in git's history, which stays as it is."
    ),
    epilog=EPILOG,
)
@click.argument("identifier", metavar="ID")
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@click.option("--dry-run", is_flag=True, help=_("Tell what would be done, and write nothing."))
@click.option("--json", "as_json", is_flag=True, help=_("Ask nothing; tell it for programs."))
@site_option()
@settings_option()
def command(
    identifier: str,
    site: Path,
    settings: Path | None,
    *,
    yes: bool,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Forget; return the exit code."""
    from ambassade.clock import today_utc
    from ambassade.find_site import find_site
    from ambassade.forgetting.carry_out import carry_out, drop_copies
    from ambassade.forgetting.plan import plan_to_forget
    from ambassade.publish.exclusive import only_one

    folder = find_site(site, settings)
    if dry_run:
        plan = plan_to_forget(folder, identifier, today_utc())
        code = _tell(plan, as_json=as_json, done=False)
        if not (code or plan.forgotten or as_json):
            _warn(plan)
        return code
    with only_one(folder.root):
        plan = plan_to_forget(folder, identifier, today_utc())
        if plan.problems or plan.forgotten:
            return _tell(plan, as_json=as_json, done=False)
        if not (yes or as_json) and can_answer() and not _agree(plan):
            say(_("Nothing was written."))
            return 0
        writes = {folder.root / file: data for file, data in plan.writes.items()}
        # First: killed in between, it would leave what nobody looks for any more.
        drop_copies(folder.root)
        carry_out(writes, [folder.root / file for file in plan.deletes])
    return _tell(plan, as_json=as_json, done=True)


def _agree(plan: Plan) -> bool:
    from ambassade.forgetting.report import tell_changes

    # Not a result: what is asked is seen where standard output goes into a file.
    for line in tell_changes(plan, done=False):
        say(line)
    _warn(plan)
    yes, no = _("yes"), _("no")

    def check(answer: str) -> str | None:
        known = answer.lower() in {yes, no, yes[0], no[0]}
        return None if known else _("Answer {yes} or {no}.").format(yes=yes, no=no)

    question = _("Forget {id}? {yes} or {no}").format(id=plan.key, yes=yes, no=no)
    return ask(question, no, check, beside=True).lower() in {yes, yes[0]}


def _warn(plan: Plan) -> None:
    say(_("This cannot be undone: what is deleted cannot be brought back from here."))
    told = _("A letter to its author has to be written before: ambassade letter withdraw {id}")
    say(told.format(id=plan.key))


def _tell(plan: Plan, *, as_json: bool, done: bool) -> int:
    from ambassade.forgetting.report import as_record, tell_changes, tell_rest

    if plan.problems:
        tell_problems(plan.problems, "json" if as_json else "text")
        say(_("Nothing was written: mend this first, so that nothing is lost by mistake."))
        return 1
    if plan.forgotten:
        told = _("{id} was forgotten on {day}; there is nothing left to do.")
        say(told.format(id=plan.key, day=plan.forgotten))
    if as_json:
        record = as_record(plan, done=done)
        click.echo(json.dumps(record, ensure_ascii=False, indent=1))
    elif not plan.forgotten:
        for line in (*tell_changes(plan, done=done), *tell_rest(plan)):
            click.echo(line)
    return 0
