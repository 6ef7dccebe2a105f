"""Texts as YAML: whatever somebody typed is read again as it was typed.

In: any text. Out: what follows `key: `, in the plainest form that survives.
"""

from __future__ import annotations

import re

# Letters, digits and what is harmless among them: no `: `, no ` #`, no indicator at the beginning.
_PLAIN = re.compile(r"[^\W_](?:[\w ().,;/+’'–—-]|:(?=\S))*", re.UNICODE)
_NOT_TEXT = re.compile(r"(?i:true|false|yes|no|on|off|null|y|n)|[\d.,_:+-]+(?:e[\d+-]+)?|0[xob].*")
_LINE_ENDS = re.compile("\r\n?")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def write_text(text: str) -> str:
    """Return a text of one value: plain where that is safe, else in quotes."""
    text = _LINE_ENDS.sub("\n", text).strip()
    if _PLAIN.fullmatch(text) and not _NOT_TEXT.fullmatch(text) and not text.endswith((" ", ":")):
        return text
    if "'" not in text and text.isprintable() and ('"' in text or "\\" in text):
        return f"'{text}'"
    return f'"{"".join(map(_escape, text))}"'


def write_number(text: str) -> str:
    """Return a number or a date as it was typed; anything else as a text."""
    text = text.strip()
    return text if re.fullmatch(r"[0-9]+(?:[.-][0-9]+)*", text, re.ASCII) else write_text(text)


def write_words(text: str, indent: str = "  ") -> str:
    """Return the lines that follow `key: |`: a text of any length, kept to the letter."""
    text = _LINE_ENDS.sub("\n", text).strip()
    return "\n".join(f"{indent}{line}" if line else "" for line in text.split("\n"))


def _escape(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable() or char == "\u00a0":
        return char
    return f"\\U{ord(char):08x}"
