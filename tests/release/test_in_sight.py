"""What a person has to see at that moment is in sight in a window of ordinary size, and not cut."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from knotbook.domain.records import Moment, Rating
from knotbook.logbook.chip_row import ChipRow
from knotbook.release.waiting_panel import WaitingPanel
from tests.release.conftest import GLUTE, KNEE, Hours, Opened
from tests.release.test_reminders import release, wait


def test_what_was_tried_before_is_in_sight_when_its_pain_is_logged(start: Opened, hours: Hours) -> None:
    session = start()
    session.window.resize(1280, 800)
    for _ in range(9):
        own_id, now = release(session), session._clock.now()
        rated = [
            Rating(release=own_id, moment=moment, when=now, place=KNEE, intensity=n)
            for moment, n in ((Moment.BEFORE, 6), (Moment.HALF_HOUR, 3))
        ]
        session.diary.record(*rated, label="ratings")
        hours.pass_by(minutes=90)
    session.window.body.open_finder("")
    QTest.keyClicks(session.window.body.finder.edit, "knee outer r 6")
    QTest.keyClick(session.window.body.finder.edit, Qt.Key.Key_Return)
    session._looks._app.processEvents()
    card = session.release.worked.card
    (row,) = card._rows
    assert "9 times" in row.accessibleName()
    assert row.visibleRegion().boundingRect() == row.rect(), "all of it"


def test_in_the_smallest_window_the_words_for_a_pain_cover_nothing(start: Opened) -> None:
    session = start()
    session.window.resize(860, 600)
    session.window.body.open_finder("")
    QTest.keyClicks(session.window.body.finder.edit, "knee outer r 6")
    QTest.keyClick(session.window.body.finder.edit, Qt.Key.Key_Return)
    session._looks._app.processEvents()
    page = session.window.body.panel.place
    row = page.findChild(ChipRow)
    assert row is not None and row.isVisible() and row.more.isVisible()
    assert row._area.geometry().bottom() < row.more.geometry().top()
    assert row.more.height() >= row.more.minimumSizeHint().height() and row.rect().contains(row.more.geometry())
    assert page.minimumSizeHint().height() <= page.height()


def test_a_question_shows_its_key_and_leaves_a_small_window_its_map(
    start: Opened, hours: Hours, qtbot: QtBot
) -> None:
    session = start()
    session.window.resize(860, 600)
    release(session, GLUTE)
    made = wait(session, hours, 31)
    session._looks._app.processEvents()
    assert made.bar.isVisible() and made.bar.key.isVisible() and made.bar.key.text() == "Ctrl+R"
    assert made.bar.key.width() >= made.bar.key.sizeHint().width()
    qtbot.waitUntil(lambda: made.bar.height() < 110)


def test_each_line_of_a_rating_that_waits_fits(start: Opened, hours: Hours) -> None:
    session = start()
    release(session, GLUTE)
    hours.pass_by(minutes=60 * 26)
    made = wait(session, hours, 0)
    made.open_waiting()
    panel: WaitingPanel = made.panel
    room = panel.list.viewport().width() - 16
    told = [panel.list.item(row).text().split("\n") for row in range(panel.list.count())]
    assert len(told) >= 2 and {len(lines) for lines in told} == {3}
    soft = panel.list.font()
    soft.setPixelSize(12)
    assert max(QFontMetrics(soft).horizontalAdvance(line) for lines in told for line in lines[1:]) <= room
    assert panel.list.sizeHintForRow(0) >= 3 * panel.list.fontMetrics().height()
