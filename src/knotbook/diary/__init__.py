"""The open diary as the rooms see it: the only writer, undo, and one signal that says what changed."""

from knotbook.diary.caretaker import Caretaker
from knotbook.diary.diary import Diary, DiaryState
from knotbook.diary.opening import Opener

__all__ = ["Caretaker", "Diary", "DiaryState", "Opener"]
