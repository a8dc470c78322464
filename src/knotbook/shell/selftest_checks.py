"""What `knotbook --selftest` looks at, in the order of its table."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QBuffer, QIODevice, QLibraryInfo, QPluginLoader, QSize
from PySide6.QtGui import QIcon, QImage, QImageReader
from PySide6.QtWidgets import QApplication, QWidget

from knotbook.bodymap.body_map import BodyMap
from knotbook.bodymap.film import Shot, write_animation
from knotbook.bodymap.geometry import load_geometry
from knotbook.controls.icons import pixmap
from knotbook.domain.ids import new_id
from knotbook.domain.place import Place
from knotbook.domain.records import Entry, Kind, Pain
from knotbook.domain.sought import Reading, Sought
from knotbook.domain.system_clock import SystemClock
from knotbook.resources import files
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import NAMES, load_theme

if TYPE_CHECKING:
    from knotbook.shell.selftest import Check

FIGURES = ("male", "female")
PLACE = Place.parse("piriformis.right")
_PLATFORM = {"linux": "qxcb", "win32": "qwindows", "darwin": "qcocoa"}
_ENDINGS = {"json", "kbm", "md", "svg"}


def check_assets(_folder: Path) -> str:
    """Every file of the assets can be read and is not empty."""
    found = [path for path in files.ROOT.rglob("*") if path.suffix.lstrip(".") in _ENDINGS]
    empty = [path.name for path in found if not path.read_bytes()]
    if empty or not found:
        raise ValueError(f"empty: {empty}" if empty else f"none at {files.ROOT}")
    return f"{len(found)} files"


def check_themes(_folder: Path) -> str:
    """All themes load."""
    return ", ".join(load_theme(name).name for name in NAMES)


def check_icons(_folder: Path) -> str:
    """Qt's SVG module draws every icon of ours."""
    _app()
    names = sorted(path.stem for path in (files.ROOT / "icons").glob("*.svg"))
    blank = [name for name in names if _is_blank(pixmap(name, "#336699").toImage())]
    if blank or "knotbook" not in names:
        raise ValueError(f"not drawn: {blank}")
    return f"{len(names)} drawn"


def check_pictures(_folder: Path) -> str:
    """Photos of the usual kinds can be read, and icons of the desktop, which are SVG."""
    _app()
    readable = {bytes(kind.data()).decode() for kind in QImageReader.supportedImageFormats()}
    lacking = {"jpeg", "png", "webp", "svg", "gif", "bmp"} - readable
    if lacking:
        raise ValueError(f"no reader for {sorted(lacking)}")
    picture, buffer = QImage(QSize(8, 8), QImage.Format.Format_RGB32), QBuffer()
    picture.fill(0)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "jpeg"):  # type: ignore[call-overload]  # the stubs want bytes, Qt takes text
        raise ValueError("JPEG cannot be written")
    if QIcon(str(files.asset_path("icons/knotbook.svg"))).pixmap(16, 16).isNull():
        raise ValueError("the SVG icon engine is not there")
    return "JPEG, PNG, WebP, GIF, BMP, SVG"


def check_plugins(_folder: Path) -> str:
    """Every Qt plugin that came along loads, and the one that shows windows on this system is among them."""
    _app()
    root = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    wanted = {"iconengines", "imageformats", "platforms", "platformthemes", "platforminputcontexts", "styles"}
    wanted |= {"wayland-shell-integration", "wayland-decoration-client"}
    if not getattr(sys, "frozen", False):  # Qt's wheel brings many more, for which no library need be there
        wanted = {"iconengines"}
    found = sorted(p for p in root.glob("*/*") if p.parent.name in wanted and p.suffix in {".so", ".dll", ".dylib"})
    loaders = [(path, QPluginLoader(str(path))) for path in found]
    broken = [f"{path.name} ({loader.errorString()})" for path, loader in loaders if not loader.load()]
    if broken:
        raise ImportError("; ".join(broken))
    shows = _PLATFORM.get(sys.platform, "")
    if not [path for path in (root / "platforms").glob("*") if shows in path.name]:
        raise FileNotFoundError(f"the plugin {shows} is not there")
    return f"{len(found)} load, {shows} is there"


