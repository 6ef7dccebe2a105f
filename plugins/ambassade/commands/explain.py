"""`ambassade explain CODE …`: what a rule is about, why it is one, a bad and a good sample."""

from __future__ import annotations

import difflib
import json
import re
from typing import TYPE_CHECKING

import click

from ambassade.locale import terminal_language, translations
from ambassade.problem import Level
from ambassade.terminal.examples import examples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from ambassade.rules.documentation import RuleDoc

_COLOURS = {
    Level.ERROR: "red",
    Level.WARNING: "yellow",
    Level.INFORMATION: "cyan",
    Level.OFF: "dim",
}


def _(message: str) -> str:
    return translations(terminal_language()).gettext(message)


@click.command(
    "explain",
    help=_("Explain rules by code or name, such as R102."),
    epilog=examples(
        {
            "ambassade explain R102": "",
            "ambassade explain consent-missing slogan-as-name --json": "",
        }
    ),
)
@click.argument("codes", metavar="CODE…", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help=_("Tell it for programs."))
def command(codes: tuple[str, ...], *, as_json: bool) -> None:
    """Print what the docstrings of the rules say; exit 2 where there is no such rule."""
    docs = [_find(code) for code in codes]
    if as_json:
        click.echo(json.dumps([_to_record(doc) for doc in docs], ensure_ascii=False, indent=2))
        return
    from rich.console import Console

    console = Console(highlight=False, soft_wrap=True)
    for number, doc in enumerate(docs):
        if number:
            console.print()
        console.print(_to_text(doc))


def _find(code: str) -> RuleDoc:
    """Return the rule of that code or name; if there is none, end, naming the closest."""
    from ambassade.rules.documentation import all_rules, rule_by_code

    found = rule_by_code(code)
    if found is not None:
        return found
    names = {doc.rule.name: doc.rule.name for doc in all_rules()}
    names |= {doc.rule.code.lower(): doc.rule.code for doc in all_rules()}
    # Another number is another rule, not a slip of the hand.
    is_code = re.fullmatch(r"[a-z]\d{3}", code.lower())
    closest = [] if is_code else difflib.get_close_matches(code.lower(), names, 1, 0.6)
    if closest:
        told = _("There is no rule {code}. Did you mean {closest}?")
        raise click.UsageError(told.format(code=code, closest=names[closest[0]]))
    raise click.UsageError(_("There is no rule {code}.").format(code=code))


def _to_record(doc: RuleDoc) -> dict[str, str | dict[str, str]]:
    # As in what other commands tell programs, sentences are in the terminal's language.
    title, why = doc.sentences(_, terminal_language())
    return {
        "code": doc.rule.code,
        "name": doc.rule.name,
        "level": doc.rule.level.name.lower(),
        "under": {name: level.name.lower() for name, level in sorted(doc.rule.under.items())},
        "title": title,
        "why": why,
        "bad": doc.bad,
        "good": doc.good,
    }


def _to_text(doc: RuleDoc) -> Text:
    from rich.text import Text

    level = doc.rule.level
    title, why = doc.sentences(_, terminal_language())
    return Text.assemble(
        (f"{doc.rule.code} {doc.rule.name}", "bold"),
        # As in a told problem, the word of the level is never translated.
        " (",
        (level.name.lower(), _COLOURS[level]),
        *_under(doc),
        f")\n{title}\n\n",
        (_("Why:"), "bold"),
        f" {why}\n\n",
        (_("Bad:"), "bold red"),
        f"\n{_indent(doc.bad)}\n\n",
        (_("Good:"), "bold green"),
        f"\n{_indent(doc.good)}",
    )


def _under(doc: RuleDoc) -> Iterator[str | tuple[str, str]]:
    """Yield, as parts of a text, under which profiles the rule has which other level."""
    for level, profiles in doc.by_level.items():
        yield "; "
        yield (level.name.lower(), _COLOURS[level])
        yield " " + _("under {profiles}").format(profiles=", ".join(profiles))


def _indent(sample: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in sample.splitlines())
