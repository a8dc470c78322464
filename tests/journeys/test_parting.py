"""Closing the window while something is not saved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from knotbook.domain.place import Place
from knotbook.domain.records import Day, Pain, WordUse
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.logbook.chip_words import Chip
from knotbook.shell.parting_dialog import PartingDialog
from knotbook.shell.session import Session
from tests.fakes import FakeClock
from tests.journeys.conftest import Opened, close
from tests.journeys.test_tap_save_see import rows
from tests.journeys.test_troubles import a_folder, press, refused

PIRIFORMIS = Place.parse("piriformis.right")


def fill_disk(session: Session) -> int:
    """Log until the disk is full; how many were saved before."""
    store = session.diary.reader
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    saved = 0
    while not session.diary.has_unsaved:
        session.window.body.map.submit_typed(PIRIFORMIS, 5)
        saved += not session.diary.has_unsaved
    return saved


def make_room(session: Session) -> None:
    session.diary.reader._db.execute("PRAGMA max_page_count = 1000000")


def asked(session: Session) -> PartingDialog:
    (dialog,) = [d for d in session.window.findChildren(PartingDialog) if d.isVisible()]
    return dialog


@contextmanager
def refusing(session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A disk on which nothing can be written for now, though it can be read."""

    def refuse(*_args: object, **_more: object) -> None:
        raise Trouble(TroubleKind.DISK_FULL, what="w", why="y")

    with monkeypatch.context() as broken:
        broken.setattr(session.diary.reader, "put", refuse)
        yield


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_closing_with_something_unsaved_asks_and_tries_again(start: Opened, path: Path) -> None:
    session = start()
    saved = fill_disk(session)
    close(session)
    assert session.window.isVisible() and session.diary.is_open
    dialog = asked(session)
    assert "5 at right piriformis" in dialog.words()
    click(dialog.try_again)
    assert session.window.isVisible(), "the disk is still full"
    make_room(session)
    click(asked(session).try_again)
    assert not session.window.isVisible() and len(rows(path)) == saved + 1


def test_closing_saves_by_itself_if_the_disk_takes_it_now(start: Opened, path: Path) -> None:
    session = start()
    saved = fill_disk(session)
    make_room(session)
    close(session)
    assert not session.window.isVisible() and len(rows(path)) == saved + 1


def test_what_is_unsaved_can_be_kept_as_text_and_given_up(
    start: Opened, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = start()
    saved = fill_disk(session)
    close(session)
    text = path.with_name("kept.txt")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(text), ""))
    dialog = asked(session)
    click(dialog.save_text)
    assert text.read_text("utf-8") == "2026-03-03 10:30  5 at right piriformis\n" and "kept.txt" in dialog.words()
    click(dialog.close_anyway)
    assert not session.window.isVisible() and len(rows(path)) == saved


def test_escape_leaves_the_window_open(start: Opened) -> None:
    session = start()
    fill_disk(session)
    close(session)
    QTest.keyClick(asked(session), Qt.Key.Key_Escape)
    assert session.window.isVisible() and session.diary.has_unsaved
    make_room(session)
    assert session.diary.retry() and session.window.notice.words() == ""


def test_leaving_the_desktop_asks_nobody(start: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    session = start()
    fill_disk(session)
    monkeypatch.setattr(QApplication, "isSavingSession", lambda _app: True)
    close(session)
    assert not session.window.isVisible()


def test_a_tap_is_saved_when_the_window_closes_before_the_diary_was_open(
    qtbot: QtBot, build: Opened, path: Path
) -> None:
    session = build()
    session.window.show()
    session.window.body.map.submit_typed(PIRIFORMIS, 8)
    close(session)
    assert not session.window.isVisible() and rows(path) == [("piriformis.right", 8)]


def test_quitting_over_a_refused_diary_names_what_is_lost(
    qtbot: QtBot, build: Opened, path: Path, clock: FakeClock
) -> None:
    a_folder(path, clock)
    session = build()
    session.window.body.map.submit_typed(PIRIFORMIS, 6)
    press(refused(qtbot, session), "Quit")
    assert "6 at right piriformis" in asked(session).words()
    click(asked(session).close_anyway)
    assert not session.window.isVisible()


def test_taking_back_what_was_refused_clears_the_notice(start: Opened) -> None:
    session = start()
    fill_disk(session)
    assert session.window.notice.words()
    QTest.keyClick(session.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.window.notice.words() == "" and not session.diary.has_unsaved


def test_two_words_pressed_while_the_disk_is_full_are_both_there_afterwards(
    start: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = start()
    session.window.body.map.submit_typed(PIRIFORMIS, 5)
    chips = session.chips
    assert chips is not None and chips.entry is not None
    with refusing(session, monkeypatch):
        chips.row.toggled.emit(Chip("cramp", WordUse.QUALITY))
        chips.row.toggled.emit(Chip("sitting", WordUse.CONTEXT))
    assert session.diary.retry()
    pain = session.diary.reader.entry(chips.entry.id)
    assert pain is not None and isinstance(pain.body, Pain)
    assert (pain.body.qualities, pain.body.context) == (("cramp",), ("sitting",))


def test_a_check_in_saved_twice_while_the_disk_is_full_is_one(
    start: Opened, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = start()
    today = clock.now().day()
    with refusing(session, monkeypatch):
        session.logbook.save_day(Day(day=today, stress=3))
        session.logbook.save_day(Day(day=today, stress=3, mood=6))
    assert session.diary.retry()
    (day,) = session.diary.reader.days(today, today)
    assert isinstance(day.body, Day) and (day.body.stress, day.body.mood) == (3, 6)
