"""Entries written at the wrong place are moved to the right one: some of them, or all there ever were."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from knotbook.diary import Diary
from knotbook.domain.place import Place, Point, View
from knotbook.domain.records import (
    Day,
    Effort,
    Entry,
    Exercise,
    JointSign,
    Kind,
    Moment,
    Rating,
    Release,
    Routine,
    Sign,
    Spot,
    Step,
)
from knotbook.domain.sought import Reading, Sought
from knotbook.journal.move import MoveDialog
from knotbook.journal.view import JournalView
from knotbook.shell.journal_link import JournalLink
from knotbook.storage import EntryStore
from tests.fakes import FakeClock
from tests.journal.bodies import MINUTE, PIRIFORMIS, at, entry, pain

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)  # of pop-ups

MEDIUS = Place.parse("gluteus_medius.right")
GROIN = Place.parse("groin.right")


def everything(clock: FakeClock) -> list[Entry]:
    """Each kind at the piriformis, and a pain and a release elsewhere."""
    spot = entry(50, Spot(place=PIRIFORMIS, point=Point(View.BACK, 1, 2), name="the one"))
    press = entry(4, Release(when=at(4 * MINUTE), place=PIRIFORMIS, pain_for=(GROIN, PIRIFORMIS)))
    rating = Rating(release=press.id, moment=Moment.AFTER, when=at(), place=PIRIFORMIS, intensity=2)
    work = Exercise(when=at(), name="bridges", kind=Effort.STRENGTHEN, muscles=(PIRIFORMIS, MEDIUS))
    return [
        spot,
        entry(1, replace(pain(MINUTE, 1), spot=spot.id)),
        entry(2, pain(2 * MINUTE, 2)),
        entry(3, JointSign(when=at(3 * MINUTE), place=PIRIFORMIS, sign=Sign.CLICK)),
        press,
        entry(5, rating),
        entry(6, work),
        entry(7, Release(when=at(7 * MINUTE), place=MEDIUS, pain_for=(PIRIFORMIS,))),
        entry(8, replace(pain(8 * MINUTE, 8), place=GROIN)),
        entry(9, Day(day=clock.now().day())),
    ]


@pytest.fixture
def view(link: JournalLink, store: EntryStore, clock: FakeClock, qtbot: QtBot) -> JournalView:
    store.bulk_add(everything(clock))
    link.reload()
    link.view.resize(1100, 600)
    link.view.show()
    qtbot.waitUntil(link.view.isActiveWindow)
    return link.view


def snapshot(diary: Diary) -> dict[str, object]:
    entries = (*diary.reader.page(limit=100), *diary.reader.spots())
    return {one.id: one.body for one in entries}


def ask(view: JournalView, numbers: list[int]) -> MoveDialog:
    view.table.clearSelection()
    wanted = {entry(number, pain()).id for number in numbers}
    model = view.table.selectionModel()
    for row in range(view.table.model().rowCount()):
        index = view.table.model().index(row, 0)
        if index.data(Qt.ItemDataRole.UserRole + 1).entry.id in wanted:
            model.select(index, model.SelectionFlag.Select | model.SelectionFlag.Rows)
    dialog = view.relocate()
    assert dialog is not None
    return dialog


def where(diary: Diary, number: int) -> Place:
    found = diary.reader.entry(entry(number, pain()).id)
    assert found is not None
    return found.body.place  # type: ignore[union-attr]  # only asked of those with a place


def test_selected_entries_move_as_one_action(view: JournalView, diary: Diary) -> None:
    before = snapshot(diary)
    dialog = ask(view, [1, 2, 3, 4, 5, 9])
    assert dialog.these.text() == "Only the 5 selected entries"
    dialog.place.edit.setText("glmed r")
    assert dialog.submit()
    assert {where(diary, number) for number in (1, 2, 3, 4, 5)} == {MEDIUS}
    assert diary.undo_label == "moved 5 entries to right gluteus medius"
    moved = diary.reader.entry(entry(1, pain()).id)
    assert moved is not None
    assert moved.body.spot is None  # type: ignore[union-attr]  # a pain; its point lies at the old place
    assert diary.reader.spots()[0].body.place == PIRIFORMIS  # type: ignore[union-attr]  # a spot
    assert where(diary, 8) == GROIN
    diary.undo()
    assert snapshot(diary) == before


def test_everything_about_a_place_is_merged_into_another(view: JournalView, diary: Diary) -> None:
    before = snapshot(diary)
    dialog = ask(view, [2])
    assert dialog.everything.text() == "Everything about the right piriformis: 7 entries"
    dialog.everything.setChecked(True)
    dialog.place.edit.setText("glmed r")
    assert dialog.submit()
    after = snapshot(diary)
    assert "piriformis" not in repr(after)
    assert after[entry(1, pain()).id].spot is not None  # type: ignore[attr-defined]  # its point has come along
    assert after[entry(6, pain()).id].muscles == (MEDIUS,)  # type: ignore[attr-defined]  # an exercise
    assert after[entry(4, pain()).id].pain_for == (GROIN, MEDIUS)  # type: ignore[attr-defined]  # a release
    assert after[entry(8, pain()).id] == before[entry(8, pain()).id]
    assert diary.reader.found(Sought(readings=(Reading(places=(PIRIFORMIS,)),))) == []
    assert len(diary.reader.found(Sought(places=(MEDIUS,)))) == 7
    diary.undo()
    assert snapshot(diary) == before
    assert diary.undo_label is None


def test_entries_of_several_places_can_only_be_moved_themselves(view: JournalView, diary: Diary) -> None:
    dialog = ask(view, [2, 8])
    assert dialog.everything.isHidden()
    dialog.place.edit.setText("glmed r")
    assert dialog.submit()
    assert where(diary, 8) == where(diary, 2) == MEDIUS


@pytest.mark.parametrize(
    ("typed", "problem"), [("", "Say where"), ("zzz", "No place"), ("glmed", "Which"), ("pir r", "That is where")]
)
def test_a_place_that_is_not_clear_is_asked_for_again(
    view: JournalView, diary: Diary, typed: str, problem: str
) -> None:
    before = snapshot(diary)
    dialog = ask(view, [2])
    dialog.place.edit.setText(typed)
    assert not dialog.submit()
    assert dialog.isVisible()
    assert problem in dialog.place.error.text()
    dialog.reject()
    assert snapshot(diary) == before


def test_what_has_no_place_is_not_moved(view: JournalView, link: JournalLink, qtbot: QtBot) -> None:
    view.show_entry(entry(9, pain()).id)
    assert view.selected()[0].kind is Kind.DAY
    qtbot.keyClick(view.table, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert not view.findChildren(MoveDialog)


def test_a_large_move_starts_the_list_anew(
    link: JournalLink, store: EntryStore, diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.bulk_add([entry(100 + n, pain(n * MINUTE, n % 11)) for n in range(80)])
    link.reload()
    monkeypatch.setattr("knotbook.journal.model.MOST_ONE_BY_ONE", 20)
    resets = []
    link.model.modelReset.connect(lambda: resets.append(1))
    link.view.merge_requested.emit(PIRIFORMIS, MEDIUS)
    assert resets
    assert {link.model.row(row).entry.body.place for row in range(link.model.rowCount())} == {MEDIUS}  # type: ignore[union-attr]
    assert len(diary.reader.found(Sought(places=(MEDIUS,)), limit=100)) == 80


def test_merging_reaches_routines_and_the_bin_which_stays_the_bin(link: JournalLink, diary: Diary) -> None:
    both = Step(name="Release", places=(PIRIFORMIS, MEDIUS))
    (routine,) = diary.record(Routine(name="evening", steps=(both,)), label="routine")
    gone = diary.record(pain(0, 3), label="pain")[0]
    lost = diary.record(Spot(place=PIRIFORMIS, point=Point(View.BACK, 1, 2)), label="point")[0]
    diary.remove([gone.id, lost.id], label="removed")
    link.view.merge_requested.emit(PIRIFORMIS, GROIN)
    now = {one: diary.reader.entry(one) for one in (routine.id, gone.id, lost.id)}
    assert "piriformis" not in repr([entry.body for entry in now.values() if entry is not None])
    body = now[routine.id].body  # type: ignore[union-attr]  # it is there
    assert isinstance(body, Routine) and body.steps[0].places == (GROIN, MEDIUS)
    assert all(now[one].deleted_ms is not None for one in (gone.id, lost.id))  # type: ignore[union-attr]
    diary.undo()
    back = diary.reader.entry(routine.id)
    assert back is not None and back.body == routine.body
