"""Waiting for what another process does: asks again and again until a deadline, never for a fixed time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_BREATH_S = 0.02


def until(ask: Callable[[], T | bool | None], what: str, seconds: float = 20.0) -> T:
    """The first truthy answer of `ask`; fails with `what` once `seconds` have passed."""
    pause = threading.Event()
    end = time.monotonic() + seconds
    while True:
        answer = ask()
        if answer is not None and answer is not False:
            return answer  # type: ignore[return-value]  # a True stands for itself
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:.0f} s in vain for {what}")
        pause.wait(_BREATH_S)
