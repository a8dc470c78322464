"""How Knotbook starts: what is not imported before the first paint, and that no door to the network is opened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

TOO_EARLY = ("numpy", "pyqtgraph", "sqlite_utils", "sqlite3", "tzlocal", "pandas", "scipy")

BEHIND_THE_FIRST_PAINT = (
    "datetime",
    "zoneinfo",
    "uuid",
    "hashlib",
    "platform",
    "knotbook.domain.clock",
    "knotbook.domain.records",
    "knotbook.diary.caretaker",
    "knotbook.diary.opening",
    "knotbook.diary.writes",
    "knotbook.storage",
    "knotbook.charts",
    "knotbook.journal",
    "knotbook.release",
    "knotbook.preferences.view",
    "knotbook.bodymap.accessible",
    "knotbook.bodymap.finder",
    "knotbook.bodymap.heat_bar",
    "knotbook.controls.day_strip",
    "knotbook.resources.finder",
    "knotbook.resources.cards",
    "knotbook.shell.arguments",
    "knotbook.shell.side_panel",
    "knotbook.shell.map_link",
    "knotbook.shell.release_room",
    "knotbook.shell.logbook_link",
    "knotbook.shell.late_pages",
    "knotbook.shell.journal_link",
    "knotbook.shell.chart_link",
    "knotbook.shell.heat_link",
)
"""What a tappable map does not need. It comes in steps, each short enough that the window is never felt to be away."""

WATCH = """
import json, os, sys
from knotbook import __main__
__main__.import_qt()
from knotbook.shell import app

def watched(*arguments, compose=app.compose, **options):
    session = compose(*arguments, **options)
    watch(session)
    return session

def tell(**found):
    print(json.dumps(found), flush=True)
    os._exit(0)

app.compose = watched
"""

FIRST_PAINT = """
def watch(session):
    painted = session.window.ground.first_painted
    painted.disconnect()  # or the worker would start importing while we look
    painted.connect(lambda: tell(modules=sorted(sys.modules), visible=session.window.isVisible()))
"""

GO_ON = """
import builtins
from PySide6 import QtCore, QtGui, QtWidgets
from knotbook.diary.opening import Opener

def go_on(opener):
    unnamed = [name for module in (QtCore, QtGui, QtWidgets) for name in dir(module) if name not in vars(module)]
    tell(unnamed=unnamed, early="pyqtgraph" in sys.modules, importer=builtins.__import__.__name__)

def watch(session):
    Opener.go_on = go_on
"""

LOG_ONE = """
sockets = []

def heard(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        sockets.append([event, str(arguments)])

sys.addaudithook(heard)

def watch(session):
    from knotbook.domain.place import Place
    from knotbook.domain.records import Pain

    def opened(state):
        if state == "open":
            pain = Pain(when=session._clock.now(), place=Place.parse("piriformis.right"), intensity=6)
            session.diary.record(pain, label="6 at right piriformis", origin="test")
            count = session.diary.reader.count()
            session.end()
            tell(sockets=sockets, entries=count)

    session.diary.state_changed.connect(opened)
"""


def start(script: str, home: Path) -> dict[str, Any]:
    """Run Knotbook's own way in with `script` watching the session it builds; what the script told."""
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
    env |= {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    code = f"{WATCH}{script}\n__main__.main(['--diary', {str(home / 'my.knotbook')!r}])\n"
    ended = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=60)
    assert ended.stdout, ended.stderr
    told: dict[str, Any] = json.loads(ended.stdout)
    return told


def test_the_map_is_painted_before_the_heavy_libraries_are_imported(tmp_path: Path) -> None:
    told = start(FIRST_PAINT, tmp_path)
    assert told["visible"]
    assert "knotbook.bodymap" in told["modules"]
    assert [name for name in told["modules"] if name.partition(".")[0] in TOO_EARLY] == []
    assert list(tmp_path.glob("*.knotbook*")) == []  # nor is the diary touched before it


def test_what_the_map_does_not_need_comes_behind_the_first_paint(tmp_path: Path) -> None:
    """From the second start on: the first one makes the id of the computer, which needs some of it."""
    start(FIRST_PAINT, tmp_path)
    modules = start(FIRST_PAINT, tmp_path)["modules"]
    parents = {name[:dot] for name in modules for dot in range(len(name)) if name[dot] == "."}
    assert sorted({*modules, *parents} & {*BEHIND_THE_FIRST_PAINT}) == []


def test_the_worker_imports_what_names_classes_of_qt_only_when_all_are_known(tmp_path: Path) -> None:
    """Two threads that make PySide know new classes at once end the process with a segmentation fault."""
    told = start(GO_ON, tmp_path)
    assert told == {"unnamed": [], "early": False, "importer": "__import__"}


def test_starting_and_logging_opens_no_socket_from_python(tmp_path: Path) -> None:
    """`tests/realwindow` asks the kernel the same, Qt's own calls included."""
    assert start(LOG_ONE, tmp_path) == {"sockets": [], "entries": 1}


def test_the_watch_would_hear_a_socket(tmp_path: Path) -> None:
    opening = LOG_ONE.replace("session.end()", "import socket; socket.socket().close()")
    assert start(opening, tmp_path)["sockets"] != []
