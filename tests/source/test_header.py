"""Headers are read as Python-Markdown's `meta` extension reads them, which is what Pelican shows."""

from collections import defaultdict

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ambassade.fields.node import Scalar
from ambassade.source.header import read_header

FILE = "content/stories/tea.md"


def by_meta(text: str) -> dict[str, str]:
    """What the extension makes of `text`, the lines of a key joined."""
    reader = markdown.Markdown(extensions=["meta"])
    reader.convert(text)
    found: dict[str, list[str]] = getattr(reader, "Meta", {})
    return {key: _squeeze("\n".join(lines)) for key, lines in found.items()}


def by_us(text: str) -> dict[str, str]:
    """What we make of it; of a key that stands again, all the lines."""
    lines: dict[str, list[str]] = defaultdict(list)
    for key, node in read_header(text, FILE).pairs:
        assert isinstance(node, Scalar)
        lines[key.text].append(node.text)
    return {key: _squeeze("\n".join(each)) for key, each in lines.items()}


def _squeeze(text: str) -> str:
    """Tabs and spaces inside a value are one, as `Text` has it."""
    return "\n".join(" ".join(line.split()) for line in text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "Title: Tea\nDate: 2026-05-14\n\nWords: not in it\n",
        "---\nTitle: Tea\n---\nNot: in it\n",
        "---\nTitle: Tea\n...\nNot: in it\n",
        "--- yes\nTitle: Tea\n--- end\nNot: in it\n",
        "----\nTitle: Tea\n----\nNot: in it\n",
        "---x\nTitle: Tea\n...x\nNot: in it\n",
        "Title: Tea\n    and milk\n    and sugar\nDate: x\n",
        "Title: Tea\n\tand milk\n",
        "Title: Tea\n  \tand milk\n",
        "Title: Tea\n   not more\nDate: x\n",
        "   Title: Tea\n    Date: x\n",
        "    Title: Tea\n",
        "\tTitle: Tea\n",
        "TITLE : Tea\n",
        "Title:Tea\nDate:\n",
        "My-Key_1: a\n",
        "Ti tle: Tea\n",
        "Tïtle: Tea\n",
        "Title: Tea: a story\n",
        "Title: a\nTitle: b\n",
        "\nTitle: Tea\n",
        "Words\nTitle: Tea\n",
        "Title: \u00a0Tea\u00a0\n",
        "Title: Tea\n \nDate: x\n",
        "Title: Tea",
    ],
)
def test_a_header_is_what_the_extension_says(text: str) -> None:
    assert by_us(text) == by_meta(text)


PIECES = st.sampled_from(
    [
        "Title: Tea",
        "Date: x",
        "title: again",
        "key:",
        ": x",
        "words",
        "",
        " ",
        "    more",
        "   Key: v",
        "\tmore",
        " \tmore",
        "\tKey: v",
        "---",
        "--- x",
        "---x",
        "...",
        "....",
        "-- x",
        "K-e_y1:v",
        "    Key: v",
        "é: x",
        "Key : v",
        "Key:\tv\tw",
        "http://example.com",
        "- a",
        "# Title: x",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=8).map("\n".join))
@example("---")
@example("--- x\nTitle: Tea")
def test_any_header_is_what_the_extension_says(text: str) -> None:
    if text.strip():
        assert by_us(text) == by_meta(text)


def test_keys_and_values_know_their_places() -> None:
    header = read_header("---\nTitle:  Thé 😀\n  Date: x\n    more\nSector:\tTea\n", FILE)
    assert [(key.place.line, key.place.column) for key, _ in header.pairs] == [
        (2, 1),
        (3, 3),
        (5, 1),
    ]
    assert [(node.place.line, node.place.column) for _, node in header.pairs] == [
        (2, 9),
        (3, 9),
        (5, 9),
    ]
