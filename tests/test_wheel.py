"""The wheel, in an environment that knows nothing of this repository."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.ambassade_command import REPOSITORY, files_of
from tests.site_checks import CHECKS

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")


def run(*command: str | Path, cwd: Path, code: int = 0) -> str:
    """Run a program with no terminal, no language and no path to our sources."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "TMPDIR") if key in os.environ}
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env={**kept, "LANG": "fr_FR.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )
    assert done.returncode == code, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the wheel of this repository."""
    folder = tmp_path_factory.mktemp("wheel")
    run(
        *PIP, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", folder, REPOSITORY,
        cwd=folder,
    )  # fmt: skip
    return next(folder.glob("ambassade-*.whl"))


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of programs of a fresh environment that the wheel is installed in.

    What Ambassade needs is taken from this environment; its link to our sources is not.
    """
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin/python"
    run(*PIP, "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))",
                        cwd=folder).strip())  # fmt: skip
    (packages / "needed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    where = run(python, "-c", "import ambassade; print(ambassade.__file__)", cwd=folder)
    assert Path(where.strip()).is_relative_to(packages)
    return folder / "bin"


def test_it_holds_code_theme_catalogues_and_scaffold_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    tracked = {
        f"ambassade/{path.relative_to(folder).as_posix()}"
        for folder in (REPOSITORY / "plugins/ambassade",)
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    theme = {
        f"ambassade/{path.relative_to(REPOSITORY).as_posix()}"
        for path in (REPOSITORY / "theme").rglob("*")
        if path.is_file()
    }
    ours = {name for name in names if ".dist-info/" not in name}
    assert ours == tracked | theme
    assert "ambassade/locale/fr/ambassade.po" in ours
    assert "ambassade/scaffold/common/dot-gitignore" in ours
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_two_commands_give_a_site_that_builds_with_the_packages_own_theme(
    programs: Path, tmp_path: Path
) -> None:
    command = programs / "ambassade"
    run(command, "init", "shop", cwd=tmp_path)
    site = tmp_path / "shop"
    run(command, "build", cwd=site)
    told = run(command, "check", cwd=site).splitlines()
    assert [line for line in told if ": warning: " not in line] == []
    built = files_of(site / "output")
    assert "reviews/our-product/2025-03-03-a-sample-to-delete/index.html" in built
    assert b"@layer reset,tokens" in built["theme/ambassade.css"]
    html = built["index.html"].decode()
    assert 'lang="en"' in html
    assert html.count("ambassade.css") == 1
    for name, check in CHECKS.items():
        assert check(site / "output", "https://example.com") == [], name
    theme = run(
        programs / "python", "-c", "from ambassade.theme import package_theme as p; print(p())",
        cwd=site,
    )  # fmt: skip
    assert Path(theme.strip()).is_relative_to(programs.parent)


def test_a_site_emptied_of_its_samples_builds(programs: Path, tmp_path: Path) -> None:
    run(programs / "ambassade", "init", "shop", cwd=tmp_path)
    site = tmp_path / "shop"
    for path in [*site.glob("reviews/our-product/*"), *site.glob("content/stories/*")]:
        path.unlink()
    (site / "reviews/our-product").rmdir()
    run(programs / "ambassade", "build", cwd=site)
    run(programs / "ambassade", "check", cwd=site)
    assert (site / "output/index.html").is_file()


def test_new_and_help_work_from_the_wheel(programs: Path, tmp_path: Path) -> None:
    run(programs / "ambassade", "init", "shop", cwd=tmp_path)
    words = ("new", "review", "--author", "Marie Dupont", "--rating", "5", "--title", "Good")
    path = run(programs / "ambassade", *words, cwd=tmp_path / "shop").strip()
    assert (tmp_path / "shop" / path).is_file()
    assert "ambassade new" in run(programs / "python", "-m", "ambassade", "--help", cwd=tmp_path)
