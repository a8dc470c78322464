"""The bare rows for the marks of a chart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from knotbook.domain.records import Day, Effort, Exercise, Kind, Release
from knotbook.storage import EntryStore
from tests.fakes import START_MS
from tests.storage.samples import KNEE, PIRIFORMIS, at, entry, pain


def test_marks_are_read_in_time_with_their_words(store: EntryStore) -> None:
    assert store.marks_begin() is None
    later, day = START_MS + 1000, Day(day=date(2026, 3, 3), note="bad night \0")
    kept = [
        entry(Release(when=at(later), place=KNEE)),
        entry(Release(when=at(), place=PIRIFORMIS)),
        entry(Exercise(when=at(), name="bridge", kind=Effort.STRENGTHEN)),
        entry(pain(note="after the stairs")),
        entry(pain()),
        entry(day),
        entry(Day(day=date(2026, 3, 4))),
    ]
    store.put(kept, label="")
    noted = (Kind.EXERCISE, Kind.PAIN, Kind.DAY)
    words = {kind: [row[2] for row in store.mark_rows(kind, 0, 1 << 60)] for kind in noted}
    assert words == {Kind.EXERCISE: ["bridge"], Kind.PAIN: ["after the stairs"], Kind.DAY: ["bad night \0"]}
    assert store.mark_rows(Kind.RELEASE, 0, 1 << 60) == [
        (START_MS, kept[1].id, "piriformis.right"),
        (later, kept[0].id, "knee_medial.left"),
    ]
    assert store.mark_rows(Kind.RELEASE, later, later) == []
    assert store.marks_begin() == START_MS


def test_what_is_in_the_bin_is_no_mark(store: EntryStore) -> None:
    store.put([replace(entry(Release(when=at(), place=KNEE)), deleted_ms=START_MS)], label="")
    assert store.mark_rows(Kind.RELEASE, 0, 1 << 60) == []


def test_recalled_and_waking_pains_are_told_apart(store: EntryStore) -> None:
    plain, told = entry(pain()), entry(replace(pain(), recalled=True))
    woke = entry(replace(pain(), context=("after sitting", "woke me")))
    not_quite = entry(replace(pain(), context=("woke me up",)))
    elsewhere = entry(replace(pain(place=KNEE), recalled=True))
    store.put([plain, told, woke, not_quite, elsewhere], label="")
    found = store.told_apart([PIRIFORMIS], "woke me")
    assert sorted(found) == sorted([(told.id, True, False), (woke.id, False, True)])
    assert store.told_apart([], "woke me") == []
