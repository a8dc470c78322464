"""Builds everything and runs it: settings, looks, the map, then, behind the first paint, the diary and the charts."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from knotbook.bodymap.drafts import MapView
from knotbook.bodymap.geometry import load_geometry
from knotbook.controls.icons import app_icon
from knotbook.diary.diary import Diary
from knotbook.domain.place import Layer
from knotbook.domain.system_clock import SystemClock
from knotbook.preferences.settings import Settings
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.files import read_bytes
from knotbook.shell.looks import Looks
from knotbook.shell.main_window import MainWindow
from knotbook.shell.mistakes import tell_of_mistakes
from knotbook.shell.places import default_diary_path
from knotbook.shell.session import Session
from knotbook.version import VERSION

if TYPE_CHECKING:
    from knotbook.domain.clock import Clock
    from knotbook.storage import EntryStore


class Options(NamedTuple):
    """What the command line asked for. `demo`: open a made-up diary in a temporary folder, thrown away on closing.

    `in_tray`: start without a window.
    """

    diary: Path | None = None
    demo: bool = False
    in_tray: bool = False


def make_app(argv: list[str]) -> QApplication:
    """The application object with Knotbook's name on it; styles are drawn by Qt's own Fusion everywhere."""
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication([*argv, "-style", "fusion"])  # `setStyle` would fill in QStyle, with its lists of numbers
    app.setApplicationName("Knotbook")
    app.setApplicationDisplayName("Knotbook")
    app.setDesktopFileName("knotbook")
    app.setApplicationVersion(VERSION)
    return app


def compose(app: QApplication, settings: Settings, path: Path, clock: Clock, *, demo: bool = False,
            monotonic: Callable[[], float] = time.monotonic) -> Session:
    """Build the window and the session around it. Nothing is opened or read from the diary yet."""
    looks = Looks(app, settings.theme, settings.text_px)
    catalogue = Catalogue.load()
    geometry = load_geometry(read_bytes(f"bodymap/{settings.figure}.kbm"))
    diary = Diary(clock, settings.device())
    window = MainWindow(geometry, catalogue, looks.theme)
    window.body.map.set_view(MapView(str(settings.get("map_view"))))
    window.body.map.set_layer(Layer(str(settings.get("map_layer"))))
    window.body.map.set_reduced_motion(settings.reduced_motion)
    return Session(window, diary, looks, settings, catalogue, clock, path, fill=_demo_writer(clock) if demo else None,
                   monotonic=monotonic)


def _demo_writer(clock: Clock) -> Callable[[EntryStore], object]:
    def write(store: EntryStore) -> None:
        from knotbook.demo.diary import demo_entries  # in the opener's worker

        store.bulk_add(demo_entries(clock.now()))

    return write


def run(options: Options) -> int:
    """Open the window, then the diary. Returns the exit code of the application."""
    app = make_app(sys.argv[:1])
    if sys.platform == "darwin":
        options = _as_finder_asked(app, options)
    with ExitStack() as until_closed:
        path = until_closed.enter_context(_demo_path()) if options.demo else options.diary or default_diary_path()
        session = compose(app, Settings.load(), path, SystemClock(), demo=options.demo)
        tell_of_mistakes(session.troubles.tell_of_mistake, session.troubles.tell_of_trouble)
        for seen in (session.window.ground.first_painted, session.furnished):  # in the tray nothing is painted
            seen.connect(_collect_again)
        session.window.ground.first_painted.connect(lambda: app.setWindowIcon(app_icon()))
        if options.in_tray:
            _hear_second_starts(session)
        else:
            session.window.ground.first_painted.connect(lambda: _hear_second_starts(session))
        session.start(in_tray=options.in_tray)
        code = app.exec()
        session.end()
    gc.enable()
    return code


@contextmanager
def _demo_path() -> Iterator[Path]:
    """Where the made-up diary of this run lies; its folder is thrown away at the end."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="knotbook-demo-") as folder:
        yield Path(folder) / "demo.knotbook"


def _collect_again() -> None:
    """Rubbish is collected from now on, without looking through what the start has made for good."""
    gc.freeze()
    gc.enable()


def _hear_second_starts(session: Session) -> None:
    from knotbook.shell.second_starts import hear_second_starts  # before the diary is opened, behind the first paint

    hear_second_starts(session)


def _as_finder_asked(app: QApplication, options: Options) -> Options:
    """The options with the file that was double-clicked on macOS, which says so only to a running app."""
    from knotbook.shell.asked_files import AskedFiles  # nobody else sends such events

    asked = AskedFiles(app)
    app.processEvents()
    found = asked.opened_own()
    return options if found is None or options.demo else options._replace(diary=found)
