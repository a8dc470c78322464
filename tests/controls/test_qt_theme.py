"""The style sheet: what the keyboard stands on is marked, and neither moves nor cuts its words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QCheckBox, QRadioButton, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from knotbook.controls.qt_theme import stylesheet
from knotbook.resources.theme import Theme


@pytest.mark.parametrize("checked", [True, False])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_box_with_the_keyboard_keeps_its_words_where_they_are(
    qtbot: QtBot, theme: Theme, kind: type[QCheckBox | QRadioButton], checked: bool
) -> None:
    box = kind("Start with the session, in the tray if it is on")
    qtbot.addWidget(box)
    box.setStyleSheet(stylesheet(theme))
    box.setChecked(checked)
    box.ensurePolished()
    is_check = kind is QCheckBox
    words = QStyle.SubElement.SE_CheckBoxContents if is_check else QStyle.SubElement.SE_RadioButtonContents
    plain, focused = QStyleOptionButton(), QStyleOptionButton()
    box.initStyleOption(plain)
    box.initStyleOption(focused)
    focused.state |= QStyle.StateFlag.State_HasFocus
    assert box.style().subElementRect(words, focused, box) == box.style().subElementRect(words, plain, box)
