"""Reviews and settings of which the tests of truth make their samples."""

from tests.rules.sample_site import SETTINGS

REVIEW = "author: Marie Dupont\nreviewBody: It boils.\n"
LONG = "It boils water fast, for ten cups, and quietly, every day."


def write_reviews(*texts: str) -> str:
    """Return the sample of reviews of the kettle, a day apart."""
    return "".join(
        f"# file: reviews/kettle/2026-05-{day}-a-kettle.yaml\n{text}\n"
        for day, text in enumerate(texts, 11)
    )


def write_settings(*lines: str) -> str:
    """Return the sample of the settings with further lines."""
    return f"# file: pelicanconf.py\n{SETTINGS}" + "".join(f"{line}\n" for line in lines)


def write_review(name: str, body: str, more: str = "") -> str:
    """Return a review with those words."""
    return f"author: {name}\nreviewBody: |-\n  {body}\n{more}"
