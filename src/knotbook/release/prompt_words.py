"""The words of a question, and of one that was missed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from knotbook.analysis.follow_ups import Ask, Question
from knotbook.controls.names import Names
from knotbook.domain.clock import Instant
from knotbook.domain.place import Place
from knotbook.domain.wall_time import at_utc

tr = QCoreApplication.translate


def question_words(question: Question, names: Names) -> str:
    """What is asked: "Right outer knee: how strong right now?"."""
    if question.place is None:
        return tr("prompt", "Time for your check-in")
    asked = {
        Ask.NEXT_MORNING: tr("prompt", "{place}: how strong this morning?"),
    }.get(question.ask, tr("prompt", "{place}: how strong right now?"))
    return asked.format(place=names.plain(question.place))


def why_words(question: Question, released: tuple[Place, ...], names: Names) -> str:
    """Why it is asked: "30 minutes after releasing right gluteus minimus". `released`: where that was done."""
    where = ", ".join(names.spoken(place) for place in dict.fromkeys(released))
    words = {
        Ask.HALF_HOUR: tr("prompt", "30 minutes after releasing {where}"),
        Ask.NEXT_MORNING: tr("prompt", "The morning after releasing {where}"),
        Ask.WAITED: tr("prompt", "Half an hour without a release, to have something to compare with"),
        Ask.CHECK_IN: tr("prompt", "At the time you set"),
    }
    return words[question.ask].format(where=where)


def missed_words(question: Question, now: Instant) -> str:
    """When it was wanted: "today 10:30" or "Tue 3 Mar, 08:00"."""
    wall = at_utc(question.dues[0].due_ms, now).local()
    if wall.date() == now.day():
        return tr("prompt", "today {time}").format(time=f"{wall:%H:%M}")
    return f"{wall:%a} {wall.day} {wall:%b, %H:%M}"
