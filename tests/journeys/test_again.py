"""What is written again from the journal, through the whole window."""

from __future__ import annotations

from knotbook.domain.place import Place
from knotbook.domain.records import Kind, Pain
from tests.fakes import FakeClock
from tests.journeys.conftest import Opened


def test_entries_that_are_duplicated_together_keep_their_order(start: Opened, clock: FakeClock) -> None:
    session = start()
    place = Place.parse("piriformis.right")
    for intensity in range(8):
        session.diary.record(Pain(when=clock.now(), place=place, intensity=intensity), label="pain")
        clock.advance(minutes=10)
    session.window.go("journal")
    assert session.journal is not None
    view = session.journal.view
    view.table.selectAll()
    chosen = [entry.body.intensity for entry in view.selected() if isinstance(entry.body, Pain)]
    assert chosen == [7, 6, 5, 4, 3, 2, 1, 0]
    view.duplicate()
    newest = session.diary.reader.page((Kind.PAIN,), limit=8)
    assert [entry.body.intensity for entry in newest if isinstance(entry.body, Pain)] == chosen
    assert {entry.body.when.day() for entry in newest if isinstance(entry.body, Pain)} == {clock.now().day()}
    session.diary.undo()
    assert len(session.diary.reader.page((Kind.PAIN,), limit=99)) == 8
