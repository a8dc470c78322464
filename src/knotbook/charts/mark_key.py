"""What the signs of a chart over time mean: kinds of ratings, and the lanes of marks under the curves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from knotbook.analysis.marks import MarkKind
from knotbook.charts.mark_lanes import ICONS
from knotbook.controls.icons import icon
from knotbook.resources.theme import Theme

_ICON_PX = 14


class MarkKey(QWidget):
    """A quiet line: only what is there is explained."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[bool, bool, tuple[MarkKind, ...]] = (False, False, ())
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 8, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self._fill()

    @property
    def words(self) -> list[str]:
        """What is explained, in order."""
        signs = ("◆ " + self.tr("at night")) * self._shown[0], ("○ " + self.tr("recalled later")) * self._shown[1]
        return [sign for sign in signs if sign] + [self._lane_words()[kind] for kind in self._shown[2]]

    def show_signs(self, *, night: bool, recalled: bool, lanes: Sequence[MarkKind]) -> None:
        """Explain these."""
        wanted = (night, recalled, tuple(lanes))
        if wanted != self._shown:
            self._shown = wanted
            self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._theme = theme
        self._fill()

    def _lane_words(self) -> dict[MarkKind, str]:
        return {
            MarkKind.RELEASE: self.tr("releases, strong: of these places"),
            MarkKind.EXERCISE: self.tr("exercise"),
            MarkKind.NOTE: self.tr("notes on a pain"),
            MarkKind.DAY: self.tr("notes of a day"),
        }

    def _fill(self) -> None:
        while self._row.count() > 1:
            item = self._row.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        signs = len(self.words) - len(self._shown[2])
        for number, words in enumerate(self.words):
            if number >= signs:
                self._add(self._icon(self._shown[2][number - signs]))
            label = QLabel(words, self)
            label.setProperty("role", "caption")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(0, 0, 10, 0)
            self._add(label)
        self.setVisible(bool(self.words))

    def _icon(self, kind: MarkKind) -> QLabel:
        label = QLabel(self)
        label.setPixmap(icon(ICONS[kind], self._theme.ink_soft, _ICON_PX).pixmap(_ICON_PX, _ICON_PX))
        return label

    def _add(self, widget: QWidget) -> None:
        self._row.insertWidget(self._row.count() - 1, widget)
