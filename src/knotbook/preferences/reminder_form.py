"""The part of the settings that is about releases, reminders, the tray and starting with the session."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QTimeEdit, QWidget

from knotbook.analysis.wall import read_times
from knotbook.preferences.settings import CHOICES, Settings

Choose = Callable[[str, str | int], None]
_NO_BUTTONS = """QTimeEdit { padding: 6px 8px; }
QTimeEdit::up-button, QTimeEdit::down-button { width: 0; border: none; }
QTimeEdit::up-arrow, QTimeEdit::down-arrow { image: none; width: 0; height: 0; }"""


class ReminderForm(QWidget):
    """Switches and times, each told to `choose(key, value)` at once. Times that make no sense are not taken."""

    def __init__(self, settings: Settings, choose: Choose, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._choose = choose
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self._add(form, self.tr("Release timer"), self._switch("release_sound", self.tr("A sound when it rings")))
        self._add(form, self.tr("Ask again"), self._switch("follow_half_hour", self.tr("30 minutes after a release")))
        self._add(form, "", self._line(self._switch("follow_morning", self.tr("the next morning at")),
                                       self._time("morning", self.tr("Next morning at"))))
        self._add(form, "", self._switch("comparison", self.tr("One session in four: offer to wait 30 minutes first")))
        self._add(form, self.tr("Check-in at"), self._check_ins())
        self._add(form, self.tr("Quiet hours"), self._line(
            self._switch("quiet", self.tr("ask nothing from")), self._time("quiet_from", self.tr("Quiet from")),
            QLabel(self.tr("until"), self), self._time("quiet_until", self.tr("Quiet until"))))
        self._add(form, self.tr("In the background"),
                  self._switch("tray", self.tr("Closing the window leaves Knotbook in the tray")))
        self._add(form, "", self._switch("autostart", self.tr("Start with the session, in the tray if it is on")))

    def _add(self, form: QFormLayout, words: str, field: QWidget) -> None:
        label = QLabel(words, self)
        label.setMinimumSize(140, 34)
        label.setBuddy(field)
        form.addRow(label, field)

    def _line(self, *parts: QWidget) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in parts:
            row.addWidget(part)
        return box

    def _switch(self, key: str, words: str) -> QCheckBox:
        box = QCheckBox(words, self)
        box.setObjectName(key)
        box.setMinimumHeight(34)
        box.setChecked(self._settings.get(key) == "on")
        box.toggled.connect(lambda on: self._choose(key, "on" if on else "off"))
        return box

    def _time(self, key: str, name: str) -> QTimeEdit:
        edit = QTimeEdit(self)
        edit.setObjectName(key)
        edit.setAccessibleName(name)
        edit.setStyleSheet(_NO_BUTTONS)
        edit.lineEdit().setTextMargins(8, 0, 0, 0)  # styled buttons make Qt leave the style sheet's padding out
        edit.setDisplayFormat("HH:mm")
        edit.setKeyboardTracking(False)
        choice = CHOICES[key]
        edit.setTimeRange(_clock(choice.lowest), _clock(choice.highest))
        edit.setTime(_clock(int(self._settings.get(key))))
        edit.timeChanged.connect(lambda time: self._choose(key, time.hour() * 60 + time.minute()))
        return edit

    def _check_ins(self) -> QWidget:
        edit = QLineEdit(str(self._settings.get("check_in_times")), self)
        edit.setObjectName("check_in_times")
        edit.setPlaceholderText(self.tr("no reminder; or 8:30, 20:30"))
        edit.setAccessibleName(self.tr("Check-in times, separated by commas"))
        edit.setMinimumWidth(240)
        self._bad = QLabel(self)
        self._bad.setProperty("role", "error")
        edit.editingFinished.connect(lambda: self._take_times(edit.text()))
        return self._line(edit, self._bad)

    def _take_times(self, text: str) -> None:
        try:
            times = read_times(text)
        except ValueError as error:
            self._bad.setText(self.tr("“{time}” is not a time such as 20:30.").format(time=error))
            return
        self._bad.clear()
        words = ", ".join(f"{minute // 60}:{minute % 60:02d}" for minute in times)
        if words != self._settings.get("check_in_times"):
            self._choose("check_in_times", words)


def _clock(minute: int) -> QTime:
    return QTime(minute // 60, minute % 60)
