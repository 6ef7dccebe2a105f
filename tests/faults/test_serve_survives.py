"""`ambassade serve` goes on showing the former site whatever befalls a build, and recovers by itself.

It builds as `build --watch` does, whose test has more faults.
"""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

from tests.faults.faulty_site import WORDS, fill_disk, rest_of, swap_words
from tests.patience import PATIENCE
from tests.rules.sample_site import write_file
from tests.served_site import start_serving

if TYPE_CHECKING:
    from pathlib import Path

    from tests.served_site import Served

PAGE = "/reviews/kettle/2026-05-14-saved-us-a-week/"
SMALL = 50_000


def wait_for_words(served: Served, words: str, page: str = PAGE) -> None:
    """Wait until the page shows `words`; nothing of the site is changed meanwhile."""
    deadline = time.monotonic() + PATIENCE
    while words not in served.get(page)[1]:
        assert time.monotonic() < deadline, served.said
        assert served.process.poll() is None, served.said
        time.sleep(0.1)


def test_it_outlives_a_full_disk_foreign_files_and_what_cannot_be_read(
    site_on_small_disk: Path,
) -> None:
    site = site_on_small_disk
    with start_serving(site, "--jobs", "2") as served:
        wait_for_words(served, WORDS)

        ballast = fill_disk(site.parent, SMALL)
        swap_words(site, "Kettle Works", "Teapot Works", "pelicanconf.py")
        served.wait_for("No space left")
        assert WORDS in served.get(PAGE)[1]
        ballast.unlink()
        wait_for_words(served, "Teapot Works")

        write_file(site, ".ambassade/serve/CNAME", b"example.com")
        swap_words(site)
        served.wait_for("did not write")
        (site / ".ambassade/serve/CNAME").unlink()
        wait_for_words(served, "It heats water.")

        # A link into a folder that nobody watches.
        (site / "reviews/kettle/2026-05-15-later.yaml").symlink_to(site / "notes/later.yaml")
        served.wait_for("2026-05-15-later.yaml cannot be read")
        write_file(site, "notes/later.yaml", b"author: Lea\nreviewRating: 3\nreviewBody: Later.\n")
        wait_for_words(served, "Later.", "/reviews/kettle/2026-05-15-later/")
        shutil.rmtree(site / "notes")
        assert rest_of(site) == set()
