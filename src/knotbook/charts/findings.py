"""What can be said of each curve, under the chart: a dot in its colour, its name, the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from knotbook.controls.speak_as import speak_as

_MOST_SHARE, _OF_MANY_SHARE = 0.24, 0.16  # of the height of all there is; the curves need more where they are many
_MANY = 5


class Findings(QScrollArea):
    """One line each; as high as they need up to a quarter of what they lie in, then it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak_as(self, QAccessible.Role.Pane)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = QWidget(self)
        self._page.setAutoFillBackground(False)
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(8, 4, 8, 4)
        self._column.setSpacing(4)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._page)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("What can be said"))
        self._labels: list[QLabel] = []

    def show_sentences(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """(colour, name, sentence) of each, from the top."""
        while len(self._labels) < len(lines):
            label = QLabel(self._page)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.addWidget(label)
            self._labels.append(label)
        for label, (colour, name, text) in zip(self._labels, lines, strict=False):
            label.setText(f'<span style="color:{colour}">●</span> <b>{escape(name)}</b>&nbsp; {escape(text)}')
            label.setAccessibleName(f"{name}: {text}")
        for number, label in enumerate(self._labels):
            label.setVisible(number < len(lines))
        self.setAccessibleDescription(" ".join(f"{name}: {text}" for _colour, name, text in lines))
        self.setVisible(bool(lines))
        self._fit()

    @property
    def sentences(self) -> list[str]:
        """What is said, without colours."""
        return [label.accessibleName() for label in self._labels if not label.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the height for the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = max(200, self.viewport().width()) - 16
        shown = [label.heightForWidth(width) for label in self._labels if not label.isHidden()]
        wanted = 8 + sum(shown) + 4 * max(0, len(shown) - 1)
        above = self.parentWidget()
        share = _MOST_SHARE if len(shown) < _MANY else _OF_MANY_SHARE
        most = 104 if above is None else max(48, round(share * above.height()))
        self.setFixedHeight(min(most, max(28, wanted)))
