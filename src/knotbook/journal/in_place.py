"""What can be changed in the table itself: the number and the note."""

from __future__ import annotations

from dataclasses import replace

from knotbook.domain.records import Body, Day, Exercise, JointSign, Pain, Rating, Release
from knotbook.journal.cells import Column

_NOTED = (Pain, JointSign, Release, Exercise, Day)


def answer(body: Body, column: Column) -> str | None:
    """What stands in a cell to be changed; None if it cannot be changed there.

    A note of several lines is changed in the editor: one line would lose the breaks.
    """
    if column is Column.NUMBER and isinstance(body, Pain | Rating):
        return str(body.intensity)
    if column is Column.DETAILS and isinstance(body, _NOTED) and len(body.note.splitlines()) < 2:
        return body.note
    return None


def changed(body: Body, column: Column, text: str) -> Body | None:
    """The body with `text` in that cell; None if it cannot be, or is, so already."""
    if answer(body, column) is None:
        return None
    if column is Column.NUMBER and isinstance(body, Pain | Rating):
        new: Body = replace(body, intensity=int(text)) if is_number(text) else body
    else:
        assert isinstance(body, _NOTED), "only these have a note to answer with"
        new = replace(body, note=text.strip())
    return None if new == body else new


def is_number(text: str) -> bool:
    """Whether a typed text is a number of the scale, 0 to 10."""
    return text.strip().isascii() and text.strip().isdigit() and 0 <= int(text.strip()) <= 10
