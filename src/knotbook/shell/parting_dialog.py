"""Names what would be lost by closing, and offers to try again, to keep it as text, or to give it up."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

MOST_NAMED = 8
"""So many entries are named in the dialog; the text file has all."""


class PartingDialog(QDialog):
    """Names what is not saved. `lines`: one an entry. Escape: the window stays open."""

    def __init__(self, lines: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setWindowTitle(self.tr("Not everything is saved"))
        self.setMinimumWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        title = self._label(self.tr("Closing now loses what could not be saved:"))
        title.setProperty("role", "heading")
        column.addWidget(title)
        for line in lines[:MOST_NAMED]:
            column.addWidget(self._label(f"•  {line}"))
        if len(lines) > MOST_NAMED:
            column.addWidget(self._label(self.tr("and %n more.", "", len(lines) - MOST_NAMED)))
        self._told = self._label("")
        self._told.hide()
        column.addWidget(self._told)
        self.close_anyway = QPushButton(self.tr("Close anyway"), self)
        self.save_text = QPushButton(self.tr("Save as text file…"), self)
        self.try_again = QPushButton(self.tr("Try again"), self)
        self.save_text.clicked.connect(self._save)
        column.addLayout(self._buttons())

    def words(self) -> str:
        """All that is said, for a screen reader and for looking it up."""
        return " ".join(label.text() for label in self.findChildren(QLabel))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.close_anyway, self.save_text, self.try_again):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.try_again.setProperty("role", "primary")
        self.try_again.setDefault(True)
        return row

    def _label(self, words: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)  # a note may look like markup
        label.setText(words)
        label.setWordWrap(True)
        return label

    def _save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as text file"), "knotbook-not-saved.txt", self.tr("Text (*.txt)")
        )
        if not chosen:
            return
        written = _written(chosen, "\n".join(self._lines) + "\n")
        words = self.tr("Written to {name}.") if written else self.tr("{name} could not be written.")
        self._told.setText(words.format(name=Path(chosen).name))
        self._told.show()


def _written(path: str, text: str) -> bool:
    """Write a whole file or none; whether it worked."""
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly | QIODevice.OpenModeFlag.Text):
        return False
    file.write(text.encode("utf-8", "replace"))
    return file.commit()
