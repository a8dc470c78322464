"""The replay: frame by frame with a clock of the test's own, keys, marks, reduced motion."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from knotbook.bodymap.drafts import ReleaseMark
from knotbook.bodymap.geometry import Geometry
from knotbook.bodymap.reel import Reel
from knotbook.bodymap.replay_player import ReplayPlayer
from knotbook.bodymap.replay_view import ReplayView
from knotbook.bodymap.scales import Scale
from knotbook.domain.place import Place, Point, View
from knotbook.resources.theme import Theme
from tests.bodymap.bodies import TinyNames

GLUTEUS, RECTUS = Place.parse("gluteus_maximus.right"), Place.parse("rectus_femoris.left")
FIRST = date(2026, 2, 25)
MARK = ReleaseMark(GLUTEUS, Point(View.BACK, 60.0, 470.0))


class Stopwatch:
    def __init__(self) -> None:
        self.ms = 0

    def __call__(self) -> int:
        return self.ms


def reel(days: int = 10) -> Reel:
    values = tuple({GLUTEUS: float(n % 11)} if n != 3 else {} for n in range(days))
    return Reel(FIRST, values, tuple((MARK,) if n == 5 else () for n in range(days)), words="Mean, 7 days")


@pytest.fixture
def watch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def timer(qtbot: QtBot) -> QTimer:
    return QTimer()


@pytest.fixture
def view(qtbot: QtBot, tiny: Geometry, theme: Theme, watch: Stopwatch, timer: QTimer) -> Iterator[ReplayView]:
    keeper = QObject()
    shown = ReplayView(tiny, TinyNames(), theme, player=ReplayPlayer(keeper, timer, watch))
    qtbot.addWidget(shown)
    shown.resize(900, 700)
    shown.show_reel(reel())
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.player.pause()
    shown.close()


def tick(view: ReplayView, watch: Stopwatch, timer: QTimer, ms: int) -> None:
    watch.ms += ms
    timer.timeout.emit()


def test_it_begins_on_the_newest_day_and_says_which(view: ReplayView) -> None:
    assert view.player.frame == 9
    assert view.day_label.text() == "Friday 6 March 2026"
    assert view.picture.teller.value(GLUTEUS) == 9


def test_playing_shows_one_day_after_the_other_at_the_speed_chosen(
    view: ReplayView, watch: Stopwatch, timer: QTimer
) -> None:
    seen: list[int] = []
    view.player.frame_changed.connect(seen.append)
    view.player.speed = 10
    view.player.play()
    for _ in range(20):
        tick(view, watch, timer, 50)
    assert seen == [0, *range(1, 10)], "from the start, every day once"
    assert not view.player.playing, "it stops at the end"
    assert not timer.isActive()


def test_a_late_tick_does_not_slow_it_down(view: ReplayView, watch: Stopwatch, timer: QTimer) -> None:
    view.player.speed = 10
    view.player.play()
    tick(view, watch, timer, 450)
    assert view.player.frame == 4 and view.picture.teller.value(GLUTEUS) == 4


def test_a_day_without_data_is_not_zero(view: ReplayView) -> None:
    view.player.go(3)
    assert view.picture.teller.value(GLUTEUS) is None
    view.player.go(0)
    assert view.picture.teller.value(GLUTEUS) == 0


def test_releases_flash_on_their_day_and_linger_while_playing(
    view: ReplayView, watch: Stopwatch, timer: QTimer
) -> None:
    view.player.go(5)
    assert view.picture.release_marks == (MARK,)
    view.player.go(6)
    assert view.picture.release_marks == ()
    view.player.speed = 10
    view.player.go(5)
    view.player.play()
    tick(view, watch, timer, 200)
    assert view.player.frame == 7 and view.picture.release_marks == (MARK,)
    tick(view, watch, timer, 100)
    assert view.picture.release_marks == ()


def test_keys(view: ReplayView, qtbot: QtBot) -> None:
    line = view.line
    line.setFocus()
    steps = (
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_PageDown, 8),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_End, 9),
    )
    for key, frame in steps:
        QTest.keyClick(line, key)
        assert view.player.frame == frame, key
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert view.player.playing
    QTest.keyClick(line, Qt.Key.Key_Left)
    assert not view.player.playing, "a step by hand pauses"
    with qtbot.waitSignal(view.closed):
        QTest.keyClick(line, Qt.Key.Key_Escape)


def test_keys_work_from_the_other_controls_too(view: ReplayView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.player.frame == 7
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.player.playing


def test_pressing_and_dragging_on_the_line_scrubs(view: ReplayView) -> None:
    y = 14
    QTest.mousePress(view.line, Qt.MouseButton.LeftButton, pos=QPoint(12, y))
    assert view.player.frame == 0
    QTest.mouseMove(view.line, QPoint(view.line.width() // 2, y))
    assert view.player.frame in (4, 5)
    QTest.mouseRelease(view.line, Qt.MouseButton.LeftButton, pos=QPoint(view.line.width() - 12, y))
    assert view.line.accessibleDescription() == view.day_label.text()


def test_with_reduced_motion_it_only_steps(view: ReplayView, watch: Stopwatch, timer: QTimer) -> None:
    view.player.go(2)
    view.set_reduced_motion(True)
    view.player.play()
    assert not view.player.playing and not timer.isActive()
    QTest.keyClick(view.line, Qt.Key.Key_Space)
    QTest.mouseClick(view.play_button, Qt.MouseButton.LeftButton)
    assert view.player.frame == 4 and not view.player.playing
    assert view.speed.isHidden()


def test_turning_to_reduced_motion_stops_what_plays(view: ReplayView) -> None:
    view.player.play()
    view.set_reduced_motion(True)
    assert not view.player.playing


def test_another_reel_keeps_the_day(view: ReplayView) -> None:
    view.player.go(4)
    longer = Reel(date(2026, 2, 20), ({},) * 20, ((),) * 20, Scale.SHARE, "Days over 4")
    view.show_reel(longer)
    assert view.reel.day(view.player.frame) == date(2026, 3, 1)
    assert view.legend.scale is Scale.SHARE and view.caption.text() == "Days over 4"


def test_an_empty_diary_can_be_replayed_without_harm(view: ReplayView) -> None:
    view.show_reel(Reel(FIRST, (), ()))
    view.player.toggle()
    view.player.step(1)
    assert not view.player.playing and "Nothing" in view.day_label.text()


def test_a_reel_must_be_whole() -> None:
    with pytest.raises(ValueError, match="marks for each day"):
        Reel(FIRST, ({},), ())


def test_the_persons_choices_come_out(view: ReplayView, qtbot: QtBot) -> None:
    assert (view.window_days, view.range_days) == (7, 182)
    with qtbot.waitSignal(view.wanted_changed):
        view._window.setCurrentIndex(0)
    assert view.window_days == 1
