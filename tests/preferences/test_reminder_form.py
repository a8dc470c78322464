"""The settings of reminders: stored at once, nonsense refused in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QTimeEdit
from pytestqt.qtbot import QtBot

from knotbook.analysis.follow_ups import Rules
from knotbook.analysis.wall import read_times
from knotbook.preferences.settings import Settings
from knotbook.preferences.view import PreferencesView
from knotbook.resources.theme import Theme
from knotbook.shell.reminder_rules import rules_of


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.load(tmp_path / "settings.json")


@pytest.fixture
def view(qtbot: QtBot, settings: Settings, theme: Theme, tmp_path: Path) -> PreferencesView:
    made = PreferencesView(settings, theme, diary_path=tmp_path / "my.knotbook")
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("key", ["release_sound", "follow_half_hour", "follow_morning", "comparison", "quiet"])
def test_what_is_on_can_be_switched_off(qtbot: QtBot, view: PreferencesView, settings: Settings, key: str) -> None:
    with qtbot.waitSignal(view.changed) as caught:
        view.findChild(QCheckBox, key).click()
    assert caught.args == [key] and settings.get(key) == "off"


def test_the_tray_and_starting_with_the_session_are_off_until_asked_for(
    view: PreferencesView, settings: Settings
) -> None:
    for key in ("tray", "autostart"):
        assert settings.get(key) == "off"
        view.findChild(QCheckBox, key).click()
        assert settings.get(key) == "on"


def test_times_reach_the_plan(view: PreferencesView, settings: Settings) -> None:
    view.findChild(QTimeEdit, "morning").setTime(QTime(6, 45))
    view.findChild(QTimeEdit, "quiet_from").setTime(QTime(21, 30))
    edit = view.findChild(QLineEdit, "check_in_times")
    edit.setText(" 20.30,8:05 ,8:05")
    edit.editingFinished.emit()
    assert settings.get("check_in_times") == "8:05, 20:30"
    assert rules_of(settings) == Rules(morning=405, quiet=(1290, 420), check_ins=(485, 1230))


def test_a_time_that_is_none_is_refused_in_words_and_the_old_ones_hold(
    view: PreferencesView, settings: Settings
) -> None:
    edit = view.findChild(QLineEdit, "check_in_times")
    edit.setText("20:30")
    edit.editingFinished.emit()
    edit.setText("20:30, 25:00")
    edit.editingFinished.emit()
    assert settings.get("check_in_times") == "20:30"
    assert any("25:00" in label.text() for label in view.findChildren(QLabel))


def test_unreadable_stored_times_are_no_times(settings: Settings) -> None:
    settings.set("check_in_times", "noon")
    assert rules_of(settings).check_ins == ()
    with pytest.raises(ValueError, match="noon"):
        read_times("noon")
