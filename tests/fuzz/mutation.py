"""A file, spoilt: bytes lost, doubled, swapped, and marks put in that parsers stumble over."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

MARKS = (
    *(b"\n", b"\r", b"\r\n", b"\t", b" ", b"  ", b"- ", b"? ", b": ", b":", b"#", b" #", b","),
    *(b"|\n", b">-\n"),
    *(b"[", b"]", b"{", b"}", b"'", b'"', b"\\", b"`", b"@", b"%", b"!", b"!!str ", b"&a ", b"*a"),
    *(b"<<: *a",),
    *(b"---\n", b"...\n", b"%YAML 1.2\n", b"~", b"null", b"no", b"0x1f", b".inf", b"1e999", b"2026-02-30"),
    *(b"\x00", b"\x1b[31m", b"\x7f", b"\x85".decode("latin-1").encode(), b"\xff", b"\xc0\xaf"),
    *(b"\xed\xa0\x80",),
    *(b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xef\xbf\xbe", b"\xf0\x9f\x98\x80"),
    *(b"e\xcc\x81",),
    *(b"\\u0000", b"\\ud800", b"\\x1b", b"\\U0010ffff", b"\\N", b"\\", b"<script>", b"</script>"),
    *(b"{{", b"{%"),
    *(b"![", b"[a](", b"](javascript:x)", b"<!--", b"**", b"_", b"> ", b"1. ", b"```", b"Title: "),
    *(b"Date: ",),
    *(b"../", b"/etc/passwd", b"content/images/", b"https://", b"-1", b"99999999999999999999"),
    *(b"0001-01-01",),
    *(b"9999-12-31", b"author:", b"reviewRating: 4\n", b"status: withheld\n", b"consent: {given: "),
    *(b"fr: ",),
    *(b"corrections=", b"locked=", b"forgotten=", b"=======", b"[" * 40, b"- " * 40, b"{a: " * 40),
    *(b"x" * 300,),
)  # fmt: skip


def mutate(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    """Return `data` with some of it spoilt; parts of `others` may come in."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 5, 8))):
        data = _mutate_once(data, random, others)
    return data


def _mutate_once(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    at = random.randint(0, len(data))
    end = min(len(data), at + random.choice((1, 1, 2, 5, 20, 100, 1000)))
    other = random.choice(others)
    begin = random.randint(0, len(other))
    way = random.randrange(8)
    if way < 3:
        return data[:at] + random.choice(MARKS) + data[at:]
    if way == 3:
        return data[:at] + data[end:]
    if way == 4:
        return data[:at] + data[at:end] * random.choice((2, 3, 30)) + data[end:]
    if way == 5:
        return data[:at] + random.randbytes(random.randint(1, 4)) + data[end:]
    if way == 6:
        return data[:at] + other[begin : begin + random.choice((10, 100, 1000))] + data[end:]
    return data[:at] + random.choice(MARKS) + data[end:]
