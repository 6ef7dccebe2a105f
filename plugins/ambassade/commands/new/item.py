"""`ambassade new item`: a thing that people review."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ambassade.commands.new import finish, keep_given, shared_options, typed_options
from ambassade.locale import terminal_language, translations
from ambassade.terminal.asking import ask, can_ask, choose
from ambassade.terminal.examples import examples

if TYPE_CHECKING:
    from pathlib import Path

_ = translations(terminal_language()).gettext
EPILOG = examples(
    {
        "ambassade new item": "",
        'ambassade new item --type Service --name "Repairs" --collection complete': "",
    }
)


# Handed over as they were typed: the reader of the site judges them.
_TYPED = (
    ("--type", "TYPE", _("Its type, such as Product.")),
    ("--name", "TEXT", _("Its name.")),
    (
        "--collection",
        "HOW",
        _(
            "complete: every genuine review received is on record. selection: picked by hand; "
            "then no average is shown."
        ),
    ),
    ("--description", "TEXT", _("What it is, in a sentence.")),
    ("--url", "URL", _("Its page on the company's site.")),
)


@click.command(
    "item", help=_("Add an item: a folder of reviews/ with its item.yaml."), epilog=EPILOG
)
@typed_options(_TYPED)
@shared_options()
def command(
    slug: str | None,
    site: Path,
    settings: Path | None,
    *,
    edit: bool,
    as_json: bool,
    **typed: str | None,
) -> int:
    """Write the item; return the exit code."""
    from ambassade.clock import today_utc
    from ambassade.find_site import find_site
    from ambassade.scaffold import text_language
    from ambassade.writing.around import read_around
    from ambassade.writing.item import write_item
    from ambassade.writing.naming import check_slug, require
    from ambassade.writing.slug import find_free, make_slug

    around = read_around(find_site(site, settings), today_utc())
    given = keep_given(typed)
    if can_ask() and not as_json:
        given = _ask_rest(given)
    for key in ("type", "name", "collection"):
        require(f"--{key}", given.get(key))
    text = write_item(given, text_language(terminal_language()))
    folder = around.folder.root / "reviews"
    free = find_free(make_slug(given["name"]), lambda each: (folder / each).exists())
    chosen = check_slug(slug) if slug else free
    return finish(around, f"reviews/{chosen}/item.yaml", text, edit=edit, as_json=as_json)


def _ask_rest(given: dict[str, str]) -> dict[str, str]:
    answers = dict(given)
    if "type" not in answers:
        answers["type"] = _ask_type()
    if "name" not in answers:
        answers["name"] = ask(_("Name of the item"), check=_not_empty)
    if "collection" not in answers:
        answers["collection"] = _ask_collection()
    return answers


def _ask_type() -> str:
    from ambassade.item_types import item_types

    meanings = {name: _(kind.help) for name, kind in item_types().items()}
    return choose(_("What is it?"), meanings, "Product")


def _ask_collection() -> str:
    meanings = {
        "complete": _(
            "every genuine review received is on record here, shown or withheld with its ground"
        ),
        "selection": _("picked by hand from a larger number; no average is shown"),
    }
    return choose(_("Which of its reviews are here? Nobody else can know."), meanings)


def _not_empty(typed: str) -> str | None:
    return None if typed else _("An answer is needed.")
