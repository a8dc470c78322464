"""What the signs of a chart over time mean: the line in its band, kinds of ratings, and the lanes of marks below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from knotbook.analysis.marks import MarkKind
from knotbook.charts.mark_lanes import ICONS
from knotbook.controls.flowing import Flowing
from knotbook.controls.icons import icon
from knotbook.resources.theme import Theme

_ICON_PX, _COURSE_PX, _LINE_PX = 14, 20, 2
_BAND = 0.3
_INSET, _AFTER_PICTURE, _BETWEEN, _LEAD = 8, 5, 14, 2


@dataclass(frozen=True, slots=True)
class Signs:
    """What is there to be explained."""

    course: bool = False
    night: bool = False
    recalled: bool = False
    lanes: tuple[MarkKind, ...] = ()


class MarkKey(Flowing):
    """A quiet line, or as many as it needs: only what is there is explained. A sign and its words never part."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = Signs()
        self._signs: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fill()

    @property
    def words(self) -> list[str]:
        """What is explained, in order."""
        return [words for _picture, words in self._parts()]

    def show_signs(self, signs: Signs) -> None:
        """Explain these."""
        if signs != self._shown:
            self._shown = signs
            self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._theme = theme
        self._fill()

    # --- what is explained

    def _parts(self) -> Sequence[tuple[QPixmap | None, str]]:
        """The picture and the words of each sign."""
        shown, parts = self._shown, list[tuple[QPixmap | None, str]]()
        if shown.course:
            parts.append((self._course(), self.tr("slow course; shaded: likely range")))
        if shown.night:
            parts.append((None, "◆ " + self.tr("at night")))
        if shown.recalled:
            parts.append((None, "○ " + self.tr("recalled later")))
        words = self._lane_words()
        return parts + [(self._icon(kind), words[kind]) for kind in shown.lanes]

    def _lane_words(self) -> dict[MarkKind, str]:
        return {
            MarkKind.RELEASE: self.tr("releases, strong: of these places"),
            MarkKind.EXERCISE: self.tr("exercise"),
            MarkKind.NOTE: self.tr("pain notes"),
            MarkKind.DAY: self.tr("day notes"),
        }

    def _icon(self, kind: MarkKind) -> QPixmap:
        return icon(ICONS[kind], self._theme.ink_soft, _ICON_PX).pixmap(_ICON_PX, _ICON_PX)

    def _course(self) -> QPixmap:
        """A line in its band, in no place's colour."""
        drawn = QPixmap(_COURSE_PX, _ICON_PX)
        drawn.fill(Qt.GlobalColor.transparent)
        ink = QColor(self._theme.ink_soft)
        soft = QColor(ink)
        soft.setAlphaF(_BAND)
        painter = QPainter(drawn)
        painter.fillRect(QRectF(0, 2, _COURSE_PX, _ICON_PX - 4), soft)
        painter.fillRect(QRectF(0, (_ICON_PX - _LINE_PX) / 2, _COURSE_PX, _LINE_PX), ink)
        painter.end()
        return drawn

    # --- where it stands

    def _fill(self) -> None:
        for sign in self._signs:
            sign.hide()
            sign.deleteLater()
        self._signs = [self._sign(picture, words) for picture, words in self._parts()]
        self._flow()
        self.setVisible(bool(self._signs))

    def _sign(self, picture: QPixmap | None, words: str) -> QWidget:
        sign = QWidget(self)
        row = QHBoxLayout(sign)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_AFTER_PICTURE)
        if picture is not None:
            drawn = QLabel(sign)
            drawn.setPixmap(picture)
            row.addWidget(drawn)
        label = QLabel(words, sign)
        label.setProperty("role", "caption")
        label.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(label)
        sign.show()
        return sign

    def _flow(self) -> None:
        """Lay the signs out in lines."""
        at, line = QPoint(_INSET, 0), 0
        for sign in self._signs:
            size = sign.sizeHint()
            if at.x() > _INSET and at.x() + size.width() > self.width() - _INSET:
                at, line = QPoint(_INSET, at.y() + line + _LEAD), 0
            sign.setGeometry(at.x(), at.y(), size.width(), size.height())
            at += QPoint(size.width() + _BETWEEN, 0)
            line = max(line, size.height())
        self.setFixedHeight(max(1, at.y() + line))
