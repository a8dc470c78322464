"""Living in the tray, and starting with the session."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from knotbook.preferences.settings import Settings
from knotbook.shell.app import compose
from knotbook.shell.autostart import Autostart, command
from tests.release.conftest import Hours, Opened
from tests.release.test_reminders import release, reminders_of, wait

SAYS_SO = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform, of raising a window


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """A desktop with a tray that writes down what it was told; offscreen has none."""
    told: list[tuple[str, str]] = []
    shown: dict[int, bool] = {}
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "setVisible", lambda icon, on: shown.__setitem__(id(icon), on))
    monkeypatch.setattr(QSystemTrayIcon, "isVisible", lambda icon: shown.get(id(icon), False))
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, words, why, *_: told.append((words, why)))
    return told


def test_closing_closes_unless_the_tray_is_wanted(start: Opened, tray: list[tuple[str, str]]) -> None:
    session = start()
    session.window.close()
    assert not session.window.isVisible() and not session.diary.is_open


@SAYS_SO
def test_closing_hides_and_the_tray_brings_it_back_and_quits(
    start: Opened, tray: list[tuple[str, str]], settings: Settings
) -> None:
    session = start()
    settings.set("tray", "on")
    session.release.setting_changed("tray")
    assert not QApplication.quitOnLastWindowClosed()
    session.window.close()
    assert not session.window.isVisible() and session.diary.is_open
    assert session.release.tray is not None
    session.release.tray.menu.actions()[0].trigger()
    assert session.window.isVisible()
    session.release.tray.menu.actions()[-1].trigger()
    assert not session.window.isVisible() and not session.diary.is_open


@SAYS_SO
def test_a_question_while_hidden_is_a_notification_and_its_click_gives_the_keyboard(
    start: Opened, tray: list[tuple[str, str]], settings: Settings, hours: Hours
) -> None:
    settings.set("tray", "on")
    session = start()
    release(session, pain_for=())
    session.window.close()
    wait(session, hours, 31)
    words = "Right side of the hip, deep part: how strong right now?"
    assert tray == [(words, "30 minutes after releasing right gluteus minimus")]
    assert session.release.tray is not None
    session.release.tray._icon.messageClicked.emit()
    assert session.window.isVisible() and reminders_of(session).bar.has_keyboard()


def test_without_a_tray_closing_closes_and_it_says_so(start: Opened, settings: Settings) -> None:
    session = start()
    settings.set("tray", "on")
    session.release.setting_changed("tray")
    assert "no tray" in session.window.undo_bar.said()
    session.window.close()
    assert not session.diary.is_open


def test_started_in_the_tray_the_diary_opens_without_a_window_and_once(
    qtbot: QtBot, qapp: QApplication, tray: list[tuple[str, str]], settings: Settings, hours: Hours, path: Path
) -> None:
    settings.set("tray", "on")
    session = compose(qapp, settings, path, hours.wall)
    with qtbot.waitSignal(session.furnished, timeout=20_000):
        session.start(in_tray=True)
    assert session.diary.is_open and not session.window.isVisible()
    opener = session.opening.opener
    session.window.show()
    qapp.processEvents()
    session.window.repaint()
    qapp.processEvents()
    assert session.opening.opener is opener
    session.window.leave()
    session.window.deleteLater()
    qapp.setQuitOnLastWindowClosed(True)


def test_it_can_start_in_the_tray(start: Opened, tray: list[tuple[str, str]], settings: Settings) -> None:
    settings.set("tray", "on")
    session = start()
    assert session.release.show_tray_only()
    settings.set("tray", "off")
    assert not session.release.show_tray_only(), "a window nobody can bring back is shown"


# -- starting with the session


def test_on_linux_it_is_an_autostart_file_that_goes_again(tmp_path: Path) -> None:
    auto = Autostart(['/opt/my "apps"/knot$book', "--in-tray"], system="linux", config=tmp_path, home=tmp_path)
    auto.set_on(True)
    text = (tmp_path / "autostart" / "knotbook.desktop").read_text()
    assert text.startswith("[Desktop Entry]\n")
    assert r'Exec="/opt/my \\"apps\\"/knot\\$book" "--in-tray"' in text.splitlines()
    auto.set_on(False)
    auto.set_on(False)
    assert list((tmp_path / "autostart").iterdir()) == []


def test_on_macos_it_is_a_launch_agent(tmp_path: Path) -> None:
    auto = Autostart(["/Applications/Knotbook"], system="darwin", home=tmp_path)
    auto.set_on(True)
    (agent,) = (tmp_path / "Library" / "LaunchAgents").iterdir()
    told = plistlib.loads(agent.read_bytes())
    assert told["ProgramArguments"] == ["/Applications/Knotbook"] and told["RunAtLoad"] is True


def test_what_starts_is_the_bundle_or_the_script_or_the_module(monkeypatch: pytest.MonkeyPatch) -> None:
    assert command(environ={"APPIMAGE": "/apps/Knotbook.AppImage"}) == ["/apps/Knotbook.AppImage", "--in-tray"]
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert command(environ={})[1:] == ["-m", "knotbook", "--in-tray"]


def test_the_setting_writes_and_removes_the_file_and_says_what_went_wrong(
    start: Opened, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    session = start()
    settings.set("autostart", "on")
    session.release.setting_changed("autostart")
    assert (tmp_path / "config" / "autostart" / "knotbook.desktop").exists()
    settings.set("autostart", "off")
    session.release.setting_changed("autostart")
    assert not (tmp_path / "config" / "autostart" / "knotbook.desktop").exists()
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    settings.set("autostart", "on")
    session.release.setting_changed("autostart")
    assert "could not be set" in session.window.undo_bar.said()
