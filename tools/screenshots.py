"""Pictures of every screen with the made-up demo diary: `python -m tools.screenshots FOLDER`. Needs no display."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from PySide6.QtCore import QEventLoop, QSize
from PySide6.QtWidgets import QApplication

from knotbook.bodymap.close_ups import CloseUp
from knotbook.bodymap.drafts import MapView
from knotbook.domain.place import Layer, Place
from knotbook.domain.system_clock import SystemClock
from knotbook.preferences.settings import Settings
from knotbook.shell.app import compose, make_app
from knotbook.shell.session import Session

SIZES = {"1": ("", QSize(1280, 800)), "2": ("-4k", QSize(1920, 1080))}
"""By the scale of the screen: the suffix of the file names and the size of the window in its own pixels."""

PIRIFORMIS = Place.parse("piriformis.right")


@contextmanager
def demo_session(app: QApplication, settings: Settings) -> Iterator[Session]:
    """The whole app over a fresh demo diary, ready to be used; closed and thrown away at the end."""
    with tempfile.TemporaryDirectory() as folder:
        session = compose(app, settings, Path(folder) / "demo.knotbook", SystemClock(), demo=True)
        ready = QEventLoop()
        session.furnished.connect(ready.quit)
        session.start()
        ready.exec()
        try:
            yield session
        finally:
            session.window.close()


def screens(session: Session) -> Iterator[str]:
    """Put one screen after the other in front; yields its name."""
    window = session.window
    body = window.body.map
    for layer in Layer:
        body.set_layer(layer)
        yield f"body-{layer.value}"
    body.set_layer(Layer.LIFTED)
    body.reveal(PIRIFORMIS)
    yield "body-piriformis"
    body.set_view(MapView.BACK)
    for kind, name in ((CloseUp.HIP, "body-hip"), (CloseUp.KNEE, "body-knee")):
        body.zoom.show(kind, None)
        yield name
    body.zoom.home()
    body.set_view(MapView.SIDE)
    yield "body-side"
    body.set_view(MapView.BOTH)
    body.select(None)
    for page in ("trends", "journal", "settings"):
        window.go(page)
        yield page


def shoot(app: QApplication, folder: Path) -> list[Path]:
    """Write `<theme>-<screen>[-4k].png` into `folder`; returns what was written."""
    made = []
    for theme in ("light", "dark"):
        settings = Settings.defaults()
        settings.set("theme", theme)
        settings.set("motion", "off")
        with demo_session(app, settings) as session:
            suffix, size = SIZES[os.environ["QT_SCALE_FACTOR"]]
            session.window.resize(size)
            for name in screens(session):
                app.processEvents()
                path = folder / f"{theme}-{name}{suffix}.png"
                session.window.grab().save(str(path))
                made.append(path)
    return made


def main() -> None:
    """Make the folder and fill it, once for a plain screen and once, in a process of its own, for a 4K one."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "demo-shots")
    folder.mkdir(parents=True, exist_ok=True)
    if "QT_SCALE_FACTOR" not in os.environ:
        for scale in SIZES:
            command = [sys.executable, "-m", "tools.screenshots", str(folder)]
            subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": scale}, check=True)
        return
    for path in shoot(make_app(sys.argv[:1]), folder):
        print(path)


if __name__ == "__main__":
    main()
