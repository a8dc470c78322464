"""Shows a figure: painted once, read out by pointer and by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from knotbook.charts.figure import Figure, Nothing, Sheet, Spot
from knotbook.charts.spot_card import paint_card
from knotbook.controls.announce import announce
from knotbook.controls.speak_as import speak_as
from knotbook.resources.theme import Theme

_FONT_PX, _NOTICE_PX, _PAD = 12, 14, 16.0
_ARROWS = {
    int(Qt.Key.Key_Left): (-1.0, 0.0),
    int(Qt.Key.Key_Right): (1.0, 0.0),
    int(Qt.Key.Key_Up): (0.0, -1.0),
    int(Qt.Key.Key_Down): (0.0, 1.0),
}
_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class Canvas(QWidget):
    """Arrows walk from spot to spot, Home and End to the first and last, Enter or a click opens, Escape lets go.

    `activated(object)`: the key of a spot that has one.
    """

    activated = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figure: Figure = Nothing("")
        self._spots: list[Spot] = []
        self._here: int | None = None
        self._picture: QPixmap | None = None
        self._ring = False
        self.setMouseTracking(True)
        speak_as(self, QAccessible.Role.Chart)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)

    @property
    def sheet(self) -> Sheet:
        """What the figure is painted on at the present size."""
        return sheet_for(self, QSizeF(self.size()), self._theme)

    @property
    def figure(self) -> Figure:
        """What is shown."""
        return self._figure

    @property
    def spots(self) -> list[Spot]:
        """What can be pointed at."""
        return self._spots

    @property
    def pointed(self) -> Spot | None:
        """What is pointed at."""
        return None if self._here is None else self._spots[self._here]

    @property
    def reading_text(self) -> str:
        """What the card says, in one line; empty if there is none."""
        spot = self.pointed
        return "" if spot is None else f"{spot.title} · {spot.words}"

    def show_figure(self, figure: Figure) -> None:
        """Show another figure."""
        self._figure = figure
        self.setAccessibleDescription(figure.sentence())
        self._begin_anew()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._theme = theme
        self._begin_anew()

    def point_at(self, at: QPointF) -> None:
        """Read out what lies at a point of this widget."""
        self._point(next((n for n, spot in enumerate(self._spots) if spot.area.contains(at)), None))

    def _begin_anew(self) -> None:
        self._picture = None
        self._here = None
        self._spots = [] if self._figure.notice else spots_of(self._figure, self.sheet)
        self.update()

    def _point(self, here: int | None) -> None:
        if here != self._here:
            self._here = here
            opens = here is not None and self._spots[here].key is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
            self.update()

    # --- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the figure, a frame around what is pointed at, and the card."""
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatioF():
            self._picture = self._painted()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ring:
            self._frame(painter, QRectF(self.rect()), self._theme.focus)
        if self._here is not None:
            spot = self._spots[self._here]
            self._frame(painter, spot.area.adjusted(-1, -1, 1, 1), self._theme.ink)
            paint_card(painter, spot, self.sheet)
        painter.end()

    def _frame(self, painter: QPainter, area: QRectF, colour: str) -> None:
        painter.setPen(QPen(QColor(colour), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)

    def _painted(self) -> QPixmap:
        scale = self.devicePixelRatioF()
        picture = QPixmap(self.size() * scale)
        picture.setDevicePixelRatio(scale)
        painter = QPainter(picture)
        paint_figure(painter, self._figure, self.sheet)
        painter.end()
        return picture

    # --- pointer and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read out."""
        self.point_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens what it is on."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.point_at(event.position())
            self._open()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer went away."""
        self._point(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, open, let go; see the class."""
        if not self._key(event.key()):
            super().keyPressEvent(event)

    def _key(self, key: int) -> bool:
        if key in _ARROWS and self._spots:
            self._walk(_ARROWS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._spots:
            self._step_to(0 if key == Qt.Key.Key_Home else len(self._spots) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._here is not None:
            self._open()
        elif key == Qt.Key.Key_Escape and self._here is not None:
            self._point(None)
        else:
            return False
        return True

    def _walk(self, way: tuple[float, float]) -> None:
        """To the nearest spot that way; without a spot to start from, to the last one, which is the latest."""
        if self._here is None:
            self._step_to(len(self._spots) - 1)
            return
        found = nearest_that_way([spot.area for spot in self._spots], self._here, way)
        if found is not None:
            self._step_to(found)

    def _step_to(self, number: int) -> None:
        self._point(number)
        announce(self, self.reading_text)

    def _open(self) -> None:
        spot = self.pointed
        if spot is not None and spot.key is not None:
            self.activated.emit(spot.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, if it came by the keyboard."""
        self._ring = event.reason() in _BY_KEYBOARD
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard went elsewhere."""
        self._ring = False
        self.update()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._begin_anew()


def sheet_for(widget: QWidget, size: QSizeF, theme: Theme) -> Sheet:
    """A sheet with the font of `widget`, its figures all equally wide."""
    font = QFont(widget.font())
    font.setPixelSize(_FONT_PX)
    font.setFeature(QFont.Tag("tnum"), 1)
    return Sheet(size, theme, font)


def paint_figure(painter: QPainter, figure: Figure, sheet: Sheet) -> None:
    """The ground and the figure, or its notice in the middle."""
    painter.fillRect(sheet.area, QColor(sheet.theme.surface))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if figure.notice:
        painter.setFont(sheet.sized(_NOTICE_PX))
        painter.setPen(QColor(sheet.theme.ink_soft))
        words = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(sheet.area.adjusted(32, 16, -32, -16), words, figure.notice)
        return
    painter.setFont(sheet.font)
    painter.translate(_PAD, _PAD)
    figure.paint(painter, _inside(sheet))
    painter.translate(-_PAD, -_PAD)


def spots_of(figure: Figure, sheet: Sheet) -> list[Spot]:
    """What can be pointed at in a picture by `paint_figure`, in its pixels."""
    return [replace(spot, area=spot.area.translated(_PAD, _PAD)) for spot in figure.spots(_inside(sheet))]


def _inside(sheet: Sheet) -> Sheet:
    """The sheet without its margin."""
    return Sheet(QSizeF(sheet.size.width() - 2 * _PAD, sheet.size.height() - 2 * _PAD), sheet.theme, sheet.font)


def nearest_that_way(areas: list[QRectF], here: int, way: tuple[float, float]) -> int | None:
    """The number of the area nearest to `areas[here]` in a direction (dx, dy); straight ahead counts before aside."""
    start = areas[here].center()
    best: tuple[float, int] | None = None
    for number, area in enumerate(areas):
        apart = area.center() - start
        ahead = apart.x() * way[0] + apart.y() * way[1]
        aside = abs(apart.x() * way[1]) + abs(apart.y() * way[0])
        if ahead > 1 and aside <= 2 * ahead:
            far = ahead + 3 * aside
            best = min(best or (far, number), (far, number))
    return None if best is None else best[1]
