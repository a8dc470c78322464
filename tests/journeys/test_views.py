"""The still views of the Trends page over a real diary: seen, changed, opened, saved."""

from __future__ import annotations

import os
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDateEdit, QFileDialog, QPushButton, QWidget

from knotbook.charts.figure import Figure
from knotbook.charts.figure_view import FigureView
from knotbook.charts.save_button import COPY
from knotbook.domain.clock import Instant
from knotbook.domain.place import Place
from knotbook.domain.records import Body, Day, Effort, Exercise, Moment, Pain, Rating, Release
from knotbook.shell.chart_saver import file_name, with_ending
from knotbook.shell.session import Session
from knotbook.shell.view_figures import Wanted
from tests.fakes import FakeClock
from tests.journeys.conftest import Opened

HIP, KNEE = Place.parse("piriformis.right"), Place.parse("knee_medial.right")
KEYS = ("calendar", "hours", "levels", "gaps", "responses", "dose")


def record(session: Session, *bodies: Body) -> list[str]:
    return [entry.id for entry in session.diary.record(*bodies, label="written")]


def pain(clock: FakeClock, level: int, days: float = 0, place: Place = HIP) -> Pain:
    now = clock.now()
    when = Instant(now.utc_ms - round(days * 86_400_000), now.zone, now.offset_min)
    return Pain(when=when, place=place, intensity=level)


def look(session: Session, key: str) -> FigureView:
    session.window.go("trends")
    session.window.trends.show_view(key)
    QApplication.processEvents()
    assert session.views is not None
    return session.views.view(key)


def saver_of(session: Session) -> object:
    assert session.views is not None
    return session.views._saver


def test_an_empty_diary_says_what_to_do_in_every_view(start: Opened) -> None:
    session = start()
    for key in KEYS:
        assert look(session, key).figure.notice


def test_releases_and_exercise_are_shown_before_there_is_any_pain(start: Opened, clock: FakeClock) -> None:
    session = start()
    record(session, Release(when=clock.now(), place=HIP, seconds=90))
    view = look(session, "dose")
    assert not view.figure.notice
    assert view.figure.sentence().startswith("This week: 1.5 minutes of release and 0 sets, all")
    assert "No pain logged yet" in view.figure.sentence()


def test_the_words_of_the_views_are_whole_in_the_narrowest_window(start: Opened, clock: FakeClock) -> None:
    session = start()
    record(session, pain(clock, 4, 0))
    page = session.window.trends
    session.window.go("trends")
    for wide in (session.window.minimumWidth(), 1024, 1280):
        session.window.resize(wide, 700)
        QApplication.processEvents()
        buttons = page._tabs.findChildren(QPushButton)
        assert len(buttons) == len(KEYS) + 2, "over time, these, and saving"
        assert [one.text() for one in buttons if one.width() < one.sizeHint().width()] == [], wide
        assert page._tabs.mapTo(page, page._tabs.rect().topRight()).x() <= page.width(), wide
    assert not page._tight and not page._tree.isColumnHidden(1), "as usual again"


def test_every_view_shows_what_was_logged(start: Opened, clock: FakeClock) -> None:
    session = start()
    record(session, *(pain(clock, 8 if n % 7 == 0 else 2, n) for n in range(40, -1, -1)))
    (release,) = record(session, Release(when=clock.now(), place=KNEE, pain_for=(HIP,), seconds=120))
    levels = ((Moment.BEFORE, 6), (Moment.AFTER, 3))
    record(session, *(Rating(release=release, moment=m, when=clock.now(), place=HIP, intensity=n) for m, n in levels))
    record(session, Exercise(when=clock.now(), name="bridges", kind=Effort.STRENGTHEN, sets=3))
    for key in KEYS:
        view = look(session, key)
        assert not view.figure.notice, key
        assert view.canvas.spots, key
    assert "Right piriformis" in look(session, "gaps").figure.sentence()


def test_a_view_is_made_when_it_is_seen_and_only_after_something_it_shows_has_changed(
    start: Opened, clock: FakeClock
) -> None:
    session = start()
    record(session, pain(clock, 6))
    gaps = look(session, "gaps").figure
    calendar: Figure = look(session, "calendar").figure
    assert look(session, "gaps").figure is gaps
    record(session, Exercise(when=clock.now(), name="walk", kind=Effort.CARDIO))
    assert look(session, "calendar").figure is calendar
    record(session, pain(clock, 9))
    assert session.views is not None
    assert session.views.view("gaps").figure is gaps  # hidden: not yet
    newer = look(session, "calendar")
    assert newer.figure is not calendar
    assert "9" in newer.canvas.spots[-1].words or "worst 9 of 2 ratings" in [s.words for s in newer.canvas.spots]
    session.diary.undo()
    QApplication.processEvents()
    assert "6, one rating" in [spot.words for spot in look(session, "calendar").canvas.spots]


