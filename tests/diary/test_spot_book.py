"""Points inside a place: how one comes to be, and that each wish about one is taken back by one undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from knotbook.diary import Diary
from knotbook.diary.spot_book import SpotBook
from knotbook.domain.place import Place, Point, View
from knotbook.domain.records import Entry, Kind, Pain, Spot
from knotbook.storage import open_store
from tests.fakes import FakeClock

PLACE = Place.parse("piriformis.right")
SKIN = Place.parse("buttock_central.right")
REACH = 5.0
HERE, BESIDE, FAR = (Point(View.BACK, x, 470.0) for x in (50.0, 54.0, 70.0))


@pytest.fixture
def diary(qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[Diary]:
    diary = Diary(clock, "here")
    diary.attach(open_store(tmp_path / "d.knotbook", clock=clock))
    yield diary
    diary.close()


class Hand:
    """Presses and wishes, as the window passes them on."""

    def __init__(self, diary: Diary, clock: FakeClock) -> None:
        self.diary, self.clock, self.book = diary, clock, SpotBook(diary, clock)

    def press(self, at: Point | None, intensity: int = 5, place: Place = PLACE) -> Entry:
        self.clock.advance(minutes=1)
        points = (at,) if at else ()
        pain = Pain(when=self.clock.now(), place=place, intensity=intensity, points=points)
        meant = self.book.meant(place, points, REACH)
        loose = self.book.loose_near(place, at, REACH)
        self.book.record(pain, spot=meant.id if meant else None, loose=loose, label="a press", origin="t")
        return self.diary.reader.page(kinds=(Kind.PAIN,), limit=1)[0]

    def names(self) -> list[str]:
        return [spot.name or f"point {spot.number}" for spot in self.book.known((PLACE,))]

    def history(self, spot_id: str) -> list[int]:
        return [e.body.intensity for e in self.diary.reader.pains_at_spot(spot_id) if isinstance(e.body, Pain)]


@pytest.fixture
def hand(diary: Diary, clock: FakeClock) -> Hand:
    return Hand(diary, clock)


def test_one_press_is_not_a_point_and_a_second_one_there_makes_it_one(hand: Hand) -> None:
    hand.press(HERE, 4)
    assert hand.names() == []
    hand.press(BESIDE, 6)
    (spot,) = hand.book.known()
    assert spot.point == Point(View.BACK, 52.0, 470.0)
    assert hand.history(spot.id) == [4, 6]
    hand.press(FAR, 1)
    assert hand.history(spot.id) == [4, 6]


def test_one_undo_takes_the_second_press_and_the_point_back_and_leaves_the_first(hand: Hand) -> None:
    first = hand.press(HERE)
    hand.press(HERE)
    hand.diary.undo()
    assert hand.names() == []
    left = hand.diary.reader.page(kinds=(Kind.PAIN,))
    assert [entry.id for entry in left] == [first.id]
    assert left[0].body == first.body


def test_a_press_joins_the_nearest_point_within_reach(hand: Hand) -> None:
    near = hand.book.make(PLACE, HERE, (), label="kept", origin="t")
    other = hand.book.make(PLACE, Point(View.BACK, 58.0, 470.0), (), label="kept", origin="t")
    hand.press(Point(View.BACK, 53.0, 470.0), 3)
    hand.press(Point(View.BACK, 55.0, 470.0), 7)
    assert (hand.history(near), hand.history(other)) == ([3], [7])


def test_typed_pains_and_other_views_and_other_places_never_make_a_point(hand: Hand) -> None:
    hand.press(HERE)
    hand.press(None)
    hand.press(Point(View.FRONT, HERE.x, HERE.y))
    hand.press(HERE, place=SKIN)
    assert hand.book.known() == []


def test_merging_joins_both_histories_and_is_one_undo(hand: Hand) -> None:
    one = hand.book.make(PLACE, HERE, (), label="kept", origin="t")
    other = hand.book.make(PLACE, FAR, (), label="kept", origin="t")
    for point, intensity in ((HERE, 2), (FAR, 8), (HERE, 3)):
        hand.press(point, intensity)
    hand.book.merge(one, other, label="merged", origin="t")
    assert hand.history(other) == [2, 8, 3] and hand.history(one) == []
    assert [spot.id for spot in hand.book.known()] == [other]
    gone = hand.diary.reader.entry(one)
    assert gone is not None and isinstance(gone.body, Spot) and gone.body.merged_into == other
    assert hand.diary.undo() == "merged"
    assert (hand.history(one), hand.history(other)) == ([2, 3], [8])
    assert len(hand.book.known()) == 2


def test_removing_keeps_the_entries_and_does_not_bring_the_point_back_by_itself(hand: Hand) -> None:
    hand.press(HERE)
    hand.press(HERE)
    (spot,) = hand.book.known()
    hand.book.remove(spot.id, label="removed", origin="t")
    assert hand.names() == [] and hand.diary.reader.count(kinds=(Kind.PAIN,)) == 2
    hand.press(HERE)
    assert hand.names() == []
    hand.diary.undo()
    hand.diary.undo()
    assert hand.history(spot.id) == [5, 5]


def test_the_number_of_an_unnamed_point_stays_when_another_goes(hand: Hand) -> None:
    first = hand.book.make(PLACE, HERE, (), label="kept", origin="t")
    hand.clock.advance(minutes=1)
    hand.book.make(PLACE, FAR, (), label="kept", origin="t")
    assert hand.names() == ["point 1", "point 2"]
    hand.book.remove(first, label="removed", origin="t")
    assert hand.names() == ["point 2"]


def test_renamed_and_moved_is_where_later_presses_look_for_it_and_old_ones_stay(hand: Hand) -> None:
    spot = hand.book.make(PLACE, HERE, (), label="kept", origin="t")
    old = hand.press(HERE, 4)
    hand.book.rename(spot, "  the one that shoots ", label="renamed", origin="t")
    hand.book.move(spot, FAR, label="moved", origin="t")
    hand.press(FAR, 7)
    assert hand.names() == ["the one that shoots"] and hand.history(spot) == [4, 7]
    kept = hand.diary.reader.entry(old.id)
    assert kept is not None and kept.body == old.body
    assert [hand.diary.undo() for _ in range(3)] == ["a press", "moved", "renamed"]
    assert hand.book.known()[0].point == HERE


def test_choosing_the_muscle_afterwards_moves_the_pain_and_joins_the_point_there(hand: Hand) -> None:
    spot = hand.book.make(PLACE, HERE, (), label="kept", origin="t")
    on_skin = hand.press(BESIDE, 6, place=SKIN)
    hand.book.rehome(on_skin, PLACE, REACH, label="it was piriformis", origin="t")
    assert hand.history(spot) == [6]
    hand.diary.undo()
    again = hand.diary.reader.entry(on_skin.id)
    assert again is not None and again.body == on_skin.body


def test_before_the_diary_is_open_nothing_is_known_and_the_press_waits(qtbot: QtBot, clock: FakeClock) -> None:
    diary = Diary(clock, "here")
    book = SpotBook(diary, clock)
    pain = Pain(when=clock.now(), place=PLACE, intensity=5, points=(HERE,))
    book.record(pain, spot=None, loose=book.loose_near(PLACE, HERE, REACH), label="a press", origin="t")
    assert diary.unsaved == (pain,) and book.known() == []


def test_a_pain_in_the_bin_comes_back_into_the_point_its_own_has_become(hand: Hand) -> None:
    hand.press(HERE, 4)
    gone = hand.press(BESIDE, 6)
    hand.press(FAR, 1)
    hand.press(FAR, 2)
    old, kept = hand.book.known()
    hand.diary.remove([gone.id], label="removed")
    hand.book.merge(old.id, kept.id, label="merged", origin="t")
    hand.diary.restore([gone.id], label="restored")
    assert sorted(hand.history(kept.id)) == [1, 2, 4, 6]


def test_a_pain_left_at_a_point_that_is_merged_away_finds_the_way_when_it_is_restored(hand: Hand) -> None:
    hand.press(HERE, 4)
    gone = hand.press(BESIDE, 6)
    hand.press(FAR, 1)
    hand.press(FAR, 2)
    old, kept = hand.book.known()
    hand.diary.remove([gone.id], label="removed")
    spot = hand.diary.reader.entry(old.id)
    assert spot is not None and isinstance(spot.body, Spot)
    hand.diary.perform(amend={old.id: replace(spot.body, merged_into=kept.id)}, remove=[old.id], label="as it was once")
    hand.diary.restore([gone.id], label="restored")
    assert 6 in hand.history(kept.id)
