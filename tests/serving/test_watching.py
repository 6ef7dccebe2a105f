"""What is a change and what is not."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
import watchfiles

from ambassade.serving import watching

SITE = Path("/x/.hidden/site")


@pytest.mark.parametrize(
    "name", ["reviews/kettle/2026-05-14-a.yaml", "reviews/kettle", "theme/static/css/own.css"]
)
def test_what_is_written_is_a_change_wherever_the_site_lies(name: str) -> None:
    assert watching.is_of_interest(SITE / name, [SITE / "reviews", SITE / "theme"])


@pytest.mark.parametrize(
    "name",
    [".a.yaml.swp", "a.yaml~", "4913", "#a.yaml#", ".git/index", "__pycache__/a.pyc", "a.yaml.tmp"],
)
def test_what_editors_and_python_leave_is_no_change(name: str) -> None:
    assert not watching.is_of_interest(SITE / "reviews" / name, [SITE / "reviews"])


def test_the_folder_of_content_is_read_without_running_the_settings(tmp_path: Path) -> None:
    conf, publish = tmp_path / "pelicanconf.py", tmp_path / "publishconf.py"
    assert watching.find_folder(tmp_path, [conf], "PATH", "content") == tmp_path / "content"
    conf.write_text('PATH = "words"\nraise SystemExit\n', encoding="utf-8")
    assert watching.find_folder(tmp_path, [conf, publish], "PATH", "content") == tmp_path / "words"
    publish.write_text("PATH = (\n", encoding="utf-8")
    assert watching.find_folder(tmp_path, [conf, publish], "PATH", "content") == tmp_path / "words"


@pytest.mark.parametrize("can_tell", [True, False])
def test_a_change_sets_the_event_even_where_the_system_gives_no_watches(
    can_tell: bool,  # noqa: FBT001 - pytest's way
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "reviews").mkdir()
    if not can_tell:
        monkeypatch.setattr(watching, "watch", _refuse_watches)
        monkeypatch.setattr(watching, "AGAIN_AFTER", 0.0)
    changed = Event()
    with watching.watching(tmp_path, [tmp_path / "pelicanconf.py"], changed):
        for name in ("reviews/a.yaml", "pelicanconf.py"):
            changed.clear()
            for number in range(100):
                # Again and again: when the watch stands is not to be seen from here.
                (tmp_path / name).write_text(f"a: {number}", encoding="utf-8")
                if changed.wait(0.1):
                    break
            assert changed.is_set()


def _refuse_watches(*folders: Path, force_polling: bool = False, **options: object) -> object:
    if not force_polling:
        raise OSError("OS file watch limit reached")
    return watchfiles.watch(*folders, force_polling=True, **options)  # type: ignore[arg-type]
