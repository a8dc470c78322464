"""A release that was ended by mistake goes on, and what is said after it is true."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from knotbook.preferences.settings import Settings
from tests.release.conftest import GLUTE, PIRIFORMIS, Hours, Opened
from tests.release.test_release import key, press_r, ratings, releases, run


def test_a_release_that_was_ended_too_soon_counts_on(start: Opened, hours: Hours) -> None:
    session = start()
    panel = press_r(session, PIRIFORMIS)
    key(session, Qt.Key.Key_5, Qt.Key.Key_Return)
    run(panel, hours, 20)
    key(session, Qt.Key.Key_Space)  # meant for a pause
    assert panel.after.isVisible() and panel.after.lasted.value() == 20
    hours.pass_by(7)
    panel.after.resume.setFocus()
    key(session, Qt.Key.Key_Return)
    assert panel.run.isVisible() and panel.run.end.hasFocus() and releases(session) == []
    run(panel, hours, 75)
    assert hours.bells == ["beep"], "once, after 90 s of pressing"
    key(session, Qt.Key.Key_Return, Qt.Key.Key_2)
    (done,) = releases(session)
    assert done.seconds == 95, "the seven in between were not pressed"
    assert ratings(session) == {("before", str(PIRIFORMIS), 5), ("after", str(PIRIFORMIS), 2)}


def test_at_the_largest_text_nothing_on_the_page_is_cut(start: Opened, settings: Settings) -> None:
    settings.set("text_px", 18)
    session = start()
    session.window.resize(1280, 800)
    panel = press_r(session, PIRIFORMIS)
    key(session, Qt.Key.Key_5, Qt.Key.Key_Return, Qt.Key.Key_Return)
    session._looks._app.processEvents()
    words = panel.after.resume.fontMetrics().horizontalAdvance(panel.after.resume.text())
    assert panel.after.isVisible() and words + 16 <= panel.after.resume.width()
    assert panel.after.resume.geometry().right() <= panel.after.width()


@pytest.mark.parametrize("asks", ["on", "off"])
def test_it_is_said_that_it_will_be_asked_again_only_if_it_will_be(
    start: Opened, settings: Settings, asks: str
) -> None:
    settings.set("follow_half_hour", asks)
    panel = press_r(start(), GLUTE)
    panel.setup.start.click()
    panel.run.end.click()
    (hint,) = [label for label in panel.after.findChildren(QLabel) if "X is 10" in label.text()]
    assert ("30 minutes" in hint.text()) == (asks == "on")


def test_the_time_is_seen_from_the_other_pages(start: Opened, hours: Hours) -> None:
    session = start()
    body = session.window.rail._buttons["body"]
    panel = press_r(session, PIRIFORMIS)
    key(session, Qt.Key.Key_5, Qt.Key.Key_Return)
    run(panel, hours, 20)
    assert body.text() == "Body", "the panel itself is in sight"
    session.window.go("journal")
    run(panel, hours, 74)
    assert body.text() == "1:34" and body.accessibleName() == "Body" and "being timed" in body.toolTip()
    session.window.go("body")
    assert body.text() == "Body"
    session.window.go("trends")
    panel.leave.click()
    assert body.text() == "Body" and body.toolTip() == "Body (Ctrl+1)" and not body.accessibleDescription()


def test_the_key_of_the_body_still_works_while_the_time_stands_on_its_button(
    start: Opened, hours: Hours, qtbot: QtBot
) -> None:
    session = start()
    session.window.activateWindow()
    qtbot.waitUntil(session.window.isActiveWindow)
    panel = press_r(session, PIRIFORMIS)
    key(session, Qt.Key.Key_5, Qt.Key.Key_Return)
    session.window.go("journal")
    run(panel, hours, 74)
    QTest.keyClick(session.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(session.window.body.isVisible)
    panel.leave.click()
    session.window.go("journal")
    QTest.keyClick(session.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(session.window.body.isVisible)
