"""A build, or none where nothing has changed since the last one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ambassade.building.asked import Asked
from ambassade.building.last_build import read_build, recall_build
from ambassade.building.sources import look_at_sources
from ambassade.kept.kept_file import NotWhole
from ambassade.publish.exclusive import only_one, only_one_into
from ambassade.publish.former_site import open_former_site
from ambassade.publish.output_folder import check_files, check_output, check_place
from ambassade.publish.shared_listing import SharedListing
from ambassade.publish.staging import clear_staged
from ambassade.publish.swap import recover
from ambassade.publish.written_files import WrittenFiles

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from ambassade.building.built import Built
    from ambassade.building.last_build import LastBuild
    from ambassade.building.sources import Sources
    from ambassade.processes.jobs import Jobs
    from ambassade.publish.former_site import FormerSite
    from ambassade.publish.shared_listing import Found
    from ambassade.site_folder import SiteFolder


def build_site(
    folder: SiteFolder,
    output: Path,
    today: date,
    jobs: Jobs,
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
    with only_one(folder.root), only_one_into(output, folder.root):
        recover(output)
        check_place(output, folder.root)
        try:
            last, anew = read_build(asked.kept("builds")), False
        except NotWhole:
            last, anew = None, True
        sources, former = _look(asked, last)
        last = recall_build(last, former)
        if last and former and last.tells(sources.key, former):
            # What a killed build left would lie there as long as nothing changes.
            clear_staged(output)
            return last.retell()
        from ambassade.building.build_anew import build_anew  # noqa: PLC0415 - as above

        built = build_anew(asked, sources, former, last)
        return replace(built, anew=built.anew or anew)


def _look(asked: Asked, last: LastBuild | None) -> tuple[Sources, FormerSite | None]:
    """Return the sources, and the site in the output. Raises as `build_site`."""
    known, folders = (last.files, last.folders) if last else (WrittenFiles(), None)
    apart = asked.jobs.are_beside(len(known))
    with SharedListing(asked.output, known, folders, apart=apart) as looking:
        sources = look_at_sources(asked.folder, asked.today, drafts=asked.drafts)
        is_same = last is not None and last.told.sources == sources.key
        if apart and not is_same:
            # What a build needs takes as long to load as the output to be looked at.
            import ambassade.building.build_anew  # noqa: F401, PLC0415 - while it is
            from ambassade.rules.documentation import all_rules  # noqa: PLC0415 - as above

            all_rules()
        return sources, _open(asked, last, looking, is_same=is_same)


def _open(
    asked: Asked, last: LastBuild | None, looking: SharedListing, *, is_same: bool
) -> FormerSite | None:
    """Return the site in the output. Raises WrongUsage where others' files are there; EnvironmentFault."""
    site, known = (last.site, last.files) if last else (b"", WrittenFiles())

    def look(is_last: bool) -> Found:  # noqa: FBT001 - the only thing it is told
        # Who builds anew looks for others' files before the new site takes their place.
        return looking.finish(whole=is_same or not is_last)

    former = open_former_site(asked.output, site, known, look)
    if former is None:
        check_output(asked.output, asked.folder.root)
    else:
        check_files(asked.output, former.files, former.foreign)
    return former
