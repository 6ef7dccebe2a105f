"""A length of a film that cannot be read.

Why: Search engines read `duration` as ISO 8601 and nothing else: the length in words or as on a clock
is lost on them.

Bad:
    author: Marie Dupont
    reviewBody: It boils water.
    video:
      contentUrl: https://example.com/kettle.mp4
      duration: 1m12

Good:
    author: Marie Dupont
    reviewBody: It boils water.
    video:
      contentUrl: https://example.com/kettle.mp4
      duration: PT1M12S
"""

from __future__ import annotations

from ambassade.problem import N_, Level, Rule

RULE = Rule(
    "F114",
    "duration",
    Level.ERROR,
    N_("{key} is “{value}”, which is not a length in ISO 8601."),
    N_("Write PT1M12S for 1 minute and 12 seconds, PT1H5M for an hour and 5 minutes."),
)
