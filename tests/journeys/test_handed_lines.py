"""`knotbook log` while the window has the diary open: the window saves it, shows it, and the command says so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from knotbook.domain.ids import new_id
from knotbook.domain.records import Pain
from knotbook.shell import handed
from knotbook.shell.handed import Line
from knotbook.shell.second_starts import hear_second_starts
from tests.fakes import FakeClock
from tests.journeys.conftest import Opened


def logged(qtbot: QtBot, path: Path, *words: str) -> tuple[int, str, str]:
    """What `knotbook log` ends with, says, and complains of, while the window goes on living."""
    env = os.environ | {"HOME": str(path.parent), "XDG_CONFIG_HOME": str(path.parent)}
    command = [sys.executable, "-m", "knotbook", "log", "--diary", str(path), *words]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)
    qtbot.waitUntil(lambda: run.poll() is not None, timeout=30_000)
    out, err = run.communicate()
    return run.returncode, out, err


def test_the_open_window_saves_what_a_terminal_logs(qtbot: QtBot, start: Opened, path: Path) -> None:
    session = start()
    hear_second_starts(session).listen(path)
    code, out, err = logged(qtbot, path, "pir r 6 cramp; slept 7")
    assert (code, err) == (0, "")
    assert "Saved by the open window. 6 at right piriformis, cramp – " in out
    assert session.diary.reader.count() == 2
    assert session.window.undo_bar.said() == "Saved. 2 entries"
    assert session.diary.undo() == "2 entries"
    assert session.diary.reader.count() == 0
    assert not list(path.parent.glob("*.said-*")) and not list(path.parent.glob("*.taken-*"))


def test_what_the_window_does_not_understand_is_said_in_the_terminal(qtbot: QtBot, start: Opened, path: Path) -> None:
    session = start()
    hear_second_starts(session).listen(path)
    code, out, err = logged(qtbot, path, "pir 6")
    assert (code, out) == (65, "") and err.endswith("knotbook: Nothing was saved.\n")
    assert session.diary.reader.count() == 0 and session.diary.undo_label is None


def test_a_line_that_was_left_behind_is_saved_when_the_window_opens(
    qtbot: QtBot, build: Opened, path: Path, clock: FakeClock
) -> None:
    typed = clock.now()
    handed.hand(path, Line(new_id(typed.utc_ms), "pir r 6", typed))
    clock.advance(minutes=90)
    session = build()
    hear_second_starts(session)
    with qtbot.waitSignal(session.furnished, timeout=20_000):
        session.start()
    (entry,) = session.diary.reader.page()
    assert isinstance(entry.body, Pain) and entry.body.when == typed
    assert not list(path.parent.glob("*.line-*")) and not list(path.parent.glob("*.taken-*"))


def test_a_disk_that_refuses_is_said_in_the_terminal_and_the_window_keeps_the_line(
    qtbot: QtBot, start: Opened, path: Path
) -> None:
    session = start()
    hear_second_starts(session).listen(path)
    db = session.diary.reader._db
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0]}")
    code, out, err = logged(qtbot, path, "; ".join(["pir r 6 cramp"] * 40))
    assert (code, out) == (74, "") and "It keeps it, says why, and tries again." in err
    assert "Not saved yet: " in session.window.notice.words()
    db.execute("PRAGMA max_page_count = 1000000")
    assert session.diary.retry() and session.diary.reader.count() == 40
