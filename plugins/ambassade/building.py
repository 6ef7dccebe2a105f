"""A build, or none where nothing has changed since the last one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ambassade.frame import hash_sources
from ambassade.kept_file import NotWhole, kept_path
from ambassade.last_build import recall_build
from ambassade.publish.exclusive import only_one
from ambassade.publish.former_site import open_former_site
from ambassade.publish.output_folder import check_files, check_output, check_place
from ambassade.publish.swap import recover

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from ambassade.built import Built
    from ambassade.publish.former_site import FormerSite
    from ambassade.site_folder import SiteFolder


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be built, and how. With `drafts`, pending reviews are in it, marked as such."""

    folder: SiteFolder
    output: Path
    today: date
    jobs: int
    progress: Callable[[int, int | None], None]
    drafts: bool

    @property
    def sources(self) -> bytes | None:
        """A hash of all that it hangs on; None where nobody knows all of it."""
        return hash_sources(self.folder, self.today, drafts=self.drafts)

    def kept(self, kind: str) -> Path:
        """Return where things of a `kind` are kept of it."""
        return kept_path(self.folder, kind, drafts=self.drafts)


def build_site(
    folder: SiteFolder,
    output: Path,
    today: date,
    jobs: int,
    progress: Callable[[int, int | None], None] = lambda _done, _total: None,
    *,
    drafts: bool = False,
) -> Built:
    """Build the site into `output` unless there is an error, and return what was found.

    With `drafts`, pending reviews are in it, marked as such. Where the sources and the site are as the
    last build left them, what it told is returned.

    Raises Stop: WrongUsage for an output that is not ours, EnvironmentFault, AnotherBuild.
    """
    asked = Asked(folder, output, today, jobs, progress, drafts)
    with only_one(folder.root):
        recover(output)
        former = _look_at(output, folder)
        sources, anew = asked.sources, False
        try:
            last = recall_build(asked.kept("builds"), former)
        except NotWhole:
            last, anew = None, True
        if last and former and last.tells(sources, former):
            return last.retell()
        # Pelican and all that pages need take longer to load than it takes to come here.
        from ambassade.building_anew import build_anew  # noqa: PLC0415

        built = build_anew(asked, sources, former, last)
        return replace(built, anew=built.anew or anew)


def _look_at(output: Path, folder: SiteFolder) -> FormerSite | None:
    """Return the site in `output`. Raises WrongUsage where others' files are there; EnvironmentFault."""
    check_place(output, folder.root)
    former = open_former_site(output)
    if former is None:
        check_output(output, folder.root)
    else:
        check_files(output, former.hashes, former.stamps)
    return former
