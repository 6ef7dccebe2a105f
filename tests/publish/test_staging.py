"""The folder in which a new site grows, and what stays of it."""

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from ambassade.publish.staging import stage
from ambassade.publish.swap import swap_in
from ambassade.stop import EnvironmentFault
from tests.publish.folders import Start, names_in


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Return an output folder with a former site."""
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "index.html").write_text("former")
    return tmp_path / "output"


def test_it_is_empty_and_beside_the_output(output: Path) -> None:
    with stage(output) as (staged, _):
        assert staged == output.parent / ".output.ambassade-new"
        assert list(staged.iterdir()) == []


def test_it_is_made_where_not_even_the_parent_is_there(tmp_path: Path) -> None:
    with stage(tmp_path / "a" / "b") as (staged, _):
        assert staged.is_dir()


def test_after_a_swap_nothing_is_left_beside_the_new_site(output: Path) -> None:
    with stage(output) as (staged, _):
        (staged / "index.html").write_text("new")
        swap_in(staged, output)
    assert names_in(output.parent) == ["output"]
    assert (output / "index.html").read_text() == "new"


@pytest.mark.parametrize("fault", [KeyboardInterrupt, ValueError, SystemExit])
def test_whatever_is_raised_removes_it_and_passes_on(
    output: Path, fault: type[BaseException]
) -> None:
    def fail_midway() -> None:
        with stage(output) as (staged, _):
            (staged / "index.html").write_text("new")
            raise fault

    with pytest.raises(fault):
        fail_midway()
    assert names_in(output.parent) == ["output"]
    assert (output / "index.html").read_text() == "former"


def test_a_build_killed_midway_leaves_the_site_and_the_next_starts_afresh(
    output: Path, start: Start
) -> None:
    build = start(
        "import time\n"
        "from pathlib import Path\n"
        "from ambassade.publish.staging import stage\n"
        "with stage(Path(sys.argv[1])) as (staged, _):\n"
        "    (staged / 'index.html').write_text('half')\n"
        "    print('written', flush=True)\n"
        "    time.sleep(60)\n",
        output,
    )
    assert build.stdout
    assert build.stdout.readline() == "written\n"
    build.kill()
    assert build.wait() == -signal.SIGKILL

    assert (output / "index.html").read_text() == "former"
    assert (output.parent / ".output.ambassade-new" / "index.html").read_text() == "half"
    with stage(output) as (staged, _):
        assert list(staged.iterdir()) == []


def test_a_link_in_its_place_is_removed_and_not_followed(output: Path, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "holiday.jpg").write_text("mine")
    (tmp_path / ".output.ambassade-new").symlink_to(tmp_path / "photos")
    with stage(output) as (staged, _):
        assert not staged.is_symlink()
    assert (tmp_path / "photos" / "holiday.jpg").read_text() == "mine"


def test_a_parent_that_is_a_file_is_a_fault_that_names_the_path_and_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    why = r"file/\.output\.ambassade-new.*Not a directory"
    with pytest.raises(EnvironmentFault, match=why), stage(tmp_path / "file" / "output"):
        pytest.fail("it was staged")


def test_an_os_error_of_the_block_is_a_fault_that_names_its_file(output: Path) -> None:
    with (
        pytest.raises(EnvironmentFault, match=r"logo\.svg.*No such file"),
        stage(output) as (staged, _),
    ):
        (staged / "logo.svg").read_bytes()


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Return a folder where 200,000 bytes have no room and the line that makes it so.

    A small disk where we may mount one, else a limit on the size of files.
    """
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    mounted = subprocess.run(command, check=False, capture_output=True).returncode == 0
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
    yield disk, "" if mounted else limit
    if mounted:
        subprocess.run(["umount", str(disk)], check=True)  # noqa: S607


def test_a_full_disk_is_a_fault_that_names_the_file_and_leaves_the_site(
    full_disk: tuple[Path, str], start: Start
) -> None:
    disk, line = full_disk
    (disk / "output").mkdir()
    (disk / "output" / "index.html").write_text("former")
    build = start(
        line + "from pathlib import Path\n"
        "from ambassade.publish.staging import stage\n"
        "from ambassade.publish.write import NewFiles\n"
        "from ambassade.stop import EnvironmentFault\n"
        "try:\n"
        "    with stage(Path(sys.argv[1])) as (staged, _):\n"
        "        NewFiles(staged).write('big/index.html', bytes(200_000))\n"
        "except EnvironmentFault as fault:\n"
        "    print(fault)\n",
        disk / "output",
    )
    said, errors = build.communicate(timeout=30)

    assert errors == ""
    assert ".output.ambassade-new/big/index.html cannot be" in said
    assert "No space left on device" in said or "File too large" in said
    assert names_in(disk) == ["output"]
    assert (disk / "output" / "index.html").read_text() == "former"
