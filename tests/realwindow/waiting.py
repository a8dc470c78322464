"""Waiting for what another process does: asks again and again until a deadline, never for a fixed time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_BREATH_S = 0.02


def until(ask: Callable[[], T | None], what: str | Callable[[], str], seconds: float = 40.0) -> T:
    """The first truthy answer of `ask`; fails once `seconds` have passed and names `what` it waited for."""
    pause = threading.Event()
    end = time.monotonic() + seconds
    while True:
        answer = ask()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:.0f} s in vain for {what if isinstance(what, str) else what()}")
        pause.wait(_BREATH_S)
