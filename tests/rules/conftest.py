"""What the tests of rules share: a site to put reviews into."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.rules.sample_site import find_problems, tell, write_samples, write_site

Told = Callable[..., list[str]]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """Return a function that writes a sample and returns what is told of a code."""
    write_site(tmp_path)

    def write_and_tell(code: str, sample: str) -> list[str]:
        write_samples(sample, tmp_path)
        return tell(find_problems(tmp_path), code)

    return write_and_tell
