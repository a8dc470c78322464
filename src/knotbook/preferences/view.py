"""The page where the app is set up, and where it says what it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from knotbook.domain.place import Layer
from knotbook.preferences.reminder_form import ReminderForm
from knotbook.preferences.settings import CHOICES, Settings
from knotbook.resources.files import read_text
from knotbook.resources.theme import Theme
from knotbook.version import VERSION


class PreferencesView(QWidget):
    """Every choice applies at once; `changed` carries its key."""

    changed = Signal(str)

    def __init__(
        self, settings: Settings, theme: Theme, *, diary_path: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self._settings = settings
        self._theme = theme
        self._error = QLabel(self)
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        inner = QWidget(self)
        inner.setMaximumWidth(720)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addWidget(self._label(self.tr("Settings"), "title"))
        column.addSpacing(8)
        for notice in settings.notices:
            column.addWidget(self._label(notice, "error"))
        column.addLayout(self._form())
        column.addSpacing(16)
        column.addWidget(self._label(self.tr("Releases and reminders"), "heading"))
        column.addWidget(ReminderForm(settings, self._choose, self))
        column.addWidget(self._error)
        column.addSpacing(8)
        column.addWidget(self._label(self.tr("Your diary"), "heading"))
        column.addLayout(self._where(diary_path))
        column.addSpacing(16)
        column.addWidget(self._label(self.tr("About Knotbook"), "heading"))
        for words in self._about():
            column.addWidget(self._label(words, ""))
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the keyboard, and is brought into sight
        area.viewport().setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def set_theme(self, theme: Theme) -> None:
        """Nothing here is painted by hand; the style sheet does it."""
        self._theme = theme

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self._add(form, self.tr("&Colours"), self._box("theme", [
            self.tr("As the system"), self.tr("Light"), self.tr("Dark"), self.tr("High contrast")]))
        self._add(form, self.tr("Body &figure"), self._box("figure", [
            self.tr("Male"), self.tr("Female, drawn by eye")]))
        self._add(form, self.tr("Map opens &on"), self._box("map_view", [
            self.tr("Front and back"), self.tr("Front"), self.tr("Back"), self.tr("Right side"), self.tr("Left side")]))
        self._add(form, self.tr("Map &layer"), self._box("map_layer", [self._layer_words(layer) for layer in Layer]))
        self._add(form, self.tr("&Movement"), self._box("motion", [self.tr("Zooms glide"), self.tr("Nothing moves")]))
        self._add(form, self.tr("&Text size"), self._text_size())
        return form

    def _add(self, form: QFormLayout, words: str, field: QWidget) -> None:
        label = QLabel(words, self)
        label.setMinimumSize(140, 34)  # as high as its field, so that both stand on one line
        label.setBuddy(field)
        if isinstance(field, QComboBox):
            field.view().setAccessibleName(words.replace("&", ""))
        form.addRow(label, field)

    def _layer_words(self, layer: Layer) -> str:
        return {
            Layer.SKIN: self.tr("Skin"),
            Layer.SUPERFICIAL: self.tr("Muscles at the surface"),
            Layer.LIFTED: self.tr("Gluteus maximus lifted"),
            Layer.DEEP: self.tr("Deep"),
        }[layer]

    def _box(self, key: str, words: Sequence[str]) -> QComboBox:
        box = QComboBox(self)
        box.setMinimumWidth(240)
        box.setObjectName(key)
        for value, text in zip(CHOICES[key].allowed, words, strict=True):
            box.addItem(text, value)
        box.setCurrentIndex(box.findData(self._settings.get(key)))
        box.currentIndexChanged.connect(lambda index: self._choose(key, box.itemData(index)))
        return box

    def _text_size(self) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setObjectName("text_px")
        spin.setRange(CHOICES["text_px"].lowest, CHOICES["text_px"].highest)
        spin.setSuffix(self.tr(" px"))
        spin.setMinimumWidth(240)
        spin.setKeyboardTracking(False)
        spin.lineEdit().setTextMargins(8, 0, 0, 0)  # styled buttons make Qt forget the padding
        spin.setValue(self._settings.text_px)
        spin.valueChanged.connect(lambda value: self._choose("text_px", value))
        return spin

    def _choose(self, key: str, value: str | int) -> None:
        self._error.clear()
        try:
            self._settings.set(key, value)
        except OSError as error:
            words = self.tr("This holds until you close Knotbook; it could not be stored: {why}.")
            self._error.setText(words.format(why=error.strerror or type(error).__name__))
        self.changed.emit(key)

    def _where(self, path: Path) -> QHBoxLayout:
        row = QHBoxLayout()
        label = self._label(str(path), "")
        label.setAccessibleName(self.tr("Where the diary lies: {path}").format(path=path))
        copy = QPushButton(self.tr("Copy path"), self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(str(path)))
        row.addWidget(label, 1)
        row.addWidget(copy)
        return row

    def _about(self) -> list[str]:
        return [
            self.tr("Version {version}. Free software under the GNU GPL, version 3 or later.").format(version=VERSION),
            self.tr(
                "Knotbook is a diary. It does not diagnose, treat, or tell you what is causing pain. It shows "
                "patterns in what you wrote. Patterns are not proof."
            ),
            " ".join(read_text("bodymap/ATTRIBUTION.md").split()),
        ]

    def _label(self, words: str, role: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
