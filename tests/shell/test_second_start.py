"""A second start brings the first window to the front, and never one that is not there."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from knotbook.shell.asked_files import AskedFiles
from knotbook.shell.bell import Bell, bring_to_front
from knotbook.shell.ring import ring, ring_file
from knotbook.storage import open_store
from tests.fakes import FakeClock


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    return tmp_path / "my.knotbook"


def lock_of(diary: Path, **owner: object) -> Path:
    lock = diary.with_name("my.knotbook.lock")
    lock.write_text(json.dumps({"pid": os.getppid(), "host": platform.node()} | owner))
    return lock


def test_the_window_of_the_diary_hears_the_ring(qtbot: QtBot, diary: Path, clock: FakeClock) -> None:
    store = open_store(diary, clock=clock)
    window = QWidget()
    qtbot.addWidget(window)
    bell = Bell(window)
    bell.listen(diary)
    code = "import sys; from pathlib import Path; from knotbook.shell.ring import ring\n"
    code += f"print(ring(Path({str(diary)!r}), 'a token')); print(sorted(m for m in sys.modules if 'PySide' in m))"
    with qtbot.waitSignal(bell.rung, timeout=20_000) as heard:
        other = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    said, _ = other.communicate(timeout=20)
    store.close()
    assert heard.args == ["a token"]
    assert said.splitlines() == ["True", "[]"]
    assert not ring_file(diary).exists()


def test_nobody_answers_where_nobody_is(diary: Path) -> None:
    waits: list[float] = []
    assert not ring(diary, wait=waits.append)
    lock_of(diary, host="another computer")
    assert not ring(diary, wait=waits.append)
    lock_of(diary).write_text("")
    assert not ring(diary, wait=waits.append)
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    lock_of(diary, pid=gone.pid)
    assert not ring(diary, wait=waits.append)
    assert waits == []


def test_a_process_that_does_not_answer_is_not_waited_for_for_ever(diary: Path) -> None:
    lock_of(diary)
    waits: list[float] = []
    assert not ring(diary, wait=waits.append, patience_s=1)
    assert sum(waits) == pytest.approx(1)
    assert not ring_file(diary).exists()


def test_an_old_ring_that_nobody_heard_is_forgotten(qtbot: QtBot, diary: Path) -> None:
    ring_file(diary).write_text("old")
    parent = QWidget()
    qtbot.addWidget(parent)
    bell = Bell(parent)
    heard: list[str] = []
    bell.rung.connect(heard.append)
    bell.listen(diary)
    QCoreApplication.processEvents()
    assert heard == [] and not ring_file(diary).exists()
    bell.stop()


def test_other_files_of_the_folder_are_no_ring(qtbot: QtBot, diary: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    bell = Bell(parent)
    heard: list[str] = []
    bell.rung.connect(heard.append)
    bell.listen(diary)
    with qtbot.waitSignal(bell._watcher.directoryChanged, timeout=10_000):
        diary.with_name("my.knotbook-journal").write_text("")
    assert heard == []
    with qtbot.waitSignal(bell.rung, timeout=10_000):
        threading.Thread(target=ring_file(diary).write_text, args=("",)).start()


@pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)", extend=True)  # the offscreen platform
def test_a_window_in_the_task_bar_comes_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowMaximized | Qt.WindowState.WindowMinimized)
    window.hide()
    bring_to_front(window)
    assert window.isVisible() and not window.isMinimized() and window.isMaximized()
    window.close()


def test_a_file_that_macos_hands_over_is_opened_and_later_ones_elsewhere(qapp: QApplication) -> None:
    started: list[list[str]] = []
    asked = AskedFiles(qapp, lambda arguments: started.append(list(arguments)))
    try:
        QCoreApplication.sendEvent(qapp, QFileOpenEvent("/there/my.knotbook"))
        assert asked.opened_own() == Path("/there/my.knotbook")
        QCoreApplication.sendEvent(qapp, QFileOpenEvent("/there/other.knotbook"))
    finally:
        qapp.removeEventFilter(asked)
        asked.deleteLater()
    assert started == [["/there/other.knotbook"]]
