"""What the colours show, from entries on the disk to the map, the comparison, the replay and the saved pictures."""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from knotbook.analysis.measures import NOW, Choice, Measure, Span
from knotbook.bodymap.close_ups import CloseUp
from knotbook.bodymap.compare_view import CompareView
from knotbook.bodymap.drafts import MapView
from knotbook.bodymap.replay_view import ReplayView
from knotbook.bodymap.scales import Scale
from knotbook.domain.clock import Instant
from knotbook.domain.place import Layer, Place, Point, View
from knotbook.domain.records import Body, Day, Pain, Release
from knotbook.shell import film_export, heat_link, replay_link
from knotbook.shell.heat_link import HeatLink
from knotbook.shell.session import Session
from tests.fakes import FakeClock
from tests.journeys.conftest import Opened

PIRIFORMIS, GROIN, KNEE = map(Place.parse, ("piriformis.right", "groin.right", "kneecap.left"))
BALL = Point(View.BACK, 60.0, 480.0)


@pytest.fixture
def ago(clock: FakeClock) -> Callable[[float], Instant]:
    """The instant so many days before now."""
    now = clock.now()

    def at(days: float) -> Instant:
        return Instant.of(now.local() - timedelta(days=days), now.zone)

    return at


@pytest.fixture
def session(start: Opened, ago: Callable[[float], Instant]) -> Session:
    """Piriformis: 8 and 6 forty days ago, 2 today, 0 two days ago. Groin: 5 three days ago. One release yesterday."""
    made = start()
    bodies: list[Body] = [
        Pain(when=ago(40), place=PIRIFORMIS, intensity=8),
        Pain(when=ago(40.01), place=PIRIFORMIS, intensity=6),
        Pain(when=ago(3), place=GROIN, intensity=5),
        Pain(when=ago(2), place=PIRIFORMIS, intensity=0),
        Release(when=ago(1), place=PIRIFORMIS, points=(BALL,)),
        Pain(when=ago(0), place=PIRIFORMIS, intensity=2),
    ]
    made.diary.record(*bodies, label="some entries")
    return made


def heat(session: Session) -> HeatLink:
    assert session.heat is not None
    return session.heat


def shown(session: Session) -> dict[Place, float | None]:
    return dict(session.window.body.map.stage.heat)


def choose(session: Session, choice: Choice) -> None:
    bar = session.window.body.heat_bar
    bar.set_choice(choice)
    bar.choice_changed.emit(choice)


def test_every_span_and_measure_by_hand(session: Session, clock: FakeClock) -> None:
    today = clock.now().day()
    long_ago = Span(today - timedelta(days=41), today - timedelta(days=39))
    for choice, expected in (
        (Choice(), {PIRIFORMIS: 1.0, GROIN: 5.0}),
        (Choice(1), {PIRIFORMIS: 2.0}),
        (Choice(NOW), {PIRIFORMIS: 2.0}),
        (Choice(7, Measure.WORST), {PIRIFORMIS: 2.0, GROIN: 5.0}),
        (Choice(90), {PIRIFORMIS: 3.0, GROIN: 5.0}),
        (Choice(90, Measure.BAD_DAYS), {PIRIFORMIS: pytest.approx(10 / 3, abs=1e-5), GROIN: 10.0}),
        (Choice(7, Measure.PAIN_DAYS), {PIRIFORMIS: 5.0, GROIN: 10.0}),
        (Choice(None, Measure.WORST, long_ago), {PIRIFORMIS: 8.0}),
    ):
        choose(session, choice)
        assert shown(session) == expected, choice


def test_the_legend_the_words_and_the_marks_follow(session: Session, clock: FakeClock) -> None:
    body = session.window.body
    choose(session, Choice(90, Measure.BAD_DAYS))
    assert body.legend.scale is Scale.SHARE
    assert body.map.teller.value_words(GROIN).startswith("100 % days over 4, 90 days")
    assert "100 percent of days" in body.map.teller.spoken(GROIN)
    assert "no data" in body.map.teller.spoken(KNEE)
    assert [mark.point for mark in body.map.release_marks] == [BALL]
    choose(session, Choice(1))
    assert body.map.release_marks == () and body.legend.scale is Scale.NRS


