"""What others did to our files when Pelican had ended: plugins have the last word, and some remove.

In: the survey, and the tree with what was written. Out: problems; machine outputs are as they were
written, and the compressed siblings of a text say what it says.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from ambassade.outputs import make_item_outputs, make_outputs
from ambassade.problem import Place, Problem
from ambassade.public import read_item
from ambassade.publish.manifest import hash_file
from ambassade.publish.others_files import find_changed, find_lost, take_back_list
from ambassade.publish.siblings import has_siblings, with_siblings
from ambassade.rules.building import file_lost, file_taken, page_rewritten
from ambassade.stop import environment_faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ambassade.publish.new_tree import NewTree
    from ambassade.survey.surveyed import Survey

_NAMED: Final = 3


def settle(survey: Survey, tree: NewTree, *, is_listed: bool) -> Iterator[Problem]:
    """Put right what others changed, and yield what is to be told of it. Raises EnvironmentFault.

    `is_listed`: the list of files in the folder is a former build's.
    """
    place = Place(survey.folder.settings_files[-1].name)
    listed = [] if is_listed else take_back_list(tree)
    changed = find_changed(tree)
    restored = _restore(survey, tree, changed) if changed else []
    for name in sorted({*tree.taken, *listed, *restored}):
        yield file_taken.RULE.at(place, file=name)
    lost = find_lost(tree, changed)
    if lost:
        yield file_lost.RULE.at(place, count=str(len(lost)), files=_name(lost))
    rewritten = _find_rewritten(tree, changed.difference(restored, lost))
    if survey.site.settings.production:
        _make_siblings(tree, rewritten)
    pages = [name for name in rewritten if name.endswith(".html")]
    if pages:
        yield page_rewritten.RULE.at(place, count=str(len(pages)), files=_name(pages))


def _name(files: list[str]) -> str:
    named = ", ".join(files[:_NAMED])
    return f"{named}, …" if len(files) > _NAMED else named


def _restore(survey: Survey, tree: NewTree, changed: set[str]) -> list[str]:
    """Write the changed machine outputs anew, and return the names."""
    site, production = survey.site.without_drafts(), survey.site.settings.production
    of_items = (make_item_outputs(site, read_item(item)) for item in site.items)
    restored = []
    for name, data in chain(make_outputs(site, survey.lines), *of_items):
        if name in changed:
            restored.append(name)
            for each, content in with_siblings(name, data) if production else [(name, data)]:
                tree.write_again(each, content)
    return restored


def _find_rewritten(tree: NewTree, changed: Iterable[str]) -> list[str]:
    """Return which of the files hold something else, sorted: a touch changes nothing."""
    with environment_faults(tree.folder):
        return sorted(
            name
            for name in changed
            if hash_file(f"{tree.folder}/{name}") != tree.describe(name).sha256
        )


def _make_siblings(tree: NewTree, rewritten: list[str]) -> None:
    for name in filter(has_siblings, rewritten):
        path = tree.folder / name
        with environment_faults(path):
            data = path.read_bytes()
        for each, content in with_siblings(name, data):
            if each != name:
                tree.write_again(each, content)
