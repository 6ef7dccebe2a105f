"""`ambassade new story`: a case story, with a body to write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from ambassade.commands.new import finish, keep_given, shared_options, told, typed_options
from ambassade.locale import terminal_language, translations
from ambassade.terminal.asking import ask, can_ask
from ambassade.terminal.examples import examples
from ambassade.terminal.options import Day

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ambassade.writing.around import Around
    from ambassade.writing.story import StoryAnswers

_ = translations(terminal_language()).gettext
EPILOG = examples(
    {
        "ambassade new story": "",
        'ambassade new story --title "Kettles at sea" --item kettle --client "Tide & Sons"': "",
    }
)
_TYPED = (
    ("--title", "TEXT", _("The title.")),
    ("--summary", "TEXT", _("A sentence or two; search engines show it.")),
    ("--language", "TAG", _("The story's language; the site's if left out.")),
    ("--item", "FOLDER", _("The item that it is about.")),
    ("--client", "NAME", _("The client's name.")),
    ("--client-url", "URL", _("The client's site.")),
    ("--sector", "TEXT", _("What the client does.")),
    ("--reviews", "IDS", _("Reviews quoted in it: <item>/<date>-<slug>, separated by commas.")),
    ("--results", "TEXT", _("Results in figures, separated by |.")),
)


@click.command("story", help=_("Add a case story, with a body to write."), epilog=EPILOG)
@typed_options(_TYPED)
@click.option("--date", "day", type=Day(), metavar="DATE", help=_("Its date; today if left out."))
@shared_options()
def command(
    day: date | None,
    slug: str | None,
    site: Path,
    settings: Path | None,
    *,
    edit: bool,
    as_json: bool,
    **typed: str | None,
) -> int:
    """Write the story; return the exit code."""
    from ambassade.clock import today_utc
    from ambassade.find_site import find_site
    from ambassade.writing.around import read_around
    from ambassade.writing.naming import require
    from ambassade.writing.story import StoryAnswers, write_story

    today = today_utc()
    around = read_around(find_site(site, settings), today)
    given = keep_given(typed)
    answers = StoryAnswers(**given)
    if can_ask() and not as_json:
        answers = _ask_rest(around, answers, set(given))
    require("--title", answers.title)
    language = answers.language or around.settings.default_language
    answers = replace(answers, language=language)
    chosen, name = _name(around, answers, slug)
    text = write_story(answers, chosen, (day or today).isoformat(), _texts(language))
    return finish(around, name, text, edit=edit, as_json=as_json)


def _ask_rest(around: Around, answers: StoryAnswers, given: set[str]) -> StoryAnswers:
    from ambassade.writing.story import write_story

    def put(key: str, question: str, default: str = "", *, needed: bool = False) -> None:
        nonlocal answers
        if key in given and (getattr(answers, key).strip() or not needed):
            return

        def write(some: StoryAnswers) -> str:
            return write_story(some, "x", around.today.isoformat(), "en")

        def check(typed: str) -> str | None:
            if needed and not typed:
                return _("An answer is needed.")
            after = write(replace(answers, **{key: typed}))
            return told(around, "content/stories/.new.md", write(answers), after)

        answers = replace(answers, **{key: ask(question, default, check)})

    put("title", _("Title of the story"), needed=True)
    put("summary", _("What it is about, in a sentence (may be empty)"))
    put("language", _("Language of the story"), around.settings.default_language)
    put("item", _("The item that it is about: its folder (may be empty)"))
    put("client", _("The client's name (may be empty)"))
    put("reviews", _("Reviews quoted in it: <item>/<date>-<slug>, … (may be empty)"))
    return answers


def _name(around: Around, answers: StoryAnswers, slug: str | None) -> tuple[str, str]:
    """Return the slug and the path of the file."""
    from ambassade.writing.naming import check_slug
    from ambassade.writing.slug import find_free, make_slug

    folder = around.folder.content / "stories"
    below = folder.relative_to(around.folder.root).as_posix()
    taken = {story.slug for story in around.records.stories}
    if slug:
        return check_slug(slug), f"{below}/{slug}.md"
    made = make_slug(answers.title)
    free = find_free(made, lambda each: each in taken or (folder / f"{each}.md").exists())
    return free, f"{below}/{free}.md"


def _texts(language: str) -> str:
    from ambassade.scaffold import text_language

    return text_language(language)
