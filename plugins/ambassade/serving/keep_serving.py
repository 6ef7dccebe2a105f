"""Serve a site and build it anew at each change, until Ctrl-C.

In: the site, its settings files, the port, the words for `ambassade build`. Out: the address on standard
output, and what `keep_building` tells.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import quote

from ambassade.locale import terminal_language, translations
from ambassade.output_place import served_folder
from ambassade.serving.board import Board
from ambassade.serving.ended_by_signals import ended_by_signals
from ambassade.serving.keep_building import keep_building
from ambassade.serving.site_address import read_base
from ambassade.serving.web_server import HOST, serving

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ambassade.serving.build_process import Outcome


def keep_serving(
    site: Path, settings_files: Sequence[Path], port: int, words: Sequence[str], *, drafts: bool
) -> NoReturn:
    """Build into the `served_folder` as `words` say; serve, watch. Ends by an exception only.

    Raises EnvironmentFault at once when the port cannot be had.
    """
    _ = translations(terminal_language()).gettext
    board, shown = Board(), ""
    output = served_folder(site, settings_files, drafts=drafts)

    with ended_by_signals(), serving(output, board, port) as real_port:

        def show(outcome: Outcome) -> None:
            nonlocal shown
            if outcome.faults:
                board.tell_failed(outcome.faults)
            else:
                board.tell_built(read_base(output))
            address = f"http://{HOST}:{real_port}{quote(board.news.base)}/"
            if address != shown:
                sys.stdout.write(_("{address} (Ctrl-C ends it)").format(address=address) + "\n")
                sys.stdout.flush()
                shown = address

        keep_building(site, settings_files, output, [*words, "--output", str(output)], show)