def test_the_calendar_begins_with_whatever_was_logged_first(start: Opened, clock: FakeClock) -> None:
    session = start()
    today = clock.now().day()
    record(session, Day(day=today - timedelta(days=400), no_pain=True), pain(clock, 6, 3))
    view = look(session, "calendar")
    earlier = next(b for b in view.findChildren(QPushButton) if b.accessibleName() == "Earlier")
    assert earlier.isEnabled()
    earlier.click()
    assert not earlier.isEnabled()
    assert view.canvas.spots[0].words == "checked in, nothing hurt"
    assert view.canvas.spots[0].key == today - timedelta(days=400)


def test_levels_of_all_time_begin_with_an_older_check_in_once_there_is_one(start: Opened, clock: FakeClock) -> None:
    session = start()
    assert session.views is not None
    record(session, pain(clock, 5, days=3))
    view, figures = look(session, "levels"), session.views.figures
    view.choice_made.emit("span", None)
    today = clock.now().day()
    record(session, Day(day=today - timedelta(days=60), no_pain=True))
    shown = session.views._dates.days()[0]
    assert shown == figures.level_spans(Wanted())[0] and shown.first == today - timedelta(days=60)


def test_a_view_that_is_looked_at_takes_the_new_day(start: Opened, clock: FakeClock) -> None:
    session = start()
    record(session, pain(clock, 5, days=3))
    session.day.tick()
    before = look(session, "calendar").figure
    clock.advance(minutes=24 * 60)
    session.day.tick()
    assert session.views is not None and session.views.view("calendar").figure is not before


def test_check_ins_alone_fill_a_calendar_and_the_other_views_say_what_is_missing(
    start: Opened, clock: FakeClock
) -> None:
    session = start()
    today = clock.now().day()
    record(session, *(Day(day=today - timedelta(days=n), no_pain=True) for n in range(3)))
    assert look(session, "calendar").figure.sentence() == (
        "Your days, 1 Mar 2026 to 3 Mar 2026: 3 of 3 days known, 3 of them without pain, 0 above 4. "
        "Check-ins: 3. Releases: 0."
    )
    for key in KEYS[1:]:
        assert look(session, key).figure.notice.startswith("No pain logged yet.")


def test_a_click_on_a_day_goes_there_in_the_journal(start: Opened, clock: FakeClock) -> None:
    session = start()
    record(session, pain(clock, 6, 3))
    (wanted,) = record(session, pain(clock, 4, 1))
    record(session, pain(clock, 5))
    view = look(session, "calendar")
    spot = next(spot for spot in view.canvas.spots if spot.words == "4, one rating")
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=spot.area.center().toPoint())
    assert session.window.where() == "journal"
    assert session.journal is not None
    assert [entry.id for entry in session.journal.view.selected()] == [wanted]


