"""The open diary as the rooms see it: the only writer, undo, and one signal that says what changed.

What is behind a name is imported when it is first asked for: the first paint needs the diary only.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from knotbook.diary.caretaker import Caretaker
    from knotbook.diary.diary import Diary, DiaryState
    from knotbook.diary.opening import Opener

__all__ = ["Caretaker", "Diary", "DiaryState", "Opener"]

_HOMES = {"Caretaker": "caretaker", "Diary": "diary", "DiaryState": "diary", "Opener": "opening"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
