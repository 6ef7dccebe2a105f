"""The text of a new `content/stories/<slug>.md`."""

from __future__ import annotations

from dataclasses import dataclass

from ambassade.scaffold import fill


@dataclass(frozen=True, slots=True)
class StoryAnswers:
    """What is known of a story, as it was typed; what is empty may be filled in later."""

    title: str = ""
    summary: str = ""
    language: str = ""
    item: str = ""
    client: str = ""
    client_url: str = ""
    sector: str = ""
    reviews: str = ""
    results: str = ""


def write_story(answers: StoryAnswers, slug: str, day: str, language: str) -> str:
    """Return the file: a header, and a body to write, in `language` (one that scaffold has)."""
    header = {
        "Title": answers.title,
        "Slug": slug,
        "Date": day,
        "Lang": answers.language,
        "Summary": answers.summary,
        "Item": answers.item,
        "Client": answers.client,
        "Client_url": answers.client_url,
        "Sector": answers.sector,
        "Reviews": answers.reviews,
        "Results": answers.results,
        "Image": "",
    }
    lines = [f"{key}: {' '.join(value.split())}".rstrip() for key, value in header.items()]
    return "\n".join(lines) + "\n\n" + fill(f"{language}/story.md.jinja")
