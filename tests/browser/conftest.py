"""One served sample site for the whole folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.chromium import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def address(sample_site: Path) -> Iterator[str]:
    """Return where the sample site is served, with no slash at its end."""
    with serve(sample_site / "output") as url:
        yield url
