"""The editor asks every kind its questions, keeps what it does not ask, and says at the field what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from knotbook.domain.clock import Instant
from knotbook.domain.place import Place, Point, View
from knotbook.domain.records import Body, Day, Exercise, Pain, Release, Spot
from knotbook.journal.editor.dialog import EntryEditor
from knotbook.journal.editor.texts import SecondsField
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import Theme
from tests.fakes import FakeClock
from tests.journal.bodies import DAY, EVERY_KIND, KNEE, PIRIFORMIS, at, pain

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)  # of pop-ups

Opened = tuple[EntryEditor, list[Body]]
Open = Callable[[Body], Opened]


@pytest.fixture
def open_editor(qtbot: QtBot, catalogue: Catalogue, theme: Theme, clock: FakeClock) -> Open:
    def opened(body: Body) -> Opened:
        editor = EntryEditor(body, catalogue, theme, clock)
        qtbot.addWidget(editor)
        said: list[Body] = []
        editor.submitted.connect(said.append)
        editor.show()
        editor.activateWindow()
        qtbot.waitUntil(editor.isActiveWindow)
        return editor, said

    return opened


def retype(qtbot: QtBot, line: QWidget, text: str) -> None:
    """Select what is there and type over it."""
    qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)


def hide_popup() -> None:
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.hide()


@pytest.mark.parametrize("body", EVERY_KIND, ids=lambda body: type(body).__name__)
def test_saving_untouched_changes_nothing(open_editor: Open, body: Body) -> None:
    editor, said = open_editor(body)
    assert editor.submit()
    assert said == [body]


@pytest.mark.parametrize("body", EVERY_KIND, ids=lambda body: type(body).__name__)
def test_every_field_has_a_name_and_can_be_reached_with_tab(open_editor: Open, body: Body) -> None:
    editor, _ = open_editor(body)
    for field in editor.fields.values():
        control = field.focusProxy()
        assert control is not None
        assert control.accessibleName()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    editor.reject()


def test_a_named_point_is_not_edited_here(open_editor: Open) -> None:
    with pytest.raises(ValueError, match="only what happened"):
        open_editor(Spot(place=PIRIFORMIS, point=Point(View.BACK, 1.0, 2.0)))


def test_a_pain_is_changed_from_the_keyboard_alone(open_editor: Open, qtbot: QtBot) -> None:
    was = replace(pain(intensity=6, note="old"), qualities=("deep",), points=(Point(View.BACK, 1.0, 2.0),))
    editor, said = open_editor(was)
    place = editor.fields["place"].edit
    assert place.hasFocus()
    retype(qtbot, place, "Left piriformis")
    hide_popup()
    editor.fields["intensity"].take_focus()
    qtbot.keyClick(editor.focusWidget(), Qt.Key.Key_8)
    retype(qtbot, editor.fields["qualities"].edit, "cramp, my own  word ,, cramp")
    retype(qtbot, editor.fields["note"].edit, "new")
    qtbot.keyClick(editor.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    left = Place.parse("piriformis.left")
    assert said == [replace(was, place=left, intensity=8, qualities=("cramp", "my own word"), note="new")]
    assert not editor.isVisible()


def test_escape_saves_nothing(open_editor: Open, qtbot: QtBot) -> None:
    for leave in ("place", "intensity", "note"):
        editor, said = open_editor(pain())
        editor.fields[leave].take_focus()
        qtbot.keyClicks(editor.focusWidget(), "3")
        hide_popup()
        qtbot.keyClick(editor.focusWidget(), Qt.Key.Key_Escape)
        assert not editor.isVisible()
        assert said == []


def test_chips_put_words_in_and_take_them_out(open_editor: Open) -> None:
    editor, said = open_editor(replace(pain(), qualities=("deep", "odd")))
    field = editor.fields["qualities"]
    chips = {chip.text(): chip for chip in field.chips.chips}
    assert chips["deep"].isChecked()
    chips["cramp"].click()
    chips["deep"].click()
    assert field.edit.text() == "odd, cramp"
    assert not chips["deep"].isChecked()
    editor.submit()
    assert said[0].qualities == ("odd", "cramp")


def refused(editor: EntryEditor, name: str) -> str:
    """Save, expect to be refused at that field alone, and return what it says."""
    assert not editor.submit()
    assert editor.isVisible()
    wrong = [key for key, field in editor.fields.items() if field.error.isVisible()]
    assert wrong == [name]
    assert editor.fields[name].isAncestorOf(editor.focusWidget())
    assert editor.fields[name].focusProxy().accessibleDescription() == editor.fields[name].error.text()
    return editor.fields[name].error.text()


@pytest.mark.parametrize(
    ("text", "says"), [("", "Say where"), ("zzzz", "No place is called “zzzz”"), ("piriformis", "Which one")]
)
def test_a_place_that_is_not_clear_is_refused(open_editor: Open, qtbot: QtBot, text: str, says: str) -> None:
    editor, said = open_editor(pain())
    retype(qtbot, editor.fields["place"].edit, text)
    hide_popup()
    retype(qtbot, editor.fields["note"].edit, "kept")
    assert says in refused(editor, "place")
    assert editor.fields["place"].edit.text() == text
    assert editor.fields["note"].edit.toPlainText() == "kept"
    assert said == []
    retype(qtbot, editor.fields["place"].edit, "Left piriformis")
    hide_popup()
    assert not editor.fields["place"].error.isVisible()
    assert editor.submit()


def test_enter_takes_the_first_place_that_is_offered(open_editor: Open, qtbot: QtBot) -> None:
    editor, said = open_editor(pain())
    line = editor.fields["place"].edit
    retype(qtbot, line, "pir l")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert "Left piriformis" in line.text()
    editor.submit()
    assert said[0].place == Place.parse("piriformis.left")


@pytest.mark.parametrize(
    ("name", "text", "good"),
    [
        ("seconds", "ten", "95"),
        ("seconds", "1:75", "1:35"),
        ("seconds", "-5", "95 s"),
        ("seconds", "999 h", "1 min 35 s"),
        ("pressure", "11", "4"),
        ("pressure", "4.5", "4"),
    ],
)
def test_bad_numbers_of_a_release_are_refused(
    open_editor: Open, qtbot: QtBot, name: str, text: str, good: str
) -> None:
    editor, said = open_editor(Release(when=at(), place=PIRIFORMIS))
    retype(qtbot, editor.fields[name].edit, text)
    assert refused(editor, name)
    assert editor.fields[name].edit.text() == text
    retype(qtbot, editor.fields[name].edit, good)
    assert editor.submit()
    assert getattr(said[0], name) == {"seconds": 95, "pressure": 4}[name]


@pytest.mark.parametrize(("seconds", "shown"), [(1200, "20 min"), (95, "95 s"), (0, "0 s")])
def test_a_length_of_time_is_shown_with_its_unit_and_stays(open_editor: Open, seconds: int, shown: str) -> None:
    release = Release(when=at(), place=PIRIFORMIS, seconds=seconds)
    editor, said = open_editor(release)
    assert isinstance(editor.fields["seconds"], SecondsField) and editor.fields["seconds"].edit.text() == shown
    assert editor.submit()
    assert said == [] or said[0].seconds == seconds


def test_what_a_release_was_for_grows_and_shrinks(open_editor: Open, qtbot: QtBot) -> None:
    editor, said = open_editor(Release(when=at(), place=PIRIFORMIS, pain_for=(KNEE,)))
    field = editor.fields["pain_for"]
    retype(qtbot, field.edit, "nonsense")
    hide_popup()
    assert "No place" in refused(editor, "pain_for")
    retype(qtbot, field.edit, "Right piriformis")
    hide_popup()
    field.chips.chips[0].click()
    assert editor.submit()
    assert said[0].pain_for == (PIRIFORMIS,)


def test_an_exercise_needs_a_name_and_numbers_in_their_range(open_editor: Open, qtbot: QtBot) -> None:
    was = EVERY_KIND[6]
    assert isinstance(was, Exercise)
    editor, said = open_editor(was)
    retype(qtbot, editor.fields["name"].edit, "  ")
    assert "name" in refused(editor, "name")
    retype(qtbot, editor.fields["name"].edit, "Clams")
    retype(qtbot, editor.fields["load_kg"].edit, "1.2.3")
    assert "7.5" in refused(editor, "load_kg")
    retype(qtbot, editor.fields["load_kg"].edit, "7,5")
    retype(qtbot, editor.fields["sets"].edit, "99999999")
    assert refused(editor, "sets")
    retype(qtbot, editor.fields["sets"].edit, "")
    assert editor.submit()
    assert said == [replace(was, name="Clams", load_kg=7.5, sets=None)]


def test_a_check_in_is_changed(open_editor: Open, qtbot: QtBot, clock: FakeClock) -> None:
    editor, said = open_editor(Day(day=date(2026, 3, 1)))
    editor.fields["no_pain"].box.click()
    retype(qtbot, editor.fields["sleep_hours"].edit, "25")
    assert "24" in refused(editor, "sleep_hours")
    retype(qtbot, editor.fields["sleep_hours"].edit, "7.5")
    editor.fields["day"].date.setDate(QDate(2026, 3, 4))
    assert "still to come" in refused(editor, "day")
    editor.fields["day"].date.setDate(QDate(2026, 2, 28))
    assert editor.submit()
    assert said == [Day(day=date(2026, 2, 28), no_pain=True, sleep_hours=7.5)]


def test_all_that_is_wrong_is_said_at_once(open_editor: Open, qtbot: QtBot) -> None:
    editor, _ = open_editor(Release(when=at(), place=PIRIFORMIS))
    retype(qtbot, editor.fields["place"].edit, "zzzz")
    hide_popup()
    retype(qtbot, editor.fields["seconds"].edit, "x")
    assert not editor.submit()
    assert [name for name, field in editor.fields.items() if field.error.isVisible()] == ["place", "seconds"]
    editor.reject()


# -- when


def set_wall(editor: EntryEditor, day: QDate, time: QTime) -> None:
    editor.fields["when"].date.setDate(day)
    editor.fields["when"].time.setTime(time)


def new_york(utc_ms: int, offset_min: int = -300) -> Pain:
    return replace(pain(), when=Instant(utc_ms, "America/New_York", offset_min))


def test_time_is_edited_in_the_zone_it_was_lived_in(open_editor: Open) -> None:
    editor, said = open_editor(new_york(1_772_500_000_123))  # 2026-03-02 20:06:40 there
    assert editor.fields["when"].zone.text() == "America/New York"
    set_wall(editor, QDate(2026, 3, 2), QTime(19, 6))
    assert editor.submit()
    assert said[0].when.local().replace(tzinfo=None).isoformat() == "2026-03-02T19:06:00"
    assert (said[0].when.zone, said[0].when.offset_min) == ("America/New_York", -300)


def test_another_day_keeps_the_seconds_and_takes_the_offset_of_that_day(open_editor: Open) -> None:
    editor, said = open_editor(new_york(1_772_500_000_123))
    editor.fields["when"].date.setDate(QDate(2025, 7, 1))
    assert editor.submit()
    assert said[0].when.offset_min == -240
    assert said[0].when.local().replace(tzinfo=None).isoformat() == "2025-07-01T20:06:40.123000"


def test_what_is_still_to_come_is_refused(open_editor: Open) -> None:
    editor, _ = open_editor(pain())
    set_wall(editor, QDate(2026, 3, 3), QTime(10, 31))
    assert "still to come" in refused(editor, "when")
    set_wall(editor, QDate(2026, 3, 3), QTime(10, 29))
    assert editor.submit()


def test_a_time_that_the_clocks_skipped_is_refused(open_editor: Open) -> None:
    editor, _ = open_editor(pain(DAY))
    set_wall(editor, QDate(2025, 3, 30), QTime(2, 30))
    assert "03:30" in refused(editor, "when")
    set_wall(editor, QDate(2025, 3, 30), QTime(3, 30))
    assert editor.submit()


@pytest.mark.parametrize(("which", "offset", "utc_ms"), [(0, 120, 1_761_438_600_000), (1, 60, 1_761_442_200_000)])
def test_a_time_that_came_twice_asks_which(open_editor: Open, which: int, offset: int, utc_ms: int) -> None:
    editor, said = open_editor(pain(DAY))
    when = editor.fields["when"]
    assert not when.which.isVisible()
    set_wall(editor, QDate(2025, 10, 26), QTime(2, 30))
    assert when.which.isVisible()
    when.which.setCurrentIndex(which)
    assert editor.submit()
    assert said[0].when == Instant(utc_ms, "Europe/Berlin", offset)


def test_the_second_of_two_stays_the_second(open_editor: Open) -> None:
    second = replace(pain(), when=Instant(1_761_442_200_000, "Europe/Berlin", 60))
    editor, said = open_editor(second)
    assert editor.fields["when"].which.currentIndex() == 1
    editor.fields["note"].edit.setPlainText("x")
    assert editor.submit()
    assert said[0].when == second.when


def test_a_zone_this_computer_does_not_know_keeps_its_offset(open_editor: Open) -> None:
    editor, said = open_editor(replace(pain(), when=Instant(at().utc_ms, "Mars/Olympus", 90)))
    set_wall(editor, QDate(2026, 3, 2), QTime(10, 0))
    assert editor.submit()
    assert said[0].when.zone == "Mars/Olympus"
    assert said[0].when.local().isoformat() == "2026-03-02T10:00:00+01:30"
