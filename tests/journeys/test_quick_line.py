"""Ctrl+K in the whole window: typed, understood, saved as one action, taken back as one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from knotbook.domain.place import Place
from knotbook.domain.records import Day, Kind, Word, WordUse
from knotbook.quick.palette import QuickPalette
from knotbook.resources.theme import load_theme
from knotbook.shell.session import Session
from tests.fakes import FakeClock
from tests.journeys.conftest import Opened, close, drag, spot

CTRL = Qt.KeyboardModifier.ControlModifier


def ctrl_k(session: Session) -> QuickPalette:
    QTest.keyClick(session.window, Qt.Key.Key_K, CTRL)
    assert session.window.quick.entry is not None
    palette = session.window.quick.entry.palette
    assert palette.isVisible() and QApplication.focusWidget() is palette.edit
    return palette


def type_line(session: Session, text: str) -> QuickPalette:
    palette = ctrl_k(session)
    QTest.keyClicks(palette.edit, text)
    return palette


def enter(palette: QuickPalette) -> None:
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)


def test_what_will_be_saved_is_said_before_enter_and_saved_by_it(start: Opened) -> None:
    session = start()
    palette = type_line(session, "pir r 6 cramp woke me")
    assert palette.sayings.words() == ["6 at right piriformis, cramp, woke me – now"]
    assert "6 at right piriformis" in palette.edit.accessibleDescription()
    assert session.diary.reader.count() == 0
    enter(palette)
    assert palette.isHidden() and palette.edit.text() == ""
    (entry,) = session.diary.reader.page()
    assert entry.kind is Kind.PAIN and session.window.body.map.teller.value(Place.parse("piriformis.right")) == 6
    assert session.window.undo_bar.said() == "Saved. 6 at right piriformis, cramp, woke me"


def test_several_entries_are_one_undo(start: Opened) -> None:
    session = start()
    enter(type_line(session, "pir r 6; release glmed l ball 90s for knee r; bridges 3x12 20kg; click hip r; slept 7"))
    assert session.diary.reader.count() == 5
    assert session.window.undo_bar.said() == "Saved. 5 entries"
    QTest.keyClick(session.window, Qt.Key.Key_Z, CTRL)
    assert session.diary.reader.count() == 0
    QTest.keyClick(session.window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert session.diary.reader.count() == 5


def test_a_check_in_takes_up_more_of_the_same_day_and_one_undo_gives_back_the_old(start: Opened) -> None:
    session = start()
    enter(type_line(session, "slept 7"))
    enter(type_line(session, "nothing hurt; pir r 0"))
    (day,) = session.diary.reader.days()
    assert isinstance(day.body, Day) and (day.body.sleep_hours, day.body.no_pain) == (7.0, True)
    session.diary.undo()
    (day,) = session.diary.reader.days()
    assert isinstance(day.body, Day) and (day.body.sleep_hours, day.body.no_pain) == (7.0, False)
    assert session.diary.reader.count() == 1


NOT_READY = {
    "pir r 11": "Pain goes from 0 to 10 in whole numbers, so 11 cannot be kept.",
    "pir r": "How strong? Add 0 to 10.",
    "pir 6": "Right or left? Add r or l after “pir” (piriformis).",
    "pir r 6; xyzzy": "Not understood: “xyzzy”. Put free words behind “note”.",
}


def test_a_line_that_is_not_ready_is_not_saved_and_says_why(start: Opened) -> None:
    session = start()
    for line, said in NOT_READY.items():
        palette = type_line(session, line)  # over what was left, which is selected
        enter(palette)
        assert palette.isVisible() and palette.edit.text() == line
        assert said in palette.sayings.words()
        assert session.diary.reader.count() == 0
        palette.dismiss()


def test_tab_completes_and_arrows_choose(start: Opened) -> None:
    session = start()
    palette = type_line(session, "pir")
    QTest.keyClick(palette.edit, Qt.Key.Key_Tab)
    assert palette.edit.text() == "right piriformis "
    QTest.keyClicks(palette.edit, "5 cr")
    QTest.keyClick(palette.edit, Qt.Key.Key_Down)
    enter(palette)  # takes the row, saves nothing yet
    assert palette.edit.text() == "right piriformis 5 cramp " and session.diary.reader.count() == 0
    enter(palette)
    assert session.diary.undo_label == "5 at right piriformis, cramp"


def test_an_example_can_be_taken_with_the_mouse(start: Opened) -> None:
    session = start()
    palette = ctrl_k(session)
    row = palette.offers.visualItemRect(palette.offers.item(0))
    QTest.mouseClick(palette.offers.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert palette.edit.text() == "pir r 6 cramp woke me"
    palette.dismiss()


def test_it_opens_on_every_page_and_gives_the_keyboard_back(start: Opened) -> None:
    session = start()
    before = session.window.rail.help
    for page in ("body", "trends", "journal", "settings"):
        session.window.go(page)
        before.setFocus()
        palette = ctrl_k(session)
        QTest.keyClicks(palette.edit, "pir")
        QTest.keyClick(palette.edit, Qt.Key.Key_Escape)
        assert palette.isHidden() and QApplication.focusWidget() is before
        assert session.window.where() == page
        assert ctrl_k(session).edit.selectedText() == "pir"  # kept for later
        palette.dismiss()


def test_it_opens_while_another_line_is_being_typed(start: Opened) -> None:
    session = start()
    session.window.body.open_finder("knee r")
    finder = QApplication.focusWidget()
    assert finder is not None
    QTest.keyClick(finder, Qt.Key.Key_K, CTRL)
    assert session.window.quick.entry is not None and session.window.quick.entry.palette.isVisible()
    session.window.quick.entry.palette.dismiss()


def test_a_click_beside_it_closes_it_and_logs_nothing(start: Opened) -> None:
    session = start()
    palette = type_line(session, "pir r 6")
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(palette.width() - 5, palette.height() - 5))
    assert palette.isHidden() and session.diary.reader.count() == 0


def test_the_time_counts_from_enter_not_from_the_first_letter(start: Opened, clock: FakeClock) -> None:
    session = start()
    palette = type_line(session, "pir r 6 20 min ago")
    clock.advance(minutes=5)
    enter(palette)
    (entry,) = session.diary.reader.page()
    assert getattr(entry.body, "when").utc_ms == clock.ms - 20 * 60_000  # noqa: B009  (the body is of any kind)


def test_before_the_diary_is_open_a_line_waits_and_is_saved(qtbot: QtBot, build: Opened, path: Path) -> None:
    session = build()
    session._steps.finish()  # the line comes behind the first paint, and before the diary
    session.window.quick.open()
    assert session.window.quick.entry is not None
    palette = session.window.quick.entry.palette
    palette.edit.setText("pir r 8; slept 7")
    enter(palette)
    assert not path.exists() and len(session.diary.unsaved) == 2
    with qtbot.waitSignal(session.furnished, timeout=20_000):
        session.start()
    assert session.diary.unsaved == () and session.diary.reader.count() == 2


def test_an_exercise_and_a_word_of_ones_own_are_known(start: Opened) -> None:
    session = start()
    session.diary.record(Word(word="zingy", use=WordUse.QUALITY), label="zingy")
    enter(type_line(session, "nordic curls 3x8"))
    palette = type_line(session, "nordic curls 30s; pir r 4 zingy")
    assert palette.sayings.words() == ["Nordic curls, 30 s – now", "4 at right piriformis, zingy – now"]
    palette.dismiss()


def test_it_follows_theme_and_window(start: Opened) -> None:
    session = start()
    palette = type_line(session, "pir r 6")
    session.window.set_theme(load_theme("dark"))
    session.window.resize(900, 620)
    assert palette.theme.name == "dark" and palette.size() == session.window.ground.size()
    assert palette.rect().contains(palette.panel.geometry())
    palette.dismiss()


def test_it_works_after_the_map_was_used_and_survives_a_restart(start: Opened) -> None:
    first = start()
    drag(first, spot(first, "piriformis.right"), 40)
    enter(type_line(first, "glmed l 4; knee r 2"))
    close(first)
    second = start()
    assert second.diary.undo_label == "2 entries" and second.diary.reader.count() == 3
