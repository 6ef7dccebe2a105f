"""The site of a survey and of the bodies that Pelican made: looked at once more, then written.

In: what `build` hands over, the bodies. Out: the files of the new site; or Refused, with the problems
that say why.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ambassade.pelican_run.bodies import find_blocked_parts, find_broken_links, find_foreign_ratings
from ambassade.pelican_run.damaged_pictures import describe_damaged
from ambassade.pelican_run.handed import Refused
from ambassade.pelican_run.words import leave_out_told
from ambassade.problem import Level, Place, Problem
from ambassade.publish.pictures import DamagedPictures
from ambassade.publish.site_files import write_site
from ambassade.publish.template_fault import TemplateFault
from ambassade.rules.building import template_fault
from ambassade.rules.severity import judge

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ambassade.pelican_run.handed import Handed
    from ambassade.publish.new_tree import NewTree
    from ambassade.survey.surveyed import Survey


def find_faults(survey: Survey, bodies: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what is wrong with bodies, and with the templates of the site's own."""
    yield from find_broken_links(survey, bodies)
    yield from find_foreign_ratings(survey, bodies)
    yield from find_blocked_parts(survey, bodies)


def write_handed(
    handed: Handed,
    tree: NewTree,
    bodies: Mapping[str, str],
    additions: Mapping[str, Mapping[str, Any]] | None = None,
) -> None:
    """Write all files of the site into `tree`; for the rest see `write_site`.

    With `additions`, no page of the former site stays. Raises Refused, before anything is written if a
    body is at fault; Stop.
    """
    survey = handed.survey
    found = [*find_faults(survey, bodies)]
    handed.problems = [*leave_out_told(handed.problems, found), *found]
    if any(one.level is Level.ERROR for one in judge(found, survey.site.settings)):
        raise Refused
    try:
        handed.anew |= write_site(
            survey,
            tree,
            bodies,
            jobs=handed.jobs,
            progress=handed.progress,
            additions=additions,
            kept=None if survey.folder.has_additions else handed.kept,
        )
    except DamagedPictures as damaged:
        handed.problems += describe_damaged(damaged, survey, bodies)
        raise Refused from None
    except TemplateFault as fault:
        handed.problems.append(describe_template_fault(fault, survey.folder.root))
        raise Refused from None
    handed.bodies = dict(bodies)


def describe_template_fault(fault: TemplateFault, root: Path) -> Problem:
    """Return what the editor of a template in the site `root` is told."""
    path = Path(fault.file)
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    return template_fault.RULE.at(Place(shown.as_posix(), fault.line), reason=fault.reason)
