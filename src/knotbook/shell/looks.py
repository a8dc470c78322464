"""Which theme is on: what the system asks for, or what the person chose."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from knotbook.controls.qt_theme import palette, stylesheet
from knotbook.resources.theme import NAMES, Theme, load_theme


def wanted_theme(choice: str, *, dark: bool, contrast: bool) -> str:
    """The theme's name for a setting ("system", "light", "dark", "contrast") and what the system prefers."""
    if choice == "contrast" or (choice == "system" and contrast):
        return "contrast_dark" if dark else "contrast_light"
    if choice in NAMES:
        return choice
    return "dark" if dark else "light"


class Looks(QObject):
    """Holds the theme in force and says so when it changes."""

    changed = Signal(object)

    def __init__(self, app: QApplication, choice: str = "system", text_px: int = 14) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._text_px = text_px
        self._hints = QGuiApplication.styleHints()
        self.theme = self._pick()
        self._wear()
        self._hints.colorSchemeChanged.connect(self._refresh)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._refresh)

    def choose(self, choice: str) -> None:
        """Follow the person's choice of theme."""
        self._choice = choice
        self._refresh()

    def set_text_px(self, text_px: int) -> None:
        """Change the size of ordinary text in pixels."""
        self._text_px = text_px
        self._wear()

    def _pick(self) -> Theme:
        dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        contrast = self._hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
        return load_theme(wanted_theme(self._choice, dark=dark, contrast=contrast))

    def _refresh(self, *_: object) -> None:
        theme = self._pick()
        if theme.name != self.theme.name:
            self.theme = theme
            self._wear()
            self.changed.emit(theme)

    def _wear(self) -> None:
        self._app.setPalette(palette(self.theme))
        self._app.setStyleSheet(stylesheet(self.theme, self._text_px))
