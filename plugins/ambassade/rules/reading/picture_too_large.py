r"""A picture with more pixels than anybody can show.

Why: A few bytes may claim thousands of millions of pixels; whatever unpacked them would run out of
memory. Nothing here does: a picture's size is read before its pixels.

Bad:
    # file: reviews/kettle/2026-05-14-saved-us-a-week.yaml
    author: Marie Dupont
    reviewBody: It boils water.
    image: images/wide.png
    # file: content/images/wide.png
    (escaped) \x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\xc3P\x00\x00\xc3P\x01\x00\x00\x00\x00c\xd4\x00g\x00\x00\x00\x00IDAT5\xaf\x06\x1e\x00\x00\x00\x00IEND\xaeB`\x82

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    image: images/kettle.png
"""  # noqa: E501 - a picture is as long as it is

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "F112",
    "picture-too-large",
    Level.ERROR,
    N_("The picture {value} has more than {most} million pixels."),
    N_("Save it smaller: no page shows more than 1,920 pixels side by side."),
    fixed=True,
)
