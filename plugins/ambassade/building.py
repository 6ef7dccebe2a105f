"""A build, or none where nothing has changed since the last one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ambassade.built import recall_build, remember_build
from ambassade.frame import hash_sources
from ambassade.kept_file import NotWhole, kept_path
from ambassade.publish.exclusive import only_one
from ambassade.publish.former_site import open_former_site
from ambassade.publish.output_folder import check_output
from ambassade.publish.swap import recover

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from ambassade.built import Built
    from ambassade.site_folder import SiteFolder


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
    with only_one(folder.root):
        recover(output)
        check_output(output, folder.root)
        former = open_former_site(output)
        receipt = kept_path(folder, "receipts", drafts=drafts)
        sources = hash_sources(folder, today, drafts=drafts)
        anew = False
        try:
            built = recall_build(receipt, sources, former)
        except NotWhole:
            built, anew = None, True
        if built is None:
            # Pelican and all that pages need take longer to load than it takes to come here.
            from ambassade.building_anew import build_anew  # noqa: PLC0415

            built = build_anew(folder, output, today, jobs, progress, former, drafts=drafts)
            remember_build(receipt, sources, open_former_site(output), built)
            built = replace(built, anew=built.anew or anew)
        return built
