"""The diary opens beside the window, and is looked after in quiet moments."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from knotbook.diary import Caretaker, Diary, Opener
from knotbook.diary import opening as opening_module
from knotbook.domain.clock import Instant
from knotbook.domain.place import Place
from knotbook.domain.records import Kind, Pain
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.storage import DamagedRecord, EntryStore, open_store
from tests.fakes import START_MS, FakeClock


def _pain(intensity: int) -> Pain:
    when = Instant(START_MS, "Europe/Berlin", 60)
    return Pain(when=when, place=Place.parse("piriformis.right"), intensity=intensity)


def test_opened_in_a_worker_and_used_here(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> None:
    diary = Diary(clock, "here")
    diary.record(_pain(6), label="tapped before")
    opener = Opener(tmp_path / "d.knotbook", clock)
    opener.opened.connect(diary.attach)
    with qtbot.waitSignals([opener.opened, opener.libraries_ready], order="strict"):
        opener.start()
        opener.go_on()
    opener.wait()
    assert diary.reader.count() == 1
    diary.record(_pain(7), label="and after")
    assert diary.reader.count() == 2
    diary.close()


def test_refused_with_the_trouble_and_libraries_all_the_same(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> None:
    opener = Opener(tmp_path / "missing" / "d.knotbook", clock)
    troubles: list[Trouble] = []
    opener.refused.connect(troubles.append)
    with qtbot.waitSignals([opener.refused, opener.libraries_ready], order="strict"):
        opener.start()
        opener.go_on()
    opener.wait()
    assert [trouble.kind for trouble in troubles] == [TroubleKind.MISSING_FOLDER]


def test_nothing_of_qt_is_imported_before_the_window_says_so(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> None:
    opener = Opener(tmp_path / "d.knotbook", clock, rooms=("not.there",))
    stores: list[EntryStore] = []
    opener.opened.connect(stores.append)
    with qtbot.waitSignal(opener.opened):
        opener.start()
    assert not opener.isFinished()
    opener.give_up()
    assert opener.wait(20_000)
    stores[0].close(back_up=False)


def test_a_mistake_of_ours_is_raised_in_the_window_thread(
    qtbot: QtBot, tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised_in: list[threading.Thread] = []

    def broken() -> None:
        raised_in.append(threading.current_thread())
        raise ZeroDivisionError("a mistake")

    monkeypatch.setattr(opening_module, "import_numbers", broken)
    opener = Opener(tmp_path / "d.knotbook", clock)
    stores: list[EntryStore] = []
    opener.opened.connect(stores.append)
    with qtbot.captureExceptions() as caught:
        with qtbot.waitSignal(opener._crashed):
            opener.start()
        opener.wait()
        qtbot.waitUntil(lambda: bool(caught) and bool(stores))
    assert caught[0][0] is ZeroDivisionError
    assert raised_in[0] is not threading.main_thread()
    stores[0].close(back_up=False)


def test_slow_libraries_are_not_imported_with_the_diary() -> None:
    script = (
        "import sys, knotbook.diary;"
        "print([m for m in ('sqlite_utils', 'numpy', 'pyqtgraph', 'tzlocal', 'sqlite3', 'PySide6.QtWidgets')"
        " if m in sys.modules])"
    )
    src = str(Path(__file__).parents[2] / "src")
    done = subprocess.run([sys.executable, "-c", script], env={"PYTHONPATH": src}, capture_output=True, text=True)
    assert done.stdout == "[]\n", done.stderr


@pytest.fixture
def store(tmp_path: Path, clock: FakeClock) -> EntryStore:
    return open_store(tmp_path / "d.knotbook", clock=clock)


def test_the_caretaker_backs_up_when_due(qtbot: QtBot, store: EntryStore, clock: FakeClock) -> None:
    diary = Diary(clock, "here")
    diary.attach(store)
    caretaker = Caretaker(store)
    diary.changed.connect(caretaker.note_change)
    for n in range(9):
        diary.record(_pain(n), label=str(n))
    caretaker.back_up_if_due()
    assert store.backups.pending() == 9
    diary.record(_pain(1), label="the tenth")
    with qtbot.waitSignal(caretaker.backed_up) as blocker:
        caretaker.back_up_if_due()
    assert blocker.args[0].number == 1
    assert store.backups.pending() == 0
    caretaker.stop()
    diary.close()


def test_the_caretaker_names_damage(qtbot: QtBot, store: EntryStore, clock: FakeClock) -> None:
    diary = Diary(clock, "here")
    diary.attach(store)
    (entry,) = diary.record(_pain(1), label="1")
    store._db.execute("UPDATE pain SET intensity = 2")
    caretaker = Caretaker(store)
    with qtbot.waitSignal(caretaker.damage_found) as blocker:
        caretaker.look()
    assert blocker.args[0] == {DamagedRecord(Kind.PAIN, entry.id)}
    caretaker.stop()
    diary.close()


def test_a_backup_that_fails_is_a_trouble(qtbot: QtBot, store: EntryStore, clock: FakeClock) -> None:
    diary = Diary(clock, "here")
    diary.attach(store)
    in_the_way = store.path.with_name(store.path.name + "-backups")
    in_the_way.write_text("a file where the folder should be")
    diary.record(_pain(1), label="1")
    clock.advance(minutes=31)
    caretaker = Caretaker(store)
    with qtbot.waitSignal(caretaker.trouble) as blocker:
        caretaker.back_up_if_due()
    assert blocker.args[0].what == "The backup could not be made."
    caretaker.stop()
    troubles: list[object] = []
    diary.trouble.connect(lambda trouble, _bodies: troubles.append(trouble))
    diary.close()
    assert len(troubles) == 1
    assert store.is_closed


def test_a_diary_that_cannot_be_filled_is_let_go_of(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> None:
    def refuse(_store: EntryStore) -> None:
        raise Trouble(TroubleKind.DISK_FULL, what="w", why="y")

    path = tmp_path / "d.knotbook"
    opener = Opener(path, clock, fill=refuse)
    with qtbot.waitSignals([opener.refused, opener.libraries_ready]):
        opener.start()
        opener.go_on()
    opener.wait()
    open_store(path, clock=clock).close(back_up=False)
