"""Ambassade: customer reviews kept in git become a fast, honest static site."""

__version__ = "0.1.0"


def register() -> None:
    """Connect to Pelican: what `PLUGINS = ["ambassade"]` calls."""
    from ambassade.plugin import register as connect  # noqa: PLC0415 - Pelican only where it is used

    connect()
