"""What a person sees when the diary cannot be opened or the disk refuses: words, ways out, and nothing lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from knotbook.bodymap.drafts import PainDraft
from knotbook.domain.place import Layer, Place
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.shell.parting_dialog import PartingDialog
from knotbook.shell.session import Session
from knotbook.shell.trouble_dialog import TroubleDialog
from knotbook.storage import open_store
from tests.fakes import FakeClock
from tests.journeys.conftest import Opened, close, drag, spot
from tests.journeys.test_tap_save_see import rows

PIRIFORMIS = Place.parse("piriformis.right")


def refused(qtbot: QtBot, session: Session) -> TroubleDialog:
    """Start a session that is expected to be refused; the dialog it shows."""
    session.start()
    found: list[TroubleDialog] = []

    def shown() -> bool:
        found[:] = [d for d in session.window.findChildren(TroubleDialog) if d.isVisible()]
        return bool(found)

    qtbot.waitUntil(shown, timeout=20_000)
    return found[0]


def words(dialog: TroubleDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def press(dialog: TroubleDialog, name: str) -> None:
    (button,) = [b for b in dialog.findChildren(QPushButton) if b.text() == name]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def a_newer_one(path: Path, clock: FakeClock) -> None:
    open_store(path, clock=clock).close(back_up=False)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 9999")
    db.close()


def a_letter(path: Path, clock: FakeClock) -> None:
    path.write_text("Dear diary, this is a letter and no database at all. " * 40)


def a_folder(path: Path, clock: FakeClock) -> None:
    path.mkdir()


def a_damaged_one(path: Path, clock: FakeClock) -> None:
    open_store(path, clock=clock).close(back_up=False)
    good = path.read_bytes()
    path.write_bytes(good[:4096] + b"\xff" * (len(good) - 4096))


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (a_newer_one, "newer version of Knotbook"),
        (a_letter, "not a Knotbook diary"),
        (a_folder, "something else than a file"),
        (a_damaged_one, "damaged"),
    ],
)
def test_a_diary_that_cannot_be_opened_says_why_and_is_left_alone(
    qtbot: QtBot,
    build: Opened,
    path: Path,
    clock: FakeClock,
    spoil: Callable[[Path, FakeClock], None],
    expected: str,
) -> None:
    spoil(path, clock)
    before = path.read_bytes() if path.is_file() else None
    session = build()
    session.window.body.map.submit_typed(PIRIFORMIS, 6)
    dialog = refused(qtbot, session)
    assert expected in words(dialog)
    assert "1 entry made meanwhile is kept" in words(dialog)
    press(dialog, "Quit")
    (question,) = [d for d in session.window.findChildren(PartingDialog) if d.isVisible()]
    question.close_anyway.click()
    assert not session.window.isVisible()
    assert (path.read_bytes() if path.is_file() else None) == before


def test_several_entries_in_hand_are_told_as_several(
    qtbot: QtBot, build: Opened, path: Path, clock: FakeClock
) -> None:
    a_folder(path, clock)
    session = build()
    for number in (6, 7, 8):
        session.window.body.map.submit_typed(PIRIFORMIS, number)
    dialog = refused(qtbot, session)
    assert "3 entries made meanwhile are kept" in words(dialog)
    press(dialog, "Quit")
    (question,) = [d for d in session.window.findChildren(PartingDialog) if d.isVisible()]
    question.close_anyway.click()


@pytest.mark.parametrize(("lost", "told"), [(1, "1 entry of this diary is"), (3, "3 entries of this diary are")])
def test_damaged_entries_are_counted_in_words(start: Opened, lost: int, told: str) -> None:
    session = start()
    assert session._caretaker is not None
    session._caretaker.damage_found.emit(frozenset(range(lost)))
    assert session.window.notice.words().startswith(f"{told} damaged")


def test_the_entry_in_hand_is_saved_once_the_trouble_is_mended(
    qtbot: QtBot, build: Opened, path: Path, clock: FakeClock
) -> None:
    a_folder(path, clock)
    session = build()
    session.window.body.map.submit_typed(PIRIFORMIS, 6)
    dialog = refused(qtbot, session)
    path.rmdir()
    with qtbot.waitSignal(session.diary.changed, timeout=20_000):
        press(dialog, "Try again")
    assert rows(path) == [("piriformis.right", 6)]


def test_a_second_window_is_refused_and_told_where_the_first_is(
    qtbot: QtBot, build: Opened, start: Opened, path: Path
) -> None:
    first = start()
    second = build()
    dialog = refused(qtbot, second)
    assert "already open" in words(dialog).lower() or "another" in words(dialog).lower()
    close(first)
    press(dialog, "Try again")
    qtbot.waitUntil(lambda: second.diary.is_open, timeout=20_000)


def test_a_damaged_diary_comes_back_from_its_newest_good_backup(
    qtbot: QtBot, build: Opened, start: Opened, path: Path, clock: FakeClock
) -> None:
    first = start()
    first.window.body.map.submit_typed(PIRIFORMIS, 6)
    close(first)
    damaged = b"\xff" * 5000 + path.read_bytes()[5000:]
    damaged = path.read_bytes()[:100] + damaged[100:]
    path.write_bytes(damaged)
    second = build()
    dialog = refused(qtbot, second)
    press(dialog, "Use the newest good backup")
    qtbot.waitUntil(lambda: second.diary.is_open, timeout=20_000)
    assert rows(path) == [("piriformis.right", 6)]
    assert path.with_name(path.name + ".damaged-1").read_bytes() == damaged


def test_a_full_disk_while_saving_keeps_the_entry_and_saves_it_later(qtbot: QtBot, start: Opened, path: Path) -> None:
    session = start()
    window = session.window
    window.body.map.submit_typed(PIRIFORMIS, 1)
    store = session.diary.reader
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    saved = 1
    while not window.notice.words():
        window.body.map.submit_typed(PIRIFORMIS, 5)
        saved += not window.notice.words()
    assert "Not saved yet: 5 at right piriformis" in window.notice.words()
    assert "disk is full" in window.notice.words()
    assert len(rows(path)) == saved
    store._db.execute("PRAGMA max_page_count = 1000000")
    (again,) = window.notice.findChildren(QPushButton)
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert len(rows(path)) == saved + 1
    assert window.notice.words() == ""


def test_a_press_is_saved_though_the_diary_cannot_be_read_just_then(
    qtbot: QtBot, start: Opened, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = start()
    first = session.window.body.map
    at = spot(session, "piriformis.right")
    drag(session, at, 3 * 16)

    def fail(*_: object, **__: object) -> list[object]:
        raise Trouble(TroubleKind.INPUT_OUTPUT, what="The diary could not be read.", why="The drive does not answer.")

    with monkeypatch.context() as broken, qtbot.captureExceptions() as caught:
        broken.setattr(type(session.diary.reader), "page", fail)
        with pytest.raises(Trouble):
            session.diary.reader.page()
        first.submitted.emit(PainDraft(PIRIFORMIS, 7, first.body_point(at.toPointF()), Layer.LIFTED, PIRIFORMIS))
    assert ("piriformis.right", 7) in rows(path)
    assert caught and all(isinstance(error, Trouble) for _kind, error, _trace in caught), "told as trouble, not as ours"
