"""When Knotbook itself is wrong: the person is told, nothing is hidden, the diary stays as it was saved."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from knotbook.domain.trouble import Trouble

_LOG = logging.getLogger("knotbook")


def where_from(error: BaseException) -> str:
    """Type and place of a mistake, such as "KeyError, map_link.py line 95": never the words of an entry."""
    trace: TracebackType | None = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    return f"{type(error).__name__}, {Path(trace.tb_frame.f_code.co_filename).name} line {trace.tb_lineno}"


def tell_of_mistakes(tell: Callable[[str], None], tell_trouble: Callable[[Trouble], None]) -> None:
    """From now on an uncaught exception is logged by type and place, and handed to `tell` as a short text.

    A `Trouble` is no mistake of ours: what was being shown could not be read. It goes to `tell_trouble` as it is.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, Trouble):
            _LOG.warning("trouble with the diary: %s %s", error.kind, error.detail)
            tell_trouble(error)
            return
        place = where_from(error)
        _LOG.error("mistake in Knotbook: %s", place)
        tell(place)

    sys.excepthook = hook
