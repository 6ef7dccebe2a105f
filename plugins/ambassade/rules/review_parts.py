"""The parts of a review that are locked: what an editor calls them, and where they stand."""

from __future__ import annotations

from ambassade.problem import N_, Word

NAMES = {
    "words": Word(N_("The title or the words")),
    "rating": Word(N_("The rating")),
    "author": Word(N_("The author's name, work or town")),
    "dates": Word(N_("A date")),
}
KEYS = {
    "words": ("reviewBody", "name", "video.transcript"),
    "rating": ("reviewRating", "reviewAspect"),
    "author": ("author.name", "author"),
    "dates": ("datePublished", "dateExperienced", "dateReceived"),
    "corrections": ("corrections",),
}
