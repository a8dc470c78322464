"""The settings page: every choice is stored at once and says which it was."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from knotbook.preferences.settings import Settings
from knotbook.preferences.view import PreferencesView
from knotbook.resources.theme import Theme
from knotbook.version import VERSION


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.load(tmp_path / "settings.json")


@pytest.fixture
def view(qtbot: QtBot, settings: Settings, theme: Theme, tmp_path: Path) -> PreferencesView:
    made = PreferencesView(settings, theme, diary_path=tmp_path / "my.knotbook")
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("key", "value"), [("theme", "dark"), ("figure", "female"), ("map_view", "side"), ("map_layer", "deep")]
)
def test_a_choice_is_stored_and_told(
    qtbot: QtBot, view: PreferencesView, settings: Settings, key: str, value: str
) -> None:
    box = view.findChild(QComboBox, key)
    with qtbot.waitSignal(view.changed) as caught:
        box.setCurrentIndex(box.findData(value))
    assert caught.args == [key]
    assert settings.get(key) == value


def test_the_text_size_is_kept_in_bounds(qtbot: QtBot, view: PreferencesView, settings: Settings) -> None:
    spin = view.findChild(QSpinBox, "text_px")
    spin.setValue(400)
    assert settings.text_px == 18


def words(view: PreferencesView) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel))


def test_it_says_where_the_diary_lies_what_this_is_and_whose_anatomy(view: PreferencesView, tmp_path: Path) -> None:
    assert str(tmp_path / "my.knotbook") in words(view)
    assert VERSION in words(view)
    assert "The Database Center for Life Science" in words(view)


def test_a_choice_that_could_not_be_stored_says_so(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    view = PreferencesView(Settings(tmp_path / "file" / "s.json", {}), theme, diary_path=tmp_path)
    qtbot.addWidget(view)
    box = view.findChild(QComboBox, "theme")
    box.setCurrentIndex(box.findData("dark"))
    assert "could not be stored" in words(view)
