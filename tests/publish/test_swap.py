"""The new site takes the former one's place, or the former stays."""

import os
import signal
import stat
import sys
from pathlib import Path

import pytest

from ambassade.publish import swap
from ambassade.publish.exchange import exchange
from ambassade.publish.swap import recover, swap_in
from ambassade.stop import EnvironmentFault
from tests.publish.folders import Mount, Start, names_in
from tests.rules.sample_site import write_file

linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux exchanges names in one step"
)


def cannot_exchange(_one: Path, _other: Path) -> bool:
    return False


@pytest.fixture(params=["exchange", "two renames"])
def _both_ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the test as on this system, and as on one that cannot exchange names."""
    if request.param == "two renames":
        monkeypatch.setattr(swap, "exchange", cannot_exchange)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Return an output folder with a former site."""
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "former.html").write_text("former")
    return tmp_path / "output"


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    """Return a staged folder with a new site."""
    (tmp_path / ".output.ambassade-new").mkdir()
    (tmp_path / ".output.ambassade-new" / "new.html").write_text("new")
    return tmp_path / ".output.ambassade-new"


def test_a_missing_output_becomes_the_new_site(staged: Path, tmp_path: Path) -> None:
    swap_in(staged, tmp_path / "output")
    assert names_in(tmp_path) == ["output"]
    assert names_in(tmp_path / "output") == ["new.html"]