def test_a_day_checked_in_without_pain_is_zero_where_the_person_follows_it(
    session: Session, ago: Callable[[float], Instant]
) -> None:
    session.diary.record(Day(day=ago(1).day(), no_pain=True), label="check-in")
    assert shown(session) == {PIRIFORMIS: pytest.approx(2 / 3, abs=1e-5), GROIN: 2.5}


def test_logging_and_undo_show_at_once_in_a_short_and_in_a_very_long_span(
    session: Session, clock: FakeClock, ago: Callable[[float], Instant]
) -> None:
    today = clock.now().day()
    for choice in (Choice(), Choice(None, Measure.WORST, Span(today - timedelta(days=2000), today))):
        choose(session, choice)
        before = shown(session)
        session.diary.record(Pain(when=clock.now(), place=KNEE, intensity=9), label="9 at knee")
        assert shown(session) == {**before, KNEE: 9.0}
        session.diary.undo()
        assert shown(session) == before


def test_the_colours_move_on_with_the_day(session: Session, clock: FakeClock) -> None:
    choose(session, Choice(1))
    session.day.tick()
    clock.advance(days=1)
    session.day.tick()
    assert shown(session) == {}


def test_now_is_always_the_last_day_and_night(session: Session, clock: FakeClock) -> None:
    choose(session, Choice(NOW))
    assert shown(session) == {PIRIFORMIS: 2.0}
    clock.advance(minutes=12 * 60)
    session.day.tick()
    clock.advance(minutes=12 * 60 + 1)
    session.day.tick()
    assert shown(session) == {}, "without a word from anybody"


def test_now_against_then(session: Session, clock: FakeClock) -> None:
    body = session.window.body
    QTest.mouseClick(body.heat_bar.compare, Qt.MouseButton.LeftButton)
    view = heat(session).compare.view()
    assert view.isVisible() and not body.panel.isVisible() and not body.map.isVisible()
    assert view.shown is not None
    assert (view.shown.then_values, view.shown.now_values) == ({PIRIFORMIS: 7.0}, {PIRIFORMIS: 1.0, GROIN: 5.0})
    assert "Better: Right piriformis −6.0" in view.lines.text() and "Rated only now: Right groin" in view.lines.text()
    view._measure.setCurrentIndex(1)
    assert view.shown.now_values[PIRIFORMIS] == 2.0
    session.diary.record(Pain(when=clock.now(), place=PIRIFORMIS, intensity=9), label="9")
    assert view.shown.now_values[PIRIFORMIS] == 9.0, "it follows the diary"
    body.toolbar.view_chosen.emit(MapView.BACK)
    assert {picture.view for picture in view.pictures} == {MapView.BACK}
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert body.map.isVisible() and body.panel.isVisible()


def test_the_replay_shows_every_day_as_the_map_would(session: Session, clock: FakeClock) -> None:
    body = session.window.body
    body.map.set_layer(Layer.LIFTED)
    QTest.mouseClick(body.heat_bar.replay, Qt.MouseButton.LeftButton)
    view = heat(session).replay.view()
    assert view.isVisible() and view.picture.layer is Layer.LIFTED
    assert len(view.reel) == 41, "no empty days before the first entry"
    last = len(view.reel) - 1
    assert dict(view.reel.values[last]) == {PIRIFORMIS: 1.0, GROIN: 5.0}
    assert dict(view.reel.values[0]) == {PIRIFORMIS: 7.0} and view.reel.values[20] == {}
    assert [n for n, marks in enumerate(view.reel.marks) if marks] == [last - 1]
    view._window.setCurrentIndex(0)
    assert dict(view.reel.values[last]) == {PIRIFORMIS: 2.0} and dict(view.reel.values[last - 2]) == {PIRIFORMIS: 0.0}
    view._measure.setCurrentIndex(3)
    assert view.reel.scale is Scale.SHARE and view.reel.values[last] == {PIRIFORMIS: 10.0}
    assert not view.player.playing, "reduced motion: never by itself"
    QTest.keyClick(view.line, Qt.Key.Key_Home)
    QTest.keyClick(view.line, Qt.Key.Key_Space)
    assert view.player.frame == 1
    QTest.keyClick(view.line, Qt.Key.Key_Escape)
    assert body.map.isVisible() and not view.isVisible()