def check_map(_folder: Path) -> str:
    """Both figures are painted."""
    _app()
    catalogue, theme = Catalogue.load(), load_theme("light")
    for figure in FIGURES:
        drawn = BodyMap(load_geometry(files.read_bytes(f"bodymap/{figure}.kbm")), catalogue, theme)
        _painted(drawn, QSize(700, 900))
    return f"{' and '.join(FIGURES)} painted, {len(catalogue.structures)} structures named"


def check_diary(folder: Path) -> str:
    """An entry is written into a new diary that is closed and opened again; it is read, and found by a word."""
    from knotbook.storage import open_store

    clock, path = SystemClock(), folder / "self.knotbook"
    now = clock.now()
    body = Pain(when=now, place=PLACE, intensity=6, note="selftest wrote this")
    entry = Entry(id=new_id(now.utc_ms), body=body, created_ms=now.utc_ms, changed_ms=now.utc_ms)
    store = open_store(path, clock=clock)
    store.put([entry], label="6 at right piriformis")
    store.close()
    store = open_store(path, clock=clock)
    try:
        if store.entry(entry.id) != entry or store.count([Kind.PAIN]) != 1:
            raise ValueError("the entry that was written is not the one that was read")
        *_, (found, _whole) = store.counting(Sought(readings=(Reading(words="selftest"),)))
        if found != 1:
            raise ValueError("the words of the entry are not found (FTS5)")
        if not store.heat():
            raise ValueError("the heat of the map cannot be read")
    finally:
        store.close()
    return "written, reopened, read, found by a word (FTS5)"


def check_chart(_folder: Path) -> str:
    """numpy and pyqtgraph draw a month of one place."""
    from knotbook.analysis.series import from_rows
    from knotbook.charts.region_chart import RegionChart

    _app()
    now = SystemClock().now()
    day_ms = 86_400_000
    rows = [(now.utc_ms - day * day_ms, 0, str(PLACE), day % 11, f"e{day}") for day in range(30, 0, -1)]
    chart = RegionChart(load_theme("light"), str, now.zone)
    chart.show_series(from_rows(rows, [PLACE]))
    _painted(chart, QSize(800, 400))
    return f"{len(rows)} ratings drawn"


def check_film(folder: Path) -> str:
    """Pillow writes the animated images that a replay is saved as."""
    shots = [Shot(str(n), 4, 4, bytes([n * 80] * 48)) for n in range(3)]
    for kind in ("gif", "webp"):
        path = write_animation(folder / f"film.{kind}", iter(shots), len(shots), 100)
        if QImageReader(str(path)).imageCount() < 2:
            raise ValueError(f"{path.name} holds no animation")
    return "GIF and WebP written"


def check_time(_folder: Path) -> str:
    """The time zone of this system is known by name."""
    zone = SystemClock().now().zone
    return f"{zone}, {ZoneInfo('Europe/Berlin').key} known"


def check_commands(_folder: Path) -> str:
    """The quick line is understood: its words and its grammar are there."""
    from knotbook.grammar.parse import parse
    from knotbook.resources.words import load_words

    parsed = parse("pir r 6 cramp", SystemClock().now(), Catalogue.load(), load_words())
    if not parsed.ready or [type(body) for body in parsed.bodies] != [Pain]:
        raise ValueError(f"pir r 6 cramp is not understood: {parsed.errors}")
    return "pir r 6 cramp is one pain"


CHECKS: tuple[tuple[str, Check], ...] = (
    ("assets", check_assets),
    ("themes", check_themes),
    ("icons", check_icons),
    ("pictures", check_pictures),
    ("Qt plugins", check_plugins),
    ("body map", check_map),
    ("diary", check_diary),
    ("chart", check_chart),
    ("replay", check_film),
    ("quick line", check_commands),
    ("time zones", check_time),
)


def _app() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = _APPS.setdefault("app", QApplication(["knotbook"]))
    return app


_APPS: dict[str, QApplication] = {}  # Qt's own is gone with its last reference


def _painted(widget: QWidget, size: QSize) -> None:
    widget.resize(size)
    picture = widget.grab().toImage()
    widget.deleteLater()
    if _is_blank(picture):
        raise ValueError("nothing was painted")


def _is_blank(picture: QImage) -> bool:
    first = picture.pixel(0, 0)
    small = picture.scaled(64, 64) if picture.width() > 64 else picture
    return all(small.pixel(x, y) == first for x in range(small.width()) for y in range(small.height()))
