"""docs/rules.md: every rule, as its module documents it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ambassade.rules.documentation import RuleDoc, all_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOP = """\
<!-- Made by `ambassade docs` of the docstrings in plugins/ambassade/rules/: change those. -->

# Rules

What `ambassade check` and `ambassade build` look for. An error stops the build; a warning or an
information does not; what is off is not told. `REVIEW_PROFILES` in the settings chooses whose rules
a site keeps, and so how grave a fault is: of several profiles the gravest counts. `REVIEW_RULES`
raises, lowers or waives a single rule, with a reason that the policy page shows. `ambassade explain
CODE` shows one rule in the terminal. Codes are never used again for another rule. This is no legal
advice; [law.md](law.md) lists the texts that rules rest on.
"""

_SAMPLES = """
A sample is a whole file; if it does not say which, it is a review, such as
`reviews/kettle/2026-05-14-saved-us-a-week.yaml`. A line `# file:` names another file, several such
lines several files. After `(escaped)`, `\\x07` stands for the byte 07; `(large)` is a file of so
many bytes. Files under `before/` are those of the revision that `--since` names. Today is 2026-06-01.
"""

FAMILIES = {
    "A": "Addresses and names",
    "C": "Consent and retention",
    "D": "Dates",
    "E": "Search engines",
    "F": "Keys and values",
    "H": "What is likely, not certain",
    "K": "Keywords",
    "L": "Languages",
    "P": "Pelican",
    "R": "Reviews",
    "S": "Settings",
    "T": "Stories",
    "V": "Words that are locked",
    "Y": "Files and YAML",
}


def make_rules_page() -> str:
    """Return the text of docs/rules.md."""
    families = [(letter, list(docs)) for letter, docs in groupby(all_rules(), _family)]
    parts = [_TOP, *_list_contents(families), _SAMPLES]
    for letter, docs in families:
        parts.append(f"\n## {_title_of(letter)}\n")
        parts += [_describe(doc) for doc in docs]
    return "".join(parts)


def _family(doc: RuleDoc) -> str:
    return doc.family


def _title_of(letter: str) -> str:
    return f"{letter}: {FAMILIES[letter]}" if letter in FAMILIES else letter


def _list_contents(families: list[tuple[str, list[RuleDoc]]]) -> Iterator[str]:
    for letter, docs in families:
        yield f"\n**{_title_of(letter)}**\n\n"
        for doc in docs:
            code, name = doc.rule.code, doc.rule.name
            yield f"- [{code} {name}](#{code.lower()}-{name}): {doc.title}\n"


def _describe(doc: RuleDoc) -> str:
    rule = doc.rule
    return (
        f"\n### {rule.code} {rule.name}\n\n"
        f"*{_levels(doc)}.* {doc.title}\n\n"
        f"{doc.why}\n\n"
        f"Bad:\n\n{_fence(doc.bad)}\n\nGood:\n\n{_fence(doc.good)}\n"
    )


def _levels(doc: RuleDoc) -> str:
    """Return its level, and where it has another: `Off; error under fr, uk; warning under google`."""
    others = [
        f"{level.name.lower()} under {', '.join(profiles)}"
        for level, profiles in doc.by_level.items()
    ]
    return "; ".join([doc.rule.level.name.capitalize(), *others])


def _fence(sample: str) -> str:
    return f"```{_language_of(sample)}\n{sample}\n```"


def _language_of(sample: str) -> str:
    """Return what the sample is to be coloured as: one file by its ending, else text."""
    if sample.startswith("("):
        return "text"
    files = [line for line in sample.splitlines() if line.startswith("# file: ")]
    endings = {file.rpartition(".")[2] for file in files} or {"yaml"}
    known = {"yaml": "yaml", "yml": "yaml", "py": "python", "md": "markdown"}
    return known.get(endings.pop(), "text") if len(endings) == 1 else "text"
