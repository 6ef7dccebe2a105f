"""py3langid with its model unpacked: packed, as it comes, it takes half a second to open.

In: nothing. Out: the detector, as the package itself makes it. What was unpacked, 70 MB, lies beside Python's
compiled modules, known to be whole by a hash. Where Python writes no such files, or may not, the model is
unpacked for each run.
"""

from __future__ import annotations

import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from ambassade.kept.kept_file import UNFINISHED, NotWhole, decode_kept, write_marked

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier


class _Model(msgspec.Struct, array_like=True):
    """The parts of a detector; those of Python's arrays and NumPy's with the type of their numbers."""

    classes: list[str]
    weights: tuple[str, memoryview]
    chances: tuple[str, memoryview]
    steps: tuple[str, memoryview]
    rows: tuple[str, memoryview]
    output: list[int]


_decoder = msgspec.msgpack.Decoder(_Model)


@cache
def detector_version() -> str:
    """Return the release of the detector: another one may find another language."""
    return version("py3langid")


def open_detector() -> LanguageIdentifier:
    """Return a detector that tells how sure it is of a language."""
    path = Path(cache_from_source(__file__)).with_suffix(".model")
    purpose = f"languages 1 {detector_version()} {sys.byteorder}"
    with suppress(NotWhole, ValueError, TypeError):
        model = decode_kept(path, purpose, _decoder)
        if model is not None:
            return _restore(model)
    # NumPy takes a while, and few need it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    detector = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    if not sys.dont_write_bytecode:
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            # What a killed run left is large.
            for left in path.parent.glob(f"{path.name}-*{UNFINISHED}"):
                left.unlink()
            write_marked(path, purpose, [msgspec.msgpack.encode(_take_apart(detector))])
    return detector


def _take_apart(detector: LanguageIdentifier) -> _Model:
    return _Model(
        detector.nb_classes,
        (detector.nb_ptc.dtype.str, memoryview(detector.nb_ptc).cast("B")),
        (detector.nb_pc.dtype.str, memoryview(detector.nb_pc).cast("B")),
        (detector.tk_nextmove.typecode, memoryview(detector.tk_nextmove).cast("B")),
        (detector.tk_row.typecode, memoryview(detector.tk_row).cast("B")),
        detector.tk_output,
    )


def _restore(model: _Model) -> LanguageIdentifier:
    """Return the detector that was taken apart. Raises ValueError where the parts are of another."""
    import numpy  # noqa: ICN001, PLC0415 - as above
    from py3langid.langid import LanguageIdentifier  # noqa: PLC0415 - as above

    def restore(part: tuple[str, memoryview]) -> Any:  # noqa: ANN401 - NumPy is not typed here
        return numpy.frombuffer(part[1], dtype=part[0])

    return LanguageIdentifier(
        restore(model.weights).reshape(-1, len(model.classes)),
        restore(model.chances),
        model.classes,
        _as_array(model.steps),
        model.output,
        norm_probs=True,
        tk_row=_as_array(model.rows),
    )


def _as_array(part: tuple[str, memoryview]) -> array[int]:
    found: array[int] = array(part[0])
    found.frombytes(part[1])
    return found
