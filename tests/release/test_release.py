"""A release from the first key to the file: by keys, by mouse, asleep, undone, over a restart."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from knotbook.domain.place import Place
from knotbook.domain.records import Kind, Rating, Release
from knotbook.preferences.settings import Settings
from knotbook.release.panel import ReleasePanel
from knotbook.shell.session import Session
from tests.journeys.conftest import spot
from tests.release.conftest import GLUTE, KNEE, PIRIFORMIS, Hours, Opened

Rated = set[tuple[str, str, int]]


def key(session: Session, *keys: Qt.Key) -> None:
    """Press keys where the keyboard is."""
    for one in keys:
        focused = session.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, one)


def press_r(session: Session, place: Place) -> ReleasePanel:
    body = session.window.body.map
    assert body.reveal(place)
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_R)
    return session.release.link.panel


def right_click(session: Session, place: Place) -> ReleasePanel:
    QTest.mouseClick(session.window.body.map, Qt.MouseButton.RightButton, pos=spot(session, str(place)))
    return session.release.link.panel


def run(panel: ReleasePanel, hours: Hours, seconds: int) -> None:
    for _ in range(seconds):
        hours.pass_by(1)
        panel.tick()


def releases(session: Session) -> list[Release]:
    return [e.body for e in session.diary.reader.entries(Kind.RELEASE) if isinstance(e.body, Release)]


def ratings(session: Session) -> Rated:
    bodies = [e.body for e in session.diary.reader.entries(Kind.RATING)]
    return {(b.moment.value, str(b.place), b.intensity) for b in bodies if isinstance(b, Rating)}


def log(session: Session, place: Place, intensity: int) -> None:
    session.window.body.map.submit_typed(place, intensity)


def test_by_keys_alone_seven_of_them_with_four_numbers(start: Opened, hours: Hours, path: Path) -> None:
    session = start()
    log(session, KNEE, 6)
    hours.pass_by(minutes=5)
    panel = press_r(session, GLUTE)
    assert panel.isVisible() and panel.setup.pains.places == (KNEE,)
    key(session, Qt.Key.Key_4)  # how strong in the muscle; the knee has its 6 of five minutes ago
    assert panel.setup.start.hasFocus()
    key(session, Qt.Key.Key_Return)
    run(panel, hours, 75)
    key(session, Qt.Key.Key_Return)
    key(session, Qt.Key.Key_3, Qt.Key.Key_2)
    assert not panel.isVisible()
    (release,) = releases(session)
    assert (release.place, release.tool, release.seconds, release.pain_for) == (GLUTE, "lacrosse ball", 75, (KNEE,))
    assert len(release.points) == 1
    assert ratings(session) == {
        ("before", str(GLUTE), 4),
        ("before", str(KNEE), 6),
        ("after", str(GLUTE), 3),
        ("after", str(KNEE), 2),
    }
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        assert db.execute('SELECT count(*) FROM "release"').fetchone() == (1,)
    assert session.window.undo_bar.said() == "Saved. Release of right gluteus minimus"
    assert session.window.focusWidget() is session.window.body.map


def test_one_undo_takes_the_release_and_all_its_numbers_back_even_after_a_restart(start: Opened, hours: Hours) -> None:
    session = start()
    panel = press_r(session, PIRIFORMIS)
    key(session, Qt.Key.Key_5, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_2)
    assert len(ratings(session)) == 2 and not panel.begun
    session.window.leave()
    again = start()
    QTest.keyClick(again.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert releases(again) == [] and ratings(again) == set()


def test_by_mouse_from_the_side_panel(start: Opened, hours: Hours) -> None:
    session = start()
    body = session.window.body
    body.map.reveal(PIRIFORMIS)
    button = next(b for b in body.panel.findChildren(QPushButton) if b.text() == "Release here")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    panel = session.release.link.panel
    assert panel.offer is not None and panel.offer.place == PIRIFORMIS
    gun = next(b for b in panel.setup.tools.findChildren(QPushButton) if b.text() == "massage gun")
    QTest.mouseClick(gun, Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.setup.start, Qt.MouseButton.LeftButton)
    run(panel, hours, 10)
    QTest.mouseClick(panel.run.end, Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.after.save, Qt.MouseButton.LeftButton)  # without a number
    (release,) = releases(session)
    assert release.tool == "massage gun" and release.seconds == 10
    assert ratings(session) == set()


def test_the_tool_used_here_last_comes_first(start: Opened) -> None:
    session = start()
    for place, tool in ((GLUTE, "foam roller"), (PIRIFORMIS, "hands")):
        session.diary.record(Release(when=session._clock.now(), place=place, tool=tool), label="x")
    assert press_r(session, GLUTE).setup.tool == "foam roller"
    session.release.link.panel.dismiss()
    assert right_click(session, PIRIFORMIS).setup.tool == "hands"


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so of the list that drops down
def test_what_it_was_for_is_what_hurt_last_and_can_be_changed_by_typing(start: Opened, hours: Hours) -> None:
    session = start()
    log(session, KNEE, 6)
    hours.pass_by(minutes=1)
    log(session, PIRIFORMIS, 0)  # no pain is not what hurt last
    panel = press_r(session, GLUTE)
    assert panel.setup.pains.places == (KNEE,)
    (chip,) = [b for b in panel.setup.pains.findChildren(QPushButton) if "×" in b.text()]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert panel.setup.pains.places == () and panel.setup.before.missing() == (GLUTE,)
    QTest.keyClicks(panel.setup.pains.edit, "hip joint r")
    QTest.keyClick(panel.setup.pains.edit, Qt.Key.Key_Return)
    session._looks._app.processEvents()
    hip = Place.parse("hip_joint.right")
    assert panel.setup.pains.places == (hip,)
    assert panel.setup.before.missing() == (GLUTE, hip)


def test_yesterdays_pain_is_not_what_it_is_for_and_an_old_number_is_only_offered(start: Opened, hours: Hours) -> None:
    session = start()
    log(session, KNEE, 6)
    hours.pass_by(minutes=60)
    panel = press_r(session, GLUTE)
    assert panel.setup.before.numbers() == (), "an hour old: Enter takes it, but it is not taken by itself"
    key(session, Qt.Key.Key_1, Qt.Key.Key_Return)
    assert [g.intensity for g in panel.setup.before.numbers()] == [1, 6]
    panel.dismiss()
    hours.pass_by(minutes=23 * 60 + 1)
    assert right_click(session, GLUTE).setup.pains.places == ()


def test_it_rings_once_at_the_length_and_not_if_switched_off(start: Opened, hours: Hours, settings: Settings) -> None:
    session = start()
    settings.set("release_seconds", "30")
    panel = press_r(session, GLUTE)
    panel.setup.start.click()
    run(panel, hours, 29)
    assert hours.bells == [] and not panel.run.face.rung
    run(panel, hours, 30)
    assert hours.bells == ["beep"] and panel.run.face.rung
    panel.dismiss()
    settings.set("release_sound", "off")
    panel = right_click(session, GLUTE)
    panel.setup.start.click()
    run(panel, hours, 40)
    assert hours.bells == ["beep"] and panel.run.face.rung, "the colour stays"


def test_a_length_that_is_chosen_is_the_next_ones_too_and_off_never_rings(
    start: Opened, hours: Hours, settings: Settings
) -> None:
    session = start()
    panel = press_r(session, GLUTE)
    next(b for b in panel.setup.lengths.findChildren(QPushButton) if b.text() == "off").click()
    panel.setup.start.click()
    run(panel, hours, 200)
    assert hours.bells == [] and settings.get("release_seconds") == "0"
    panel.dismiss()
    assert right_click(session, GLUTE).setup.seconds == 0


def test_pause_and_go_on(start: Opened, hours: Hours) -> None:
    session = start()
    panel = press_r(session, PIRIFORMIS)
    key(session, Qt.Key.Key_5, Qt.Key.Key_Space)
    run(panel, hours, 20)
    key(session, Qt.Key.Key_P)
    assert "paused" in panel.run.face.accessibleName()
    run(panel, hours, 300)
    key(session, Qt.Key.Key_P)
    run(panel, hours, 10)
    key(session, Qt.Key.Key_Return, Qt.Key.Key_1)
    assert releases(session)[0].seconds == 30


def test_after_sleep_it_asks_how_long_it_was_and_saves_what_is_said(start: Opened, hours: Hours) -> None:
    session = start()
    panel = press_r(session, PIRIFORMIS)
    key(session, Qt.Key.Key_5, Qt.Key.Key_Space)
    run(panel, hours, 40)
    hours.sleep(90)
    run(panel, hours, 2)
    panel.run.end.click()
    assert panel.after.lasted.hasFocus() and panel.after.lasted.value() == 42
    panel.after.lasted.setValue(120)
    panel.after.after.focus_next()
    key(session, Qt.Key.Key_2)
    assert releases(session) == [], "a length in doubt is not saved by a number alone"
    panel.after.save.click()
    assert releases(session)[0].seconds == 120


def test_a_second_release_does_not_push_the_running_one_out(start: Opened, hours: Hours) -> None:
    session = start()
    panel = press_r(session, PIRIFORMIS)
    panel.setup.start.click()
    run(panel, hours, 5)
    right_click(session, GLUTE)
    assert panel.offer is not None and panel.offer.place == PIRIFORMIS and panel.begun
    key_escape = Qt.Key.Key_Escape
    QTest.keyClick(panel, key_escape)
    assert panel.begun, "Escape loses nothing"


def test_the_numbers_of_a_release_are_numbers_of_its_place_told_apart(start: Opened, hours: Hours) -> None:
    session = start()
    log(session, PIRIFORMIS, 6)
    hours.pass_by(minutes=40)
    panel = press_r(session, PIRIFORMIS)
    key(session, Qt.Key.Key_5, Qt.Key.Key_Return)
    run(panel, hours, 60)
    key(session, Qt.Key.Key_Return, Qt.Key.Key_2)
    card = session.window.body.panel.card()
    assert card is not None and card.summary == "Last 2 · worst 6 · 3 ratings in 30 days"
    assert [line.words.partition("  ")[2] for line in card.recent] == ["right after a release", "before a release", ""]
    charts = session.charts
    assert charts is not None
    said = [(charts._name_beside(one.place), list(one.intensity)) for one in charts.beside._series]
    assert said == [("Right piriformis", [6.0]), ("Rated with releases", [5.0, 2.0])]
    assert session.heat is not None and session.heat._reading.now() == {PIRIFORMIS: 2.0}
    session.diary.undo()
    card = session.window.body.panel.card()
    assert card is not None and card.summary == "Last 6 · worst 6 · 1 rating in 30 days"
    assert len(charts.beside._series) == 1


def test_a_number_that_a_release_takes_over_is_counted_once(start: Opened, hours: Hours) -> None:
    session = start()
    log(session, PIRIFORMIS, 6)
    hours.pass_by(minutes=10)
    panel = press_r(session, PIRIFORMIS)
    key(session, Qt.Key.Key_Return)
    run(panel, hours, 60)
    key(session, Qt.Key.Key_Return, Qt.Key.Key_2)
    assert len(session.diary.reader.entries(Kind.RATING)) == 2
    card = session.window.body.panel.card()
    assert card is not None and card.summary == "Last 2 · worst 6 · 2 ratings in 30 days"


def test_nothing_leaves_a_hole_after_the_first_pain(start: Opened) -> None:
    session = start()
    log(session, PIRIFORMIS, 6)
    session._looks._app.processEvents()
    assert session.chips is not None
    row = session.chips.row
    last = max(chip.geometry().bottom() for chip in row.flow.chips)
    assert row._area.height() <= last + 8


def test_escape_closes_what_was_not_begun_wherever_the_keyboard_stands(start: Opened, hours: Hours) -> None:
    session = start()
    body = session.window.body
    panel = press_r(session, PIRIFORMIS)
    for widget in (body.map, body.find_button):
        panel = press_r(session, PIRIFORMIS)
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Escape)
        assert not panel.isVisible() and body.map.selected == PIRIFORMIS, "one thing a key"
    press_r(session, PIRIFORMIS)
    body.open_finder()
    QTest.keyClick(body.finder.edit, Qt.Key.Key_Escape)
    assert not body.finder.isVisible() and panel.isVisible(), "the line has it first"
    body.map.setFocus()
    QTest.keyClick(body.map, Qt.Key.Key_6)
    panel.setup.start.click()
    body.map.setFocus()
    QTest.keyClick(body.map, Qt.Key.Key_Escape)
    assert panel.isVisible() and panel.begun


def test_of_two_panels_escape_closes_the_one_on_top(start: Opened) -> None:
    session = start()
    body = session.window.body.map
    session.logbook.open_sign()
    panel = press_r(session, PIRIFORMIS)
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_Escape)
    assert not panel.isVisible() and session.logbook.panel.isVisible()
    QTest.keyClick(body, Qt.Key.Key_Escape)
    assert not session.logbook.panel.isVisible()


def test_looking_at_another_place_leaves_a_release_that_was_not_begun(start: Opened, hours: Hours) -> None:
    session = start()
    body = session.window.body.map
    panel = press_r(session, PIRIFORMIS)
    body.reveal(PIRIFORMIS)
    assert panel.isVisible()
    body.reveal(KNEE)
    assert not panel.isVisible()
    card = session.window.body.panel.card()
    assert card is not None and card.place == KNEE
    panel = press_r(session, PIRIFORMIS)
    panel.setup.start.click()
    body.reveal(KNEE)
    assert panel.isVisible() and panel.begun


def test_closing_the_window_keeps_a_running_release(start: Opened, hours: Hours) -> None:
    session = start()
    panel = press_r(session, PIRIFORMIS)
    key(session, Qt.Key.Key_7, Qt.Key.Key_Space)
    run(panel, hours, 33)
    session.window.leave()
    again = start()
    assert releases(again)[0].seconds == 33
    assert ratings(again) == {("before", str(PIRIFORMIS), 7)}


def test_a_release_before_the_diary_is_open_waits_and_is_saved(start: Opened, hours: Hours, path: Path) -> None:
    session = start()
    store = session.diary._store
    session.diary._store = None  # as it is while the opener is at work
    panel = press_r(session, PIRIFORMIS)
    panel.setup.start.click()
    panel.run.end.click()
    panel.after.save.click()
    assert len(session.diary.unsaved) == 1
    session.diary._store = store
    assert session.diary.retry()
    assert len(releases(session)) == 1
