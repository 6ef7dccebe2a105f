"""YAML text to nodes that know their places.

The events of PyYAML's parser are taken one by one: nothing nests beyond a limit, nothing is
resolved (`no` stays a text), nothing is aliased, no key is lost.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from ambassade.fields.kinds import describe_node
from ambassade.fields.node import Entries, Items, Node, Scalar
from ambassade.problem import Place, Problem
from ambassade.rules.reading import (
    alias,
    bidi_control,
    control_character,
    duplicate_key,
    several_documents,
    tag,
    too_deep,
    wrong_type,
    yaml_syntax,
)
from ambassade.source.decode import MOST_TOLD, decode, find_bidi, find_hidden
from ambassade.source.yaml_faults import NO_BREAKS, tell_like_space, tell_no_break, tell_syntax
from ambassade.source.yaml_slips import (
    find_cut_words,
    find_slips,
    may_have_slips,
    without_no_break,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

DEPTH = 12
# At the beginning of a value; after a word it is an exclamation mark. It looks back only from there.
_MAY_BE_TAG = re.compile(r"!(?<![^\s\[\]{},:?\"'-]!)")
_SCALAR = yaml.ScalarEvent
_PARSER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Refused(Exception):  # noqa: N818 - it ends the reading of a file; it is no error of ours
    """Reading cannot go on in this file."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.name)
        self.problem = problem


def read_yaml(data: bytes, file: str) -> tuple[Entries | None, list[Problem]]:
    """Return the mapping that `data` holds (None if it cannot be read) and its problems.

    An empty file is an empty mapping.
    """
    text, problems = decode(data, file)
    if text is None:
        return None, problems
    composer = _Composer(text, file)
    try:
        node = composer.compose()
    except _Refused as refused:
        return None, [*problems, *composer.problems, refused.problem]
    problems += composer.problems
    if node is None or (isinstance(node, Scalar) and not node.text.strip()):
        return Entries((), Place(file)), problems
    if not isinstance(node, Entries):
        no_pairs = wrong_type.RULE.at(
            node.place,
            fact=wrong_type.WHOLE_FILE,
            remedy=wrong_type.PAIRS,
            found=describe_node(node),
        )
        return None, [*problems, tell_no_break(composer.text, file) or no_pairs]
    return node, problems


