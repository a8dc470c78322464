"""The journal is searched and narrowed down from the row above it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from knotbook.demo.diary import demo_entries
from knotbook.diary import Diary
from knotbook.domain.place import Place
from knotbook.domain.records import Day, Entry, Exercise, Kind, Pain, Photo, Rating, Release
from knotbook.domain.sought import Sought
from knotbook.journal.typed import readings
from knotbook.journal.view import JournalView
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.theme import NAMES, load_theme
from knotbook.shell.journal_link import JournalLink
from knotbook.storage import EntryStore
from tests.fakes import FakeClock
from tests.journal.bodies import DAY, EVERY_KIND, MINUTE, PIRIFORMIS, at, entry, pain

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)  # of pop-ups

INNER_KNEE = Place.parse("knee_inner.left")
MEDIUS = Place.parse("gluteus_medius.left")


@pytest.fixture
def demo(link: JournalLink, store: EntryStore, clock: FakeClock, qtbot: QtBot) -> JournalView:
    """A visible journal of three weeks."""
    store.bulk_add(demo_entries(clock.now(), days=21))
    return shown(link, qtbot)


@pytest.fixture
def few(link: JournalLink, store: EntryStore, qtbot: QtBot) -> JournalView:
    """Ten pains, a day apart, 0 to 9; the third and the sixth with a note."""
    store.bulk_add([entry(n, pain(n * DAY, n, "on the stairs" if n in (3, 6) else "")) for n in range(10)])
    return shown(link, qtbot)


def shown(link: JournalLink, qtbot: QtBot) -> JournalView:
    link.reload()
    link.view.resize(1100, 600)
    link.view.show()
    qtbot.waitUntil(link.view.isActiveWindow)
    return link.view


def listed(view: JournalView) -> list[Entry]:
    model = view.table.model()
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    return [model.row(row).entry for row in range(model.rowCount())]  # type: ignore[attr-defined]  # a JournalModel


def numbers(view: JournalView) -> list[int | None]:
    return [getattr(one.body, "intensity", None) for one in listed(view)]


def counted(view: JournalView) -> str:
    return view.head.counter.text()


def press(card: object, words: str) -> None:
    boxes = card.findChildren(QCheckBox) + card.findChildren(QRadioButton)  # type: ignore[attr-defined]  # any widget
    next(box for box in boxes if box.text() == words).click()


def test_typing_narrows_the_list_letter_by_letter(demo: JournalView, qtbot: QtBot) -> None:
    everything = len(listed(demo))
    qtbot.keyClicks(demo.filters.line, "cramp woke")
    found = listed(demo)
    assert 0 < len(found) < everything
    assert counted(demo) == f"{len(found)} entries found"
    assert all("cramp" in one.body.qualities for one in found if isinstance(one.body, Pain) and not one.body.note)
    demo.filters.line.clear()
    assert len(listed(demo)) == everything


def test_both_names_of_a_place_find_it(demo: JournalView, qtbot: QtBot) -> None:
    demo.filters.line.setText("piriformis r")
    by_name = {one.id for one in listed(demo)}
    demo.filters.line.setText("deep buttock right")
    assert by_name == {one.id for one in listed(demo)}
    here = [one for one in listed(demo) if getattr(one.body, "place", None) == PIRIFORMIS]
    for_it = [one for one in listed(demo) if isinstance(one.body, Release) and PIRIFORMIS in one.body.pain_for]
    assert here
    assert for_it
    assert {one.id for one in here + for_it} <= by_name


def test_a_word_and_a_place_together(few: JournalView, diary: Diary) -> None:
    diary.record(replace(pain(note="on the stairs"), place=INNER_KNEE), label="x")
    few.filters.line.setText("stairs pir r")
    assert numbers(few) == [3, 6]
    few.filters.line.setText("knee stairs")
    assert [one.body.place for one in listed(few)] == [INNER_KNEE]  # type: ignore[union-attr]  # pains


def test_exercises_tools_and_contexts_are_found(link: JournalLink, store: EntryStore, qtbot: QtBot) -> None:
    store.bulk_add([entry(number, body) for number, body in enumerate(EVERY_KIND) if number])
    view = shown(link, qtbot)
    expected = {"bridg": [Exercise], "lacrosse": [Release], "giving": ["giving_way"], "quiet": [Day]}
    for typed, kinds in expected.items():
        view.filters.line.setText(typed)
        assert [getattr(one.body, "sign", type(one.body)) for one in listed(view)] == kinds, typed


def test_nothing_found_says_so_and_clears(few: JournalView, qtbot: QtBot) -> None:
    few.filters.line.setText("xyzzy")
    assert few.nothing_found.isVisible()
    assert counted(few) == ""
    qtbot.mouseClick(few.nothing_found.button, Qt.MouseButton.LeftButton)
    assert few.table.isVisible()
    assert len(listed(few)) == 10
    assert few.filters.line.text() == ""


def test_each_filter_and_all_together(few: JournalView, diary: Diary, qtbot: QtBot) -> None:
    diary.record(Release(when=at(), place=PIRIFORMIS, note="stairs"), replace(pain(note="x"), place=MEDIUS), label="x")
    filters = few.filters
    press(filters.kinds, "Pain")
    assert {one.kind for one in listed(few)} == {Kind.PAIN}
    filters.numbers._choose(0, 2)
    filters.numbers._choose(1, 6)
    assert numbers(few) == [6, 2, 3, 4, 5, 6]  # the new one today first
    press(filters.dates, "Last 7 days")
    assert numbers(few) == [6, 2, 3, 4, 5, 6]
    filters.places.field._add(PIRIFORMIS)
    assert numbers(few) == [2, 3, 4, 5, 6]
    qtbot.mouseClick(filters.noted, Qt.MouseButton.LeftButton)
    assert numbers(few) == [3, 6]
    filters.line.setText("stair")
    assert numbers(few) == [3, 6]
    assert counted(few) == "2 entries found"
    words = [button.text() for button in filters._buttons]
    assert words == ["Right piriformis", "Pain", "2 to 6", "Last 7 days"]
    qtbot.mouseClick(filters.clear_all, Qt.MouseButton.LeftButton)
    assert len(listed(few)) == 12
    assert filters.what() == Sought()
    assert [button.text() for button in filters._buttons] == ["Place", "Kind", "Number", "Dates"]
    assert filters.clear_all.isHidden()


def test_the_spans_go_by_the_days_of_the_person(few: JournalView, clock: FakeClock) -> None:
    press(few.filters.dates, "Today")
    assert numbers(few) == [0]
    press(few.filters.dates, "This year")
    assert numbers(few) == list(range(10))
    press(few.filters.dates, "Any time")
    few.filters.dates._first.setDate(date(2026, 2, 25))  # type: ignore[arg-type]  # PySide takes a date for a QDate
    few.filters.dates._last.setDate(date(2026, 2, 24))  # type: ignore[arg-type]  # the same
    assert few.filters.dates.words() == "24 Feb 2026 – 25 Feb 2026"
    assert numbers(few) == [6, 7]


def test_filters_survive_the_way_to_another_page_and_follow_the_clock(
    few: JournalView, clock: FakeClock, qtbot: QtBot
) -> None:
    press(few.filters.dates, "Last 7 days")
    few.filters.line.setText("stairs")
    assert numbers(few) == [3, 6]
    few.hide()
    clock.advance(days=2)
    few.show()
    assert few.filters.line.text() == "stairs"
    assert numbers(few) == [3]


def test_a_pressed_number_is_taken_away_by_another_press(few: JournalView) -> None:
    few.filters.numbers._choose(0, 8)
    assert numbers(few) == [8, 9]
    few.filters.numbers._choose(1, 7)
    assert few.filters.numbers.words() == "7 to 8"
    few.filters.numbers._choose(0, 8)
    assert few.filters.numbers.words() == "0 to 7"
    few.filters.numbers._choose(1, 7)
    assert few.filters.numbers.words() == ""
    assert len(listed(few)) == 10


def test_changes_come_and_go_with_what_is_sought(few: JournalView, diary: Diary) -> None:
    few.filters.line.setText("stairs")
    diary.record(pain(MINUTE, 1), label="does not fit")
    assert numbers(few) == [3, 6]
    diary.record(pain(MINUTE, 1, "down the stairs"), label="fits")
    assert numbers(few) == [1, 3, 6]
    assert counted(few) == "3 entries found"
    fitting = listed(few)[1]
    diary.amend({fitting.id: replace(fitting.body, note="")}, label="fits no more")
    assert numbers(few) == [1, 6]
    assert counted(few) == "2 entries found"
    diary.undo()
    assert numbers(few) == [1, 3, 6]
    diary.remove([fitting.id], label="gone")
    assert numbers(few) == [1, 6]


def test_an_entry_asked_for_elsewhere_is_shown_though_a_filter_hid_it(few: JournalView) -> None:
    few.filters.line.setText("stairs")
    assert few.show_entry(entry(5, pain()).id)
    assert [one.id for one in few.selected()] == [entry(5, pain()).id]
    assert few.filters.what() == Sought()


def test_keys_lead_to_the_line_and_back_to_the_list(few: JournalView, qtbot: QtBot) -> None:
    few.table.setFocus()
    qtbot.keyClick(few, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert few.filters.line.hasFocus()
    qtbot.keyClicks(few.filters.line, "stairs")
    qtbot.keyClick(few.filters.line, Qt.Key.Key_Down)
    assert few.table.hasFocus()
    few.filters.line.setFocus()
    qtbot.keyClick(few.filters.line, Qt.Key.Key_Escape)
    assert few.filters.line.text() == ""


@pytest.mark.parametrize("name", ["Place", "Kind", "Number", "Dates"])
def test_a_card_opens_takes_the_keyboard_and_closes(few: JournalView, qtbot: QtBot, name: str) -> None:
    button = next(one for one in few.filters.findChildren(QPushButton) if one.text() == name)
    card = button.card  # type: ignore[attr-defined]  # a FilterButton
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert card.isVisible()
    assert not button.isChecked()
    assert card.isAncestorOf(card.focusWidget())
    qtbot.keyClick(card.focusWidget(), Qt.Key.Key_Escape)
    assert not card.isVisible()


@pytest.mark.parametrize("name", NAMES)
def test_filters_wear_every_theme(few: JournalView, link: JournalLink, name: str) -> None:
    link.set_theme(load_theme(name))
    few.filters.numbers._choose(0, 3)
    assert len(listed(few)) == 7


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_any_text_can_be_typed(few: JournalView, text: str) -> None:
    few.filters.line.setText(text)
    assert len(listed(few)) <= 10


def test_typed_words_are_read_in_every_way(catalogue: Catalogue) -> None:
    found = readings("cramp pir r", catalogue)
    assert [(reading.words, len(reading.places)) for reading in found] == [
        ("cramp pir r", 0), ("cramp r", 2), ("cramp", 1)
    ]
    assert found[-1].places == (PIRIFORMIS,)
    assert readings("   ", catalogue) == ()


def test_ratings_have_a_number_too(demo: JournalView) -> None:
    press(demo.filters.kinds, "Rating")
    demo.filters.numbers._choose(1, 2)
    assert listed(demo)
    assert all(isinstance(one.body, Rating) and one.body.intensity <= 2 for one in listed(demo))


@pytest.mark.parametrize("width", [650, 1400])
def test_the_row_breaks_where_the_window_is_narrow(few: JournalView, qtbot: QtBot, width: int) -> None:
    few.resize(width, 600)
    press(few.filters.kinds, "Pain")
    few.filters.places.field._add(MEDIUS)
    press(few.filters.dates, "Last 30 days")
    few.filters.numbers._choose(0, 5)
    assert few.width() == width
    held = [few.filters.line, *few.filters.findChildren(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)]
    boxes = [one.geometry() for one in held if not one.isHidden()]
    assert len(boxes) == 8
    assert all(few.filters.rect().contains(box) for box in boxes)
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert (few.filters.height() > few.filters.line.height()) == (width < 1000)


def test_a_photo_that_comes_or_goes_changes_what_has_photos(few: JournalView, diary: Diary) -> None:
    few.filters.photographed.click()
    assert numbers(few) == []
    owner = next(one for one in diary.reader.page() if isinstance(one.body, Pain) and one.body.intensity == 4)
    diary.record(Photo(entry=owner.id, file="a.jpg", sha256="0" * 64, width=1, height=1), label="Photo")
    assert numbers(few) == [4] and counted(few).startswith("1 ")
    diary.undo()
    assert numbers(few) == []
