"""The map through time: the picture, the day it shows, and what moves it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from knotbook.analysis.measures import Measure
from knotbook.bodymap.geometry import Geometry
from knotbook.bodymap.heat_bar import as_menu_button
from knotbook.bodymap.legend import MapLegend
from knotbook.bodymap.look_keys import LookKeys
from knotbook.bodymap.names import Names
from knotbook.bodymap.quiet_picture import QuietPicture
from knotbook.bodymap.reel import Reel
from knotbook.bodymap.replay_player import DAYS_A_SECOND, ReplayPlayer
from knotbook.bodymap.saving_row import SavingRow
from knotbook.bodymap.time_line import TimeLine
from knotbook.controls.icons import icon
from knotbook.resources.theme import Theme

WINDOWS = (1, 7, 14, 30)
"""Days that one frame sums up."""
RANGES = (90, 182, 365, 0)
"""Days that can be replayed, up to today; 0 is all there are."""
_FLASH_S = 0.3  # a release is seen at least so long
_WEEK = 7
_WIDE_PX = 1040
_NO_DAY = date(1970, 1, 1)


class ReplayView(QWidget):
    """Shows the `Reel` it is given. `wanted_changed`: the person chose another measure, window or range.

    `closed`: back to the ordinary map. `save_requested(str)`: "png", "gif" or "webp". `cancel_requested`: stop saving.
    """

    wanted_changed = Signal()
    closed = Signal()
    save_requested = Signal(str)
    cancel_requested = Signal()

    def __init__(
        self,
        geometry: Geometry,
        names: Names,
        theme: Theme,
        parent: QWidget | None = None,
        player: ReplayPlayer | None = None,
    ) -> None:
        super().__init__(parent)
        self.picture = QuietPicture(geometry, names, theme, self)
        self.legend = MapLegend(theme, self)
        self.player = player or ReplayPlayer(self)
        self.line = TimeLine(theme, self)
        self.saving = SavingRow(self)
        self._reel = Reel(_NO_DAY, (), ())
        self.day_label, self.caption = QLabel(self), QLabel(self)
        self.day_label.setProperty("role", "heading")
        self.caption.setProperty("role", "caption")
        self._build_boxes()
        self._build_buttons()
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    @property
    def reel(self) -> Reel:
        """What is being shown."""
        return self._reel

    @property
    def window_days(self) -> int:
        """How many days one frame sums up."""
        return int(self._window.currentData())

    @property
    def range_days(self) -> int:
        """How many days are to be replayed; 0 for all."""
        return int(self._range.currentData())

    @property
    def measure(self) -> Measure:
        """How ratings become a colour."""
        return Measure(self._measure.currentData())

    def set_measure(self, measure: Measure) -> None:
        """Show `measure` as chosen, without saying so."""
        self._measure.blockSignals(True)
        self._measure.setCurrentIndex(self._measure.findData(measure))
        self._measure.blockSignals(False)

    def show_reel(self, reel: Reel) -> None:
        """Replay this from now on; stays on the day it was on, if that is still there."""
        day = self._reel.day(self.player.frame) if len(self._reel) else None
        self._reel = reel
        self.player.set_length(len(reel))
        self.line.blockSignals(True)
        self.line.set_days(reel.first, len(reel), [n for n, marks in enumerate(reel.marks) if marks])
        self.line.blockSignals(False)
        self.legend.set_scale(reel.scale)
        self.caption.setText(reel.words)
        if day is not None and 0 <= (day - reel.first).days < len(reel):
            self.player.go((day - reel.first).days)
        self.picture.quick.warm(sorted(reel.places))
        self._show_frame(self.player.frame)

    def set_reduced_motion(self, still: bool) -> None:
        """With reduced motion it never plays by itself: keys, buttons and the slider step."""
        self.player.set_still(still)
        self.picture.set_reduced_motion(still)
        self.speed.setVisible(not still)
        self._show_playing(False)

    def set_theme(self, theme: Theme) -> None:
        """Hand the theme to every part."""
        self._theme = theme
        for part in (self.picture, self.legend, self.line):
            part.set_theme(theme)
        self._close.setIcon(icon("close", theme.ink_soft))
        self._save.setIcon(icon("chevron-down", theme.ink_soft))
        self._show_playing(self.player.playing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the legend has a row of its own."""
        ways = QBoxLayout.Direction
        self._below.setDirection(ways.LeftToRight if event.size().width() >= _WIDE_PX else ways.TopToBottom)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays or pauses, the arrows go a day, Page Up and Down a week, Home and End to the ends."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageUp: -_WEEK,
            Qt.Key.Key_PageDown: _WEEK,
            Qt.Key.Key_Home: -self.player.length,
            Qt.Key.Key_End: self.player.length,
        }
        if event.key() == Qt.Key.Key_Space:
            self.player.toggle()
        elif event.key() in steps:
            self.player.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.player.frame_changed.connect(self._show_frame)
        self.player.playing_changed.connect(self._show_playing)
        self.line.valueChanged.connect(self._scrubbed)
        for box in (self._measure, self._window, self._range):
            box.currentIndexChanged.connect(lambda _index: self.wanted_changed.emit())
        self.speed.currentIndexChanged.connect(self._set_speed)
        self.saving.cancelled.connect(self.cancel_requested)
        self.looking = LookKeys(self, self.picture)
        self.looking.left.connect(self.closed)

    def _scrubbed(self, frame: int) -> None:
        self.player.pause()
        self.player.go(frame)

    def _set_speed(self) -> None:
        self.player.speed = int(self.speed.currentData())

    def _show_frame(self, frame: int) -> None:
        if not len(self._reel):
            self.picture.set_heat({})
            self.day_label.setText(self.tr("Nothing to replay yet"))
            return
        reel, day = self._reel, self._reel.day(frame)
        linger = max(1, round(self.player.speed * _FLASH_S)) if self.player.playing else 1
        self.picture.set_heat(reel.values[frame], reel.words, reel.scale)
        self.picture.set_release_marks(reel.marks_at(frame, linger))
        words = f"{day:%A} {day.day} {day:%B} {day.year}"
        self.day_label.setText(words)
        self.line.setAccessibleDescription(words)
        self.line.blockSignals(True)
        self.line.setValue(frame)
        self.line.blockSignals(False)

    def _show_playing(self, playing: bool) -> None:
        step = self.tr("One day on (Space)")
        words = step if self.player.still else self.tr("Pause (Space)") if playing else self.tr("Play (Space)")
        name = "chevron-right" if self.player.still else "pause" if playing else "play"
        self.play_button.setIcon(icon(name, self._theme.on_accent, 24))
        self.play_button.setToolTip(words)
        self.play_button.setAccessibleName(words)
        if not playing:
            self._show_frame(self.player.frame)  # only this day's releases

    def _build_boxes(self) -> None:
        self._measure = self._box(
            self.tr("Measure"),
            [
                (self.tr("Mean"), Measure.MEAN),
                (self.tr("Worst"), Measure.WORST),
                (self.tr("Days over 4"), Measure.BAD_DAYS),
                (self.tr("Days with pain"), Measure.PAIN_DAYS),
            ],
        )
        windows = [self.tr("1 day"), *(self.tr("{n} days").format(n=days) for days in WINDOWS[1:])]
        self._window = self._box(
            self.tr("Days that each picture sums up"), list(zip(windows, WINDOWS, strict=True)), WINDOWS.index(7)
        )
        ranges = [self.tr("3 months"), self.tr("6 months"), self.tr("1 year"), self.tr("All of it")]
        self._range = self._box(self.tr("How far back"), list(zip(ranges, RANGES, strict=True)), RANGES.index(182))
        speeds = [(self.tr("{n} days/s").format(n=n), n) for n in DAYS_A_SECOND]
        self.speed = self._box(self.tr("Speed"), speeds, DAYS_A_SECOND.index(self.player.speed))

    def _box(self, name: str, items: Sequence[tuple[str, object]], chosen: int = 0) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        for words, value in items:
            box.addItem(words, value)
        box.setCurrentIndex(chosen)
        return box

    def _build_buttons(self) -> None:
        self.play_button = QPushButton(self)
        self.play_button.setProperty("role", "primary")
        self.play_button.setIconSize(QSize(24, 24))
        self.play_button.clicked.connect(self.player.toggle)
        self._save = QToolButton(self)
        self._save.setText(self.tr("Save"))
        as_menu_button(self._save)
        self._save.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._save)
        for words, kind in (
            (self.tr("Pictures, one a day (PNG)…"), "png"),
            (self.tr("Animated image (WebP)…"), "webp"),
            (self.tr("Animated image (GIF)…"), "gif"),
        ):
            menu.addAction(words).triggered.connect(lambda _on=False, k=kind: self.save_requested.emit(k))
        self._save.setMenu(menu)
        self._close = QToolButton(self)
        self._close.setProperty("role", "quiet")
        self._close.setText(self.tr("Back to the map"))
        self._close.setToolTip(self.tr("Back to the map (Esc)"))
        self._close.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._close.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        head, move, boxes = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.day_label)
        titles.addWidget(self.caption)
        head.addLayout(titles)
        head.addStretch(1)
        for button in (self._save, self._close):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        move.setSpacing(12)
        move.addWidget(self.play_button)
        move.addWidget(self.line, 1)
        boxes.addStretch(1)
        for box in (self._measure, self._window, self._range, self.speed):
            boxes.addWidget(box)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.addWidget(self.legend)
        self._below.addLayout(boxes, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.saving)
        column.addWidget(self.picture, 1)
        column.addLayout(move)
        column.addLayout(self._below)
        self.setFocusProxy(self.line)