class _Composer:
    """Builds the nodes of one document out of the parser's events."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.restore = _hide_separators(text)
        self.lines = self.text.split("\n")
        self.file = file
        self.has_escapes, self.has_remarks = "\\" in text, "#" in text
        self.has_slips = may_have_slips(text)
        self.has_tags = "!" in text and _MAY_BE_TAG.search(text) is not None
        # Most files are so, and most of their nodes are texts.
        self.is_usual = not (self.restore or self.has_escapes or self.has_remarks or self.has_tags)
        self.problems: list[Problem] = []

    def compose(self) -> Node | None:
        """Return the root node, None for an empty file; raise _Refused where reading must end."""
        parser = None
        try:
            parser = _PARSER(self.text)
            return self._root(iter(parser.get_event, None))
        except yaml.MarkedYAMLError as error:
            raise _Refused(tell_syntax(error, self.text, self.file)) from error
        except (yaml.YAMLError, ValueError) as error:
            reason = str(error).splitlines()[0]
            raise _Refused(yaml_syntax.RULE.at(Place(self.file), reason=reason)) from error
        finally:
            if parser is not None:
                parser.dispose()

    def _root(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise _Refused(several_documents.RULE.at(self._place(event)))
                root = self._node(next(events), events, 1)
        return root

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:  # noqa: ANN401 - PyYAML's events have no common type
        kind, mark = type(event), event.start_mark
        # As `_place`, which would be called for each of half a million nodes.
        place = Place(self.file, mark.line + 1, mark.column + 1)
        if (
            self.is_usual
            and kind is _SCALAR
            and event.tag is event.anchor is None
            and depth <= DEPTH
        ):
            return Scalar(event.value, place)
        if kind is yaml.AliasEvent or event.anchor is not None:
            raise _Refused(alias.RULE.at(place))
        if event.tag is not None or (self.has_tags and self._is_typed(event, "!")):
            raise _Refused(tag.RULE.at(place))
        if depth > DEPTH:
            raise _Refused(too_deep.RULE.at(place, limit=DEPTH))
        if kind is _SCALAR:
            return self._scalar(event, place)
        if kind is yaml.SequenceStartEvent:
            return Items(tuple(self._members(events, depth)), place)
        return Entries(tuple(self._pairs(events, depth)), place)

    def _scalar(self, event: Any, place: Place) -> Scalar:  # noqa: ANN401
        text = event.value.translate(self.restore) if self.restore else event.value
        if self.has_escapes:
            self._look_for_hidden(text, place)
        if self.has_remarks:
            self.problems += find_cut_words(event, self.lines, self.file)
        return Scalar(text, place)

    def _look_for_hidden(self, text: str, place: Place) -> None:
        """Tell what an escape put into a value; what stands in the file itself is told already."""
        hidden, bidi = find_hidden(text), find_bidi(text)
        if hidden is not None:
            self.problems.append(control_character.about(place, hidden))
        if bidi is not None and bidi not in self.text:
            self.problems.append(bidi_control.about(place, bidi))

    def _members(self, events: Iterator[Any], depth: int) -> Iterator[Node]:
        for event in events:
            if type(event) is yaml.SequenceEndEvent:
                return
            yield self._node(event, events, depth + 1)

    def _pairs(self, events: Iterator[Any], depth: int) -> Iterator[tuple[Scalar, Node]]:
        lines: dict[str, int] = {}
        for event in events:
            if type(event) is yaml.MappingEndEvent:
                return
            key = self._node(event, events, depth + 1)
            if self.has_slips and isinstance(key, Scalar) and not event.style:
                key = self._without_no_break(key)
            first = next(events)
            value = self._node(first, events, depth + 1)
            if self.has_slips:
                self.problems += find_slips(key, value, first, self.lines)
            if not isinstance(key, Scalar):
                self.problems.append(
                    wrong_type.RULE.at(
                        key.place,
                        fact=wrong_type.NO_PAIR,
                        remedy=wrong_type.PAIRS,
                        found=describe_node(key),
                    )
                )
                continue
            if key.text in lines:
                line = lines[key.text]
                twice = duplicate_key.RULE.at(key.place, key=key.text, line=line)
                if len(self.problems) >= MOST_TOLD:
                    raise _Refused(twice)
                self.problems.append(twice)
                continue
            lines[key.text] = key.place.line
            yield key, value

    def _without_no_break(self, key: Scalar) -> Scalar:
        if key.text[:1] in NO_BREAKS:
            raise _Refused(tell_like_space(key.place, key.text[0]))
        meant, told = without_no_break(key)
        if told is not None and len(self.problems) >= MOST_TOLD:
            raise _Refused(told)
        self.problems += [told] if told else []
        return meant

    def _is_typed(self, event: Any, mark: str) -> bool:  # noqa: ANN401
        """Tell whether `event` begins with `mark`: libyaml keeps silent of a lone `!`."""
        begin = event.start_mark
        line = self.lines[begin.line] if begin.line < len(self.lines) else ""
        return line.startswith(mark, begin.column)

    def _place(self, event: Any) -> Place:  # noqa: ANN401
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)


def _hide_separators(text: str) -> tuple[str, dict[int, str]]:
    """Put private characters that the text lacks for U+2028 and U+2029, and tell the way back.

    YAML 1.2 takes the two for text like any other; libyaml would end the line there.
    """
    hidden: dict[int, str] = {}
    unused = (code for code in range(0xE000, 0xF8FF) if chr(code) not in text)
    for separator in "\u2028\u2029":
        if separator in text:
            stand_in = next(unused)
            text = text.replace(separator, chr(stand_in))
            hidden[stand_in] = separator
    return text, hidden
