"""The undo bar, the notice bar and the strip of the day."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from knotbook.controls.day_strip import DayMark, DayStrip, MarkKind
from knotbook.controls.notice_bar import NoticeBar
from knotbook.controls.undo_bar import UndoBar
from knotbook.resources.theme import Theme


def test_undo_and_redo_are_there_only_when_there_is_something(qtbot: QtBot, theme: Theme) -> None:
    bar = UndoBar(theme)
    qtbot.addWidget(bar)
    bar.show()
    undo, redo = bar.findChildren(QPushButton)
    assert not undo.isVisible() and not redo.isVisible()
    bar.set_labels("6 at right piriformis", None)
    assert undo.isVisible() and not redo.isVisible()
    assert undo.accessibleName() == "Undo: 6 at right piriformis"
    with qtbot.waitSignal(bar.undo_requested):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)


def test_the_same_sentence_again_can_be_told_from_the_first(qtbot: QtBot, theme: Theme) -> None:
    bar = UndoBar(theme)
    qtbot.addWidget(bar)
    label = bar.findChild(QLabel, "said")
    shown = []
    for words in ("Saved. Clams", "Saved. Clams", "Saved. Clams", "Saved. Bridges", "Saved. Clams"):
        bar.say(words)
        shown.append((label.text(), label.accessibleName()))
    told = ["Saved. Clams", "Saved. Clams (2×)", "Saved. Clams (3×)", "Saved. Bridges", "Saved. Clams"]
    assert shown == [(words, words) for words in told]
    assert bar.said() == "Saved. Clams"
    bar.findChild(QTimer).stop()  # as a minute does
    bar.say("Saved. Clams")
    assert label.text() == "Saved. Clams", "the same in the evening as in the morning is no second press"


def test_a_notice_stays_until_it_is_cleared(qtbot: QtBot, theme: Theme) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    done: list[str] = []
    bar.show_notice("Not saved: the disk is full.", [("Try again", lambda: done.append("again"))])
    assert bar.words() == "Not saved: the disk is full."
    qtbot.mouseClick(bar.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert done == ["again"] and bar.words()
    bar.clear()
    assert bar.words() == "" and bar.isHidden()


MARKS = [
    DayMark("b", 14 * 60, MarkKind.PAIN, "14:00  6 at right piriformis", 6),
    DayMark("a", 9 * 60, MarkKind.RELEASE, "09:00  release of right piriformis"),
]


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> DayStrip:
    made = DayStrip(theme)
    qtbot.addWidget(made)
    made.resize(900, 56)
    made.show_day(MARKS, 15 * 60)
    made.show()
    return made


def test_the_day_says_how_much_it_holds(strip: DayStrip) -> None:
    assert strip.accessibleName() == "Today, 2 entries"
    strip.show_day(MARKS[:1], None)
    assert strip.accessibleName() == "Today, 1 entry"


def test_marks_that_cover_each_other_are_all_told(strip: DayStrip) -> None:
    at = [DayMark(str(n), 9 * 60 + n, MarkKind.PAIN, f"09:{n:02d}  {n} at right piriformis", n) for n in range(4)]
    strip.show_day([*at, *MARKS], 15 * 60)
    assert strip.words_at(strip.x_of(9 * 60 + 1)).splitlines() == [
        "09:00  0 at right piriformis",
        "09:00  release of right piriformis",
        *(f"09:0{n}  {n} at right piriformis" for n in (1, 2, 3)),
    ]
    strip.show_day([DayMark(str(n), 9 * 60, MarkKind.SIGN, "09:00  click") for n in range(12)], None)
    assert strip.words_at(strip.x_of(9 * 60)).splitlines() == ["09:00  click"] * 8 + ["and 4 more"]
    assert strip.words_at(strip.x_of(20 * 60)) == ""


def test_a_mark_is_clicked_where_its_time_is(qtbot: QtBot, strip: DayStrip) -> None:
    with qtbot.waitSignal(strip.mark_activated) as caught:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(strip.x_of(14 * 60)), 24))
    assert caught.args == ["b"]
    with qtbot.assertNotEmitted(strip.mark_activated):
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(strip.x_of(20 * 60)), 24))


def test_arrows_walk_the_day_in_order(qtbot: QtBot, strip: DayStrip) -> None:
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert strip.accessibleDescription() == "09:00  release of right piriformis"
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    with qtbot.waitSignal(strip.mark_activated) as caught:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert caught.args == ["b"]


def test_a_mark_is_painted_in_its_pain_colour(strip: DayStrip, theme: Theme) -> None:
    picture = strip.grab().toImage()
    ratio = picture.devicePixelRatio()
    seen = {picture.pixelColor(round((strip.x_of(14 * 60) + dx) * ratio), round(24 * ratio)).name() for dx in (-7, 7)}
    assert theme.pain[6] in seen