def test_an_empty_output_becomes_the_new_site(staged: Path, tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    swap_in(staged, tmp_path / "output")
    assert names_in(tmp_path) == ["output"]
    assert names_in(tmp_path / "output") == ["new.html"]


@pytest.mark.usefixtures("_both_ways")
def test_a_former_site_is_replaced_whole_and_removed(staged: Path, output: Path) -> None:
    swap_in(staged, output)
    assert names_in(output.parent) == ["output"]
    assert names_in(output) == ["new.html"]


@pytest.mark.usefixtures("_both_ways")
def test_the_mode_of_the_former_folder_stays(staged: Path, output: Path) -> None:
    output.chmod(0o2751)
    swap_in(staged, output)
    assert stat.S_IMODE(output.stat().st_mode) == 0o2751


@linux
@pytest.mark.usefixtures("_both_ways")
def test_the_owner_and_group_of_the_former_folder_stay_as_far_as_may_be(
    staged: Path, output: Path
) -> None:
    if os.geteuid() == 0:
        os.chown(output, 12, 34)
    groups = [group for group in os.getgroups() if group != os.getegid()]
    if os.geteuid() and groups:
        os.chown(output, -1, groups[0])
    before = output.stat()
    swap_in(staged, output)
    assert (output.stat().st_uid, output.stat().st_gid) == (before.st_uid, before.st_gid)


@pytest.mark.usefixtures("_both_ways")
def test_a_relative_output_is_swapped_too(
    staged: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(output.parent)
    swap_in(Path(staged.name), Path("output"))
    assert names_in(output) == ["new.html"]


@pytest.mark.usefixtures("_both_ways")
def test_when_the_new_site_is_gone_the_former_stays(staged: Path, output: Path) -> None:
    staged.rename(staged.with_name("taken away"))
    with pytest.raises(EnvironmentFault, match="No such file"):
        swap_in(staged, output)
    assert names_in(output.parent) == ["output", "taken away"]
    assert names_in(output) == ["former.html"]


def test_when_the_second_rename_fails_the_first_is_undone(
    staged: Path, output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "exchange", cannot_exchange)
    rename = Path.rename

    def refuse_staged(path: Path, target: Path) -> Path:
        if path == staged:
            assert not output.exists()
            raise PermissionError(13, "Permission denied", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse_staged)
    with pytest.raises(EnvironmentFault, match=r"ambassade-new.*Permission denied"):
        swap_in(staged, output)
    assert names_in(output.parent) == [".output.ambassade-new", "output"]
    assert names_in(output) == ["former.html"]


@linux
def test_the_output_is_there_at_every_moment_of_many_swaps(
    output: Path, tmp_path: Path, start: Start
) -> None:
    reader = start(
        "import os\n"
        "print('looking', flush=True)\n"
        "missing = 0\n"
        "while not os.path.exists(sys.argv[2]):\n"
        "    missing += not os.path.exists(sys.argv[1])\n"
        "print(missing)\n",
        output,
        tmp_path / "end",
    )
    assert reader.stdout
    assert reader.stdout.readline() == "looking\n"
    for number in range(200):
        (tmp_path / "new").mkdir()
        (tmp_path / "new" / "index.html").write_text(str(number))
        swap_in(tmp_path / "new", output)
    (tmp_path / "end").touch()
    assert reader.communicate(timeout=30) == ("0\n", "")


@linux
def test_a_disk_mounted_on_the_output_is_a_fault_and_stays(
    staged: Path, output: Path, mount: Mount
) -> None:
    mount("-t", "tmpfs", "tmpfs", output)
    (output / "index.html").write_text("former")
    with pytest.raises(EnvironmentFault, match="busy"):
        swap_in(staged, output)
    assert names_in(output.parent) == [staged.name, "output"]
    assert names_in(output) == ["index.html"]


@linux
def test_exchange_says_so_when_it_refuses(output: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        exchange(tmp_path / "nothing", output)
    assert caught.value.filename == str(tmp_path / "nothing")


def test_a_site_killed_between_two_renames_is_put_back_at_the_next_start(
    staged: Path, output: Path, start: Start
) -> None:
    build = start(
        "import os, signal\n"
        "from pathlib import Path\n"
        "from ambassade.publish import swap\n"
        "swap.exchange = lambda one, other: False\n"
        "rename = Path.rename\n"
        "def die_after(path, target):\n"
        "    rename(path, target)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "Path.rename = die_after\n"
        "swap.swap_in(Path(sys.argv[1]), Path(sys.argv[2]))\n",
        staged,
        output,
    )
    assert build.wait(timeout=30) == -signal.SIGKILL
    assert not output.exists()

    recover(output)

    assert names_in(output) == ["former.html"]
    assert names_in(output.parent) == [".output.ambassade-new", "output"]


def test_a_former_site_left_beside_the_new_one_is_removed(output: Path) -> None:
    (output.parent / ".output.ambassade-old").mkdir()
    (output.parent / ".output.ambassade-old" / "older.html").touch()
    recover(output)
    assert names_in(output.parent) == ["output"]
    assert names_in(output) == ["former.html"]


@pytest.mark.usefixtures("_both_ways")
def test_what_a_killed_build_left_beside_the_output_does_not_stop_a_swap(
    staged: Path, output: Path
) -> None:
    (output.parent / ".output.ambassade-old").mkdir()
    (output.parent / ".output.ambassade-old" / "older.html").touch()
    swap_in(staged, output)
    assert names_in(output.parent) == ["output"]
    assert names_in(output) == ["new.html"]


def test_a_link_in_the_place_of_a_former_site_is_not_put_back(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / ".output.ambassade-old").symlink_to(tmp_path / "mine")
    recover(tmp_path / "output")
    assert names_in(tmp_path) == [".output.ambassade-old", "mine"]


@pytest.mark.usefixtures("_both_ways")
def test_the_former_site_takes_the_place_of_all_spares(
    staged: Path, output: Path, tmp_path: Path
) -> None:
    spare = tmp_path / ".ambassade/spare/pelicanconf"
    for name in ("pelicanconf", "publishconf"):
        write_file(spare.parent, f"{name}/older.html", b"older")
    # Only what is of links is kept.
    (output / "linked.html").hardlink_to(output / "former.html")
    swap_in(staged, output, spare)
    assert names_in(spare.parent) == ["pelicanconf"]
    assert names_in(spare) == ["former.html", "linked.html"]


@pytest.mark.usefixtures("_both_ways")
def test_a_link_in_the_place_of_the_spares_is_removed_and_not_followed(
    staged: Path, output: Path, tmp_path: Path
) -> None:
    write_file(tmp_path, "mine/pelicanconf/a", b"mine")
    (tmp_path / ".ambassade").mkdir()
    (tmp_path / ".ambassade/spare").symlink_to(tmp_path / "mine")
    swap_in(staged, output, tmp_path / ".ambassade/spare/pelicanconf")
    assert names_in(tmp_path / "mine/pelicanconf") == ["a"]
    assert names_in(output) == ["new.html"]


def test_there_may_be_nothing_to_recover(tmp_path: Path) -> None:
    recover(tmp_path / "output")
    assert names_in(tmp_path) == []
