"""`knotbook log` while the window has the diary open: the window saves it, shows it, and the command says so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from knotbook.domain.ids import new_id
from knotbook.domain.records import Pain
from knotbook.resources.catalogue import Catalogue
from knotbook.shell import handed, line_link
from knotbook.shell.commands import UNCONFIRMED
from knotbook.shell.handed import Answer, Line
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


def test_an_answer_of_this_window_is_not_forgotten_when_all_its_pages_are_there(
    qtbot: QtBot, build: Opened, path: Path, clock: FakeClock
) -> None:
    typed = clock.now()
    old, line = (Line(new_id(typed.utc_ms), "pir r 6", typed) for _ in range(2))
    handed.answer(path, old, Answer(0, ()))
    session = build()
    hear_second_starts(session)
    session.diary.state_changed.connect(lambda _state: handed.answer(path, line, Answer(0, ("so",))))
    with qtbot.waitSignal(session.furnished, timeout=20_000):
        session.start()
    assert handed.answer_to(path, line, patience_s=0) == Answer(0, ("so",))
    assert handed.answer_to(path, old, patience_s=0) is None


def test_a_line_that_trips_the_window_neither_holds_up_the_others_nor_comes_again(
    start: Opened, path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, typed = start(), clock.now()
    bad, good = (Line(new_id(typed.utc_ms + n), f"pir r {n}", typed) for n in (6, 7))
    for line in (bad, good):
        handed.hand(path, line)
    read = line_link.parse

    def parse(text: str, *rest: Any) -> Any:
        if text == bad.text:
            raise ZeroDivisionError
        return read(text, *rest)

    monkeypatch.setattr(line_link, "parse", parse)
    link = line_link.LineLink(session.diary, Catalogue.load())
    with pytest.raises(ZeroDivisionError):
        link.take_in(path)
    assert [entry.id for entry in session.diary.reader.page()] == [good.id]
    link.take_in(path)
    said = handed.answer_to(path, bad, patience_s=0)
    assert said is not None and said.code == UNCONFIRMED


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