@pytest.mark.parametrize("kind", ["png", "gif", "webp"])
def test_the_replay_is_saved_day_by_day(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(film_export, "SIZE", film_export.QSize(300, 340))
    link = heat(session).replay
    link.open(Measure.MEAN)
    folder = tmp_path / "pictures"
    folder.mkdir()
    export = link.save_to(kind, folder if kind == "png" else folder / f"replay.{kind}")
    progress: list[int] = []
    export.progressed.connect(lambda done, total: progress.append(done))
    with qtbot.waitSignal(export.saved, timeout=30_000) as saved:
        pass
    made = Path(saved.args[0])
    if kind == "png":
        pictures = sorted(made.iterdir())
        assert len(pictures) == 41 and pictures[-1].name == "0041 2026-03-03.png"
        assert QImage(str(pictures[0])).size().toTuple() == (600, 680)
    else:
        with Image.open(made) as image:
            assert (image.n_frames, image.size) == (41, (300, 340))
    assert progress == list(range(1, 42))
    assert "Saved." in link.view().saving.words() and len(list(folder.iterdir())) == 1


def test_saving_can_be_cancelled_and_leaves_nothing(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    link = heat(session).replay
    link.open(Measure.MEAN)
    export = link.save_to("png", folder)
    with qtbot.waitSignal(export.cancelled, timeout=30_000):
        link.view().saving.cancelled.emit()
    assert list(folder.iterdir()) == [] and "Nothing was saved" in link.view().saving.words()


def test_a_full_disk_is_said_while_saving_the_replay(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Image.Image, "save", full)
    link = heat(session).replay
    link.open(Measure.MEAN)
    export = link.save_to("gif", tmp_path / "a.gif")
    with qtbot.waitSignal(export.failed, timeout=30_000):
        pass
    assert "The disk is full." in link.view().saving.words() and not (tmp_path / "a.gif").exists()


def test_the_map_is_saved_as_one_picture(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "map.png"
    monkeypatch.setattr(heat_link, "ask_file", lambda *_args: target)
    QTest.mouseClick(session.window.body.heat_bar.save, Qt.MouseButton.LeftButton)
    image = QImage(str(target))
    assert image.width() >= 2 * session.window.body.map.width()
    assert session.window.undo_bar.said() == "Saved. map.png"
    monkeypatch.setattr(heat_link, "ask_file", lambda *_args: tmp_path / "gone" / "map.png")
    heat(session).save_picture()
    assert "The folder is not there." in session.window.undo_bar.said()
    heat(session).compare.open(Measure.MEAN)
    monkeypatch.setattr(heat_link, "ask_file", lambda *_args: tmp_path / "both.png")
    heat(session).compare.view().save_requested.emit()
    assert QImage(str(tmp_path / "both.png")).width() > 600


def test_the_pins_are_those_of_the_span(session: Session, clock: FakeClock, ago: Callable[[float], Instant]) -> None:
    old = Pain(when=ago(40), place=PIRIFORMIS, intensity=7, points=(BALL,))
    session.diary.record(old, label="an old point")
    today = clock.now().day()
    for choice, seen in (
        (Choice(30), []),
        (Choice(90), [7]),
        (Choice(NOW), []),
        (Choice(None, picked=Span(today - timedelta(days=41), today - timedelta(days=39))), [7]),
    ):
        choose(session, choice)
        assert [pin.intensity for pin in session.window.body.map.pins] == seen, choice


@pytest.mark.parametrize("instead", ["compare", "replay"])
def test_the_letters_of_the_map_work_on_what_is_shown_instead(session: Session, instead: str) -> None:
    body, page = session.window.body.map, session.window.body
    body.set_reduced_motion(True)
    QTest.mouseClick(getattr(page.heat_bar, instead), Qt.MouseButton.LeftButton)
    view = page.views.currentWidget()
    assert isinstance(view, (CompareView, ReplayView))
    pictures = view.pictures if isinstance(view, CompareView) else (view.picture,)
    for box in view.findChildren(QComboBox):
        box.setFocus()  # a letter is no choice in a box here
        layer, look = body.layer, body.view
        QTest.keyClick(box, Qt.Key.Key_L)
        QTest.keyClick(box, Qt.Key.Key_V)
        assert layer is not body.layer and look is not body.view
        assert {(p.layer, p.view) for p in pictures} == {(body.layer, body.view)}
    QTest.keyClick(view, Qt.Key.Key_H)
    assert all(picture.zoom.close for picture in pictures)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not any(picture.zoom.zoomed for picture in pictures) and not page.map_in_front
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert page.map_in_front


def test_no_question_for_a_file_begins_where_knotbook_was_started(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    for asks in ("getSaveFileName", "getExistingDirectory"):
        answer = ("", "") if asks == "getSaveFileName" else ""
        monkeypatch.setattr(QFileDialog, asks, lambda *told, a=answer: (asked.append(told[2]), a)[1])
    for link in (heat_link, replay_link):
        monkeypatch.setattr(link, "pictures_folder", lambda: tmp_path)
    heat(session).save_picture()
    for kind in ("png", "gif"):
        heat(session).replay.save(kind)
    assert [Path(start).is_relative_to(tmp_path) for start in asked] == [True] * 3


def test_after_a_click_on_a_layer_space_and_a_drag_still_pan_and_log_nothing(session: Session) -> None:
    page = session.window.body
    body, before = page.map, session.diary.reader.page(limit=99)
    body.set_reduced_motion(True)
    body.setFocus()
    skin = next(b for b in page.toolbar.findChildren(QPushButton) if b.accessibleName() == "Layer: Skin")
    QTest.mouseClick(skin, Qt.MouseButton.LeftButton)
    body.zoom.show(CloseUp.HIP, None)
    at, seen = body.rect().center(), body.stage.camera
    held = QApplication.focusWidget()
    assert held is body
    QTest.keyPress(held, Qt.Key.Key_Space)
    QTest.mousePress(body, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(body, at + QPoint(-60, -60))
    QTest.mouseRelease(body, Qt.MouseButton.LeftButton, pos=at + QPoint(-60, -60))
    QTest.keyRelease(held, Qt.Key.Key_Space)
    assert body.stage.camera != seen and session.diary.reader.page(limit=99) == before


def test_space_and_a_drag_pan_wherever_the_keyboard_is_and_the_button_there_is_not_pressed(session: Session) -> None:
    page, window = session.window.body, session.window.windowHandle()
    body, before = page.map, session.diary.reader.page(limit=99)
    body.set_reduced_motion(True)
    body.zoom.show(CloseUp.HIP, None)
    skin = next(b for b in page.toolbar.findChildren(QPushButton) if b.accessibleName() == "Layer: Skin")
    skin.setFocus()
    pressed: list[bool] = []
    skin.clicked.connect(lambda on: pressed.append(on))
    start = body.mapTo(session.window, body.rect().center())
    seen = body.stage.camera
    QTest.keyPress(window, Qt.Key.Key_Space)
    assert skin.isDown()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(window, start + QPoint(-60, -60))
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=start + QPoint(-60, -60))
    QTest.keyRelease(window, Qt.Key.Key_Space)
    assert body.stage.camera != seen and not pressed and not body.busy
    assert session.diary.reader.page(limit=99) == before
    skin.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert pressed and not body.space.held
