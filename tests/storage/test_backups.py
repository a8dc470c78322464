"""Backups: made when due, verified, rotated by number and never by a wrong clock."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.storage import Backup, EntryStore, backups, open_store
from knotbook.storage.rotation import kept
from tests.fakes import FakeClock
from tests.storage.samples import entry, pain


def _made(number: int, day: date) -> Backup:
    return Backup(Path(f"{number}"), number, number, day)


def test_two_years_of_days_leave_fifty_two_backups_at_most() -> None:
    start = date(2024, 1, 1)
    have: list[Backup] = []
    for n in range(1, 3 * 730):
        have.insert(0, _made(n, start + timedelta(days=n // 3)))
        keep = kept(have)
        have = [backup for backup in have if backup in keep]
    last = start + timedelta(days=(3 * 730 - 1) // 3)
    assert len(have) <= 6 + 14 + 8 + 24
    days = {backup.day for backup in have}
    assert {last - timedelta(days=n) for n in range(14)} <= days
    assert len({(day.year, day.month) for day in days}) == 24
    assert [backup.number for backup in have[:6]] == [3 * 730 - n for n in range(1, 7)]


@given(days=st.lists(st.dates(date(1990, 1, 1), date(2090, 1, 1)), min_size=1, max_size=60))
@settings(max_examples=60, deadline=None)
def test_the_newest_six_survive_any_clock(days: list[date]) -> None:
    have = [_made(number, day) for number, day in enumerate(days)][::-1]
    keep = kept(have)
    assert set(have[:6]) <= keep
    assert len(keep) <= 52
    if len(set(days)) <= 14:
        assert {backup.day for backup in keep} == set(days), "no day is given up while there is room"


def test_due_after_ten_changes_or_half_an_hour(store: EntryStore, clock: FakeClock) -> None:
    assert store.backups.back_up_if_due() is None
    for n in range(9):
        store.put([entry(pain(n))], label=str(n))
    assert not store.backups.is_due()
    store.undo()
    assert store.backups.is_due()
    assert store.backups.back_up_if_due() is not None
    clock.advance(minutes=31)
    assert not store.backups.is_due(), "nothing new"
    store.put([entry(pain(1))], label="1")
    assert store.backups.is_due()
    store.backups.back_up_if_due()
    store.put([entry(pain(1))], label="1")
    clock.advance(days=-30)
    assert store.backups.is_due(), "a clock set back must not put it off"


def test_closing_backs_up_what_is_new_and_nothing_else(path: Path, clock: FakeClock) -> None:
    for _ in range(3):
        open_store(path, clock=clock).close()
    assert backups(path) == []
    store = open_store(path, clock=clock)
    store.put([entry(pain(1))], label="1")
    store.close()
    store.close()
    assert len(backups(path)) == 1
    open_store(path, clock=clock).close()
    assert len(backups(path)) == 1


def test_what_a_killed_session_left_unsaved_is_still_due(path: Path, clock: FakeClock) -> None:
    store = open_store(path, clock=clock)
    for n in range(12):
        store.put([entry(pain(n % 11))], label=str(n))
    store.close(back_up=False)
    again = open_store(path, clock=clock)
    assert again.backups.pending() == 12
    again.close()
    assert backups(path)[0].changes == 12


def test_numbers_grow_and_files_are_whole(store: EntryStore, path: Path, clock: FakeClock) -> None:
    for n in range(8):
        store.put([entry(pain(n))], label=str(n))
        clock.advance(days=-1)
        assert store.backups.back_up().number == n + 1
    found = backups(path)
    assert [backup.number for backup in found] == list(range(8, 0, -1))
    copy = open_store(found[2].path, clock=clock)
    assert copy.count() == 6
    copy.close(back_up=False)


def test_while_a_record_is_damaged_no_older_backup_goes(store: EntryStore, path: Path) -> None:
    store.put([entry(pain(1))], label="1")
    good = store.backups.back_up()
    store._db.execute("UPDATE pain SET intensity = 2")
    assert store.backups.check()
    for _ in range(60):
        store.backups.back_up()
    assert good in backups(path)
    assert len(backups(path)) == 61


def test_a_damaged_index_is_never_backed_up(store: EntryStore, path: Path) -> None:
    store.put([entry(pain(1))], label="1")
    store.backups.back_up()
    store._db.execute("PRAGMA writable_schema=ON")
    store._db.execute(
        "UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master"
        " WHERE name = 'pain_in_bin') WHERE name = 'pain_by_time'"
    )
    store._db.execute("PRAGMA writable_schema=RESET")
    with pytest.raises(Trouble) as caught:
        store.backups.back_up()
    assert caught.value.kind is TroubleKind.DAMAGED
    assert len(backups(path)) == 1


def test_names_that_are_no_backups_are_left_alone(store: EntryStore, path: Path) -> None:
    store.put([entry(pain(1))], label="1")
    folder = store.backups.back_up().path.parent
    for name in (
        "notes.txt",
        "000001.knotbook",
        "000009-000000009-2026-02-31.knotbook",
        "x000001-000000001-2026-01-01.k",
    ):
        (folder / name).write_text("mine")
    assert len(backups(path)) == 1
    for _ in range(9):
        store.backups.back_up()
    assert (folder / "notes.txt").read_text() == "mine"
