"""What the colours mean: pain from 0 to 10, shares of days, or better and worse; and no data."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from knotbook.bodymap.read_out import sized
from knotbook.bodymap.scales import CHANGE_REACH, Scale
from knotbook.controls.nrs_strip import ink_on
from knotbook.resources.theme import Theme

_CELL = 24
_HEIGHT = 24
_GAP = 12


class MapLegend(QWidget):
    """A row of swatches with their numbers and words, then one for places without data. 0 is set apart from the rest.

    The words stand beside the colours, so that nobody has to tell colours apart to read the map.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, marks: bool = False) -> None:
        """`marks`: there are dots and rings on the body, too, and the tip tells what they are."""
        super().__init__(parent)
        self._theme, self._marks = theme, marks
        self._scale = Scale.NRS
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_scale(Scale.NRS)

    @property
    def scale(self) -> Scale:
        """What the colours mean now."""
        return self._scale

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.update()

    def set_scale(self, scale: Scale) -> None:
        """Explain the colours of `scale`."""
        self._scale = scale
        self.setAccessibleName(
            {
                Scale.NRS: self.tr("Colours: 0 is no pain, 10 is the worst; a plain region has no data"),
                Scale.SHARE: self.tr("Colours: share of the rated days, 0 to 100 percent; a plain region has no data"),
                Scale.CHANGE: self.tr(
                    "Colours: from much better over about the same to much worse; a plain region has no data"
                ),
            }[scale]
        )
        told = [self.accessibleName(), *(self._about_marks() if self._marks else ())]
        self.setToolTip("\n".join(told))
        self.setAccessibleDescription("\n".join(told[1:]))
        self.updateGeometry()
        self.update()

    def _about_marks(self) -> tuple[str, ...]:
        return (
            self.tr(
                "Dot: where a pain was pressed. With a line around it: a point you keep. Hollow: not in three days"
            ),
            self.tr("\u00d73 beside a dot: so many lie there; a closer look (H, K, the wheel) moves them apart"),
            self.tr("Ring: where something was pressed to release it"),
        )

    def labels(self) -> list[str]:
        """What stands on the swatches, in their order."""
        if self._scale is Scale.NRS:
            return [str(number) for number in range(11)]
        if self._scale is Scale.SHARE:
            return [str(10 * number) for number in range(11)]
        steps = len(self._theme.change) // 2
        each = CHANGE_REACH / steps
        return [f"{n * each:+g}".replace("-", "−") if n else "=" for n in range(-steps, steps + 1)]

    def sizeHint(self) -> QSize:
        """The size that shows it well."""
        return QSize(round(self._draw(None)), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what Qt asks for."""
        painter = QPainter(self)
        self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """Draw it with its upper left corner at the painter's origin: on the screen or into a picture."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), 12))
        self._draw(painter)

    def _draw(self, painter: QPainter | None) -> float:
        """Draw it, or only find out how wide it is."""
        before, after = self._ends()
        x = self._words(painter, 0.0, before)
        colours = self._theme.change if self._scale is Scale.CHANGE else self._theme.pain
        for number, (colour, label) in enumerate(zip(colours, self.labels(), strict=True)):
            self._swatch(painter, x, QColor(colour), label)
            x += _CELL + (_GAP / 2 if number == 0 and self._scale is not Scale.CHANGE else 0)
        x = self._words(painter, x + 4 if after else x, after) + _GAP
        self._no_data(painter, x)
        return self._words(painter, x + _CELL + 4, self.tr("no data"))

    def _ends(self) -> tuple[str, str]:
        if self._scale is Scale.CHANGE:
            return self.tr("better"), self.tr("worse")
        return "", self.tr("% of days") if self._scale is Scale.SHARE else ""

    def _words(self, painter: QPainter | None, x: float, words: str) -> float:
        if not words:
            return x
        width = QFontMetrics(sized(self.font(), 12)).horizontalAdvance(words) + 6.0
        if painter is not None:
            painter.setPen(QColor(self._theme.ink_soft))
            painter.drawText(QRectF(x, 0, width, _HEIGHT), Qt.AlignmentFlag.AlignVCenter, words)
        return x + width

    def _swatch(self, painter: QPainter | None, x: float, colour: QColor, words: str) -> None:
        if painter is None:
            return
        box = QRectF(x + 0.5, 2.5, _CELL - 2, _HEIGHT - 5)
        painter.setPen(QPen(QColor(self._theme.line), 1) if self._scale is Scale.CHANGE else Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(ink_on(colour.name())))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _no_data(self, painter: QPainter | None, x: float) -> None:
        if painter is None:
            return
        box = QRectF(x + 0.5, 2.5, _CELL - 2, _HEIGHT - 5)
        painter.setPen(QPen(QColor(self._theme.hatch), 1))
        painter.setBrush(QColor(self._theme.no_data))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(QBrush(QColor(self._theme.hatch), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(box, 4, 4)
