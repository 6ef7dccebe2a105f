"""A picture that is not there, or is none.

Why: A page with a broken picture looks careless.

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    image: images/nowhere.png

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    image: images/kettle.png
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "F110",
    "picture-missing",
    Level.ERROR,
    N_("The picture {value} is not there."),
    N_("Put it under content/images/, or mend the path."),
)


UNREADABLE = N_("{value} is not a picture that can be shown.")
FORMATS = N_("Save it as PNG, JPEG, WebP, AVIF or GIF.")
ENDING = N_("The name of the picture {value} does not end as a picture's.")
ENDINGS = N_(
    "Let it end in its format, such as .jpg or .png: servers tell browsers by it what a file is."
)