def test_pain_over_time_is_saved_too_and_the_button_goes_with_its_view(
    start: Opened, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = start()
    record(session, pain(clock, 6, 1), pain(clock, 4))
    look(session, "calendar")
    assert session.views is not None
    button = session.views._save_over_time
    assert not button.isVisible()
    session.window.trends.show_view("over_time")
    assert button.isVisible()
    monkeypatch.setattr(saver_of(session), "_ask", lambda _name, kind: tmp_path / f"chart.{kind}")
    for kind in ("png", "csv"):
        button.chosen.emit(kind)
    rows = (tmp_path / "chart.csv").read_text().splitlines()
    assert rows[1:] == ["2026-03-02 10:30,Right piriformis,6", "2026-03-03 10:30,Right piriformis,4"]
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    assert session.charts is not None
    session.charts.trends.view.measure.setCurrentIndex(3)
    button.chosen.emit("svg")
    title = "<title>Pain over time: Right piriformis · Days over 0</title>"
    assert title in (tmp_path / "chart.svg").read_text("utf-8"), "which number is drawn"


def test_stretches_selected_over_time_are_compared_level_by_level(start: Opened, clock: FakeClock) -> None:
    session = start()
    record(session, *(pain(clock, 2 if n < 10 else 7, n) for n in range(40, -1, -1)))
    assert session.charts is not None
    over_time = session.charts.trends.view
    session.window.go("trends")
    session.window.trends.show_view("over_time")
    QTest.keyClick(over_time.chart, Qt.Key.Key_S)
    over_time.count()
    field = next(e for e in over_time.table.findChildren(QDateEdit) if e.accessibleName() == "First day")
    field.setDate(QDate(2026, 2, 22))
    over_time.count()
    QTest.mouseClick(button_of(over_time.table, "Levels"), Qt.MouseButton.LeftButton)
    assert session.window.trends.view == "levels"
    assert session.views is not None
    view = session.views.view("levels")
    assert view.figure.sentence() == (
        "Right piriformis: 22 Feb – 3 Mar 2026 median 2 of 10; 12 Feb – 21 Feb 2026 median 7 of 10; "
        "difference of means −5.0 (likely range −5.4 to −4.6). You chose the days, so any difference can be chance."
    )
    then = next(e for e in view.findChildren(QDateEdit) if e.accessibleName().startswith("First day of what"))
    then.setDate(QDate(2026, 2, 2))
    assert "2 Feb – 21 Feb 2026 median 7 of 20" in view.figure.sentence()
    spans = next(box for box in view.findChildren(QComboBox) if box.accessibleName() == "Over which time")
    assert spans.currentText() == "these days"
    spans.setCurrentIndex(spans.findText("all time"))
    assert view.figure.sentence() == "Right piriformis: all time median 7 of 41."


def button_of(widget: QWidget, text: str) -> QPushButton:
    return next(button for button in widget.findChildren(QPushButton) if button.text() == text)


@pytest.mark.parametrize("kind", ["png", "svg", "csv"])
def test_every_view_is_saved_under_its_name_or_the_refusal_is_told(
    start: Opened, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    session = start()
    record(session, *(pain(clock, 8 if n % 7 == 0 else 2, n) for n in range(40, -1, -1)))
    folder, names = tmp_path / "charts", []
    folder.mkdir()

    def ask(name: str, _kind: str) -> Path:
        names.append(name)
        return folder / name

    monkeypatch.setattr(saver_of(session), "_ask", ask)
    for key in ("hours", "gaps", "levels", "dose"):
        look(session, key).save_wanted.emit(kind)
    session.window.trends.show_view("over_time")
    assert session.views is not None
    session.views._save_over_time.chosen.emit(kind)
    assert sorted(path.name for path in folder.iterdir()) == sorted(names)
    assert f"Pain over time, Right piriformis 2026-03-03.{kind}" in names
    assert f"Days between flares, Right piriformis 2026-03-03.{kind}" in names
    shutil.rmtree(folder)
    look(session, "gaps").save_wanted.emit(kind)
    assert session.window.notice.isVisible()
    assert "That folder does not exist any more. Choose another folder." in session.window.notice.words()
    session.window.notice.clear()


def test_the_question_where_to_save_has_a_name_and_an_ending_and_remembers_the_folder(
    start: Opened, tmp_path: Path
) -> None:
    session = start()
    assert session.views is not None
    saver = session.views._saver
    saver._folder = str(tmp_path)
    dialog = saver.dialog("Pain over time 2026-03-03.png", "png")
    assert dialog.defaultSuffix() == "png"
    assert dialog.directory().absolutePath() == str(tmp_path)
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.deleteLater()


def test_names_of_files_are_good_everywhere_and_never_write_over_another_unasked(tmp_path: Path) -> None:
    day = date(2026, 3, 3)
    assert file_name('Levels: a/b "c"?', day, "csv") == "Levels, a-b -c-- 2026-03-03.csv"
    assert len(file_name("x" * 300, day, "svg")) < 160
    assert with_ending(tmp_path / "a.PNG", "png").name == "a.PNG"
    assert with_ending(tmp_path / "v1.2", "png").name == "v1.2.png"
    (tmp_path / "v1.2.png").touch()
    assert with_ending(tmp_path / "v1.2", "png").name == "v1.2 (2).png"


def test_numbers_are_saved_and_copied_and_a_refusal_is_told(
    start: Opened, clock: FakeClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = start()
    record(session, pain(clock, 6))
    view = look(session, "calendar")
    asked: list[str] = []

    def ask(name: str, kind: str) -> Path:
        asked.append(name)
        return tmp_path / f"chart.{kind}"

    monkeypatch.setattr(saver_of(session), "_ask", ask)
    for kind in ("png", "svg", "csv", COPY):
        view.save_wanted.emit(kind)
    assert asked[2] == "Worst pain of each day, Right piriformis 2026-03-03.csv"
    assert (tmp_path / "chart.csv").read_text().splitlines() == [
        "Day,Worst pain,Ratings,Releases,Checked in",
        "2026-03-03,6,1,0,",
    ]
    assert QGuiApplication.clipboard().text().startswith("Day\tWorst pain")

    def full(_fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    view.save_wanted.emit("csv")
    monkeypatch.undo()
    assert session.window.notice.isVisible()
    session.window.notice.clear()
