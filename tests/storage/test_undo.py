"""Undo and redo against a model, with restarts in between."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from knotbook.domain.place import Point, View
from knotbook.domain.records import JOURNAL_KINDS, Body, Spot
from knotbook.domain.trouble import Trouble, TroubleKind
from knotbook.storage import EntryStore, open_store
from knotbook.storage import log as log_module
from tests.fakes import START_MS, FakeClock
from tests.storage.samples import PIRIFORMIS, entry, one_of_each, pain

State = dict[str, tuple[Body, bool]]


class UndoMachine(RuleBasedStateMachine):
    """The model: a list of states and where in it we are. What the diary shows must be the state we are at."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = FakeClock()
        self.states: list[State] = [{}]
        self.labels: list[str] = []
        self.now = 0

    @initialize()
    def open(self) -> None:
        self.store = open_store(self.folder / "d.knotbook", clock=self.clock)

    @rule()
    def restart(self) -> None:
        self.store.close(back_up=False)
        self.open()

    @rule(ms=st.integers(-10_000, 10_000))
    def clock_moves(self, ms: int) -> None:
        self.clock.advance(ms)

    @rule(n=st.integers(1, 3), intensity=st.integers(0, 10))
    def record(self, n: int, intensity: int) -> None:
        self._put({e.id: e.body for e in (entry(pain(intensity), self.clock.ms) for _ in range(n))}, new=True)

    @precondition(lambda self: self.states[self.now])
    @rule(data=st.data(), intensity=st.integers(0, 10))
    def amend(self, data: st.DataObject, intensity: int) -> None:
        ids = data.draw(st.lists(st.sampled_from(sorted(self.states[self.now])), min_size=1, max_size=3, unique=True))
        self._put({one: pain(intensity, note="amended") for one in ids})

    @precondition(lambda self: self.states[self.now])
    @rule(data=st.data(), deleted=st.booleans())
    def bin_or_restore(self, data: st.DataObject, deleted: bool) -> None:
        one = data.draw(st.sampled_from(sorted(self.states[self.now])))
        self._put({one: self.states[self.now][one][0]}, deleted=deleted)

    def _put(self, bodies: dict[str, Body], *, new: bool = False, deleted: bool | None = None) -> None:
        entries, after = [], dict(self.states[self.now])
        for one, body in bodies.items():
            old = entry(body, self.clock.ms) if new else self.store.entry(one)
            gone = after.get(one, (body, False))[1] if deleted is None else deleted
            entries.append(replace(old, id=one, body=body, deleted_ms=self.clock.ms if gone else None))
            after[one] = (body, gone)
        label = f"action {len(self.states)}"
        changes = self.store.put(entries, label=label)
        assert {e.id: e.body for e in changes.after.values()} == {i: b for i, b in bodies.items() if not after[i][1]}
        del self.states[self.now + 1 :], self.labels[self.now :]
        self.states.append(after)
        self.labels.append(label)
        self.now += 1

    @rule()
    def undo(self) -> None:
        changes = self.store.undo()
        assert (changes is None) == (self.now == 0)
        if changes is not None:
            self.now -= 1
            assert changes.label == self.labels[self.now]

    @rule()
    def redo(self) -> None:
        changes = self.store.redo()
        assert (changes is None) == (self.now == len(self.labels))
        if changes is not None:
            assert changes.label == self.labels[self.now]
            self.now += 1

    @invariant()
    def shows_where_we_are(self) -> None:
        if not hasattr(self, "store"):
            return
        alive = {i: body for i, (body, gone) in self.states[self.now].items() if not gone}
        assert {e.id: e.body for e in self.store.page(limit=1000)} == alive
        ever = {i for state in self.states for i in state}
        binned = {e.id for e in self.store.page(limit=1000, deleted=True)}
        assert ever <= binned | set(alive), "an entry was lost"
        assert self.store.undo_label() == (self.labels[self.now - 1] if self.now else None)
        assert self.store.redo_label() == (self.labels[self.now] if self.now < len(self.labels) else None)
        assert not self.store.damaged

    def teardown(self) -> None:
        self.store.close(back_up=False)
        shutil.rmtree(self.folder)


TestUndo = UndoMachine.TestCase
TestUndo.settings = settings(
    max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)


def test_links_hold_while_everything_is_taken_back_and_done_again(store: EntryStore) -> None:
    entries = one_of_each()
    store.put(entries[::-1], label="all at once, what is linked to last")
    for _ in range(2):
        assert store.undo() is not None
        assert store.count() == 0
        assert store.redo() is not None
        assert {e.id for e in store.page()} == {e.id for e in entries if e.kind in JOURNAL_KINDS}


def test_changed_never_goes_back_when_the_clock_does(store: EntryStore, clock: FakeClock) -> None:
    one = entry(pain(1), clock.ms)
    store.put([one], label="1")
    clock.advance(days=-400)
    store.undo()
    store.redo()
    again = store.entry(one.id)
    assert again is not None
    assert again.changed_ms > one.changed_ms
    assert again.created_ms == one.created_ms


def test_the_log_keeps_a_thousand_actions(store: EntryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    assert log_module.KEPT_ACTIONS == 1_000
    monkeypatch.setattr(log_module, "KEPT_ACTIONS", 50)
    for n in range(230):
        store.put([entry(pain(n % 11))], label=str(n))
    taken_back = 0
    while store.undo() is not None:
        taken_back += 1
    assert 50 <= taken_back < 50 + log_module._TRIMMED_EVERY
    assert store.count() == 230 - taken_back


def test_steps_stay_reachable_after_a_spot_they_name_was_removed_for_good(store: EntryStore, clock: FakeClock) -> None:
    old, kept = (entry(Spot(place=PIRIFORMIS, point=Point(View.BACK, x, 481))) for x in (40, 60))
    felt = entry(replace(pain(4), spot=old.id))
    store.put([old, kept, felt], label="pressed")
    moved = replace(felt, body=replace(felt.body, spot=kept.id))
    store.put([moved, replace(old, deleted_ms=START_MS)], label="merged")
    assert store.empty_bin() == 1
    assert not store.backups.check()
    assert [changes.label for _ in range(2) if (changes := store.undo())] == ["merged", "pressed"]
    assert store.count() == 0
    assert [changes.label for _ in range(2) if (changes := store.redo())] == ["pressed", "merged"]
    assert [e.body for e in store.page()] == [moved.body]


def test_a_step_that_cannot_be_done_is_left_out_and_says_so(store: EntryStore) -> None:
    spot = entry(Spot(place=PIRIFORMIS, point=Point(View.BACK, 40, 481)))
    first, felt = entry(pain(1)), entry(replace(pain(4), spot=spot.id))
    store.put([first], label="first")
    store.put([spot, felt], label="pressed")
    store.put([replace(felt, body=replace(felt.body, spot=None))], label="loosened")
    store._db.execute("DELETE FROM spot")
    for label in ("loosened", "pressed"):
        assert store.undo_label() == label
        with pytest.raises(Trouble, match="removed for good") as told:
            store.undo()
        assert told.value.kind is TroubleKind.BAD_RECORD
    assert [changes.label for changes in [store.undo()] if changes] == ["first"]
