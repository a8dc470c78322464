"""Which index each question uses, held by EXPLAIN QUERY PLAN: a lost index is slow only after years."""

from __future__ import annotations

import pytest

from knotbook.domain.records import JOURNAL_KINDS, Kind
from knotbook.domain.sought import Sought
from knotbook.storage import EntryStore, Wanted
from tests.fakes import START_MS
from tests.storage.samples import KNEE, PIRIFORMIS, entry, pain

_BY_TIME = [f"INDEX {kind}_by_time ((utc,id)<(?,?))" for kind in JOURNAL_KINDS]

QUESTIONS = {
    "a region": (lambda s: s.pain_rows([KNEE], 0, 9), ["SEARCH pain USING COVERING INDEX pain_by_place"], False),
    "regions": (lambda s: s.pain_rows([KNEE, PIRIFORMIS], 0), ["USING COVERING INDEX pain_by_place"], True),
    "all pain": (lambda s: s.pain_rows(None, 0, 9), ["USING COVERING INDEX pain_by_time"], False),
    "heat": (lambda s: s.heat(START_MS), ["USING COVERING INDEX pain_by_time"], True),
    "latest": (lambda s: s.latest_pain(since_ms=1), ["USING COVERING INDEX pain_by_time"], True),
    "latest here": (lambda s: s.latest_pain([KNEE], 1), ["USING COVERING INDEX pain_by_place"], True),
    "first page": (lambda s: s.page([Kind.PAIN]), ["USING COVERING INDEX pain_by_time"], False),
    "next page": (lambda s: s.page([Kind.DAY], (5, "x")), ["SEARCH day USING INDEX day_by_time"], False),
    "a page of all": (lambda s: s.page(before=(5, "x")), ["MERGE (UNION ALL)", *_BY_TIME], False),
    "the bin of all": (lambda s: s.page(deleted=True), ["MERGE (UNION ALL)", "USING INDEX rating_in_bin"], False),
    "search": (lambda s: list(s.counting(Sought(noted=True))), ["SCAN listing VIRTUAL TABLE INDEX"], False),
    "hits": (lambda s: s.found(Sought(noted=True)), ["SCAN listing VIRTUAL TABLE INDEX"], False),
    "bin": (lambda s: s.page([Kind.PAIN], deleted=True), ["USING INDEX pain_in_bin"], False),
    "by id": (lambda s: s.entry("x", Kind.RATING), ["USING INDEX sqlite_autoindex_rating_1"], False),
    "ratings here": (lambda s: s.rating_rows(KNEE), ["USING COVERING INDEX rating_by_place"], True),
    "ratings": (lambda s: s.ratings("x"), ["USING INDEX rating_by_release"], True),
    "trials": (lambda s: s.trials(KNEE), ["USING INDEX rating_by_release"], True),
    "spot": (lambda s: s.pains_at_spot("x"), ["USING INDEX pain_by_spot"], True),
    "told apart": (lambda s: s.told_apart([KNEE], "woke me"), ["USING INDEX pain_by_place (place=?)"], False),
    "marks": (lambda s: s.mark_rows(Kind.RELEASE, 0, 9), ["USING INDEX release_by_time (utc>? AND utc<?)"], False),
    "point": (lambda s: s.pain_rows_at_spot("x"), ["USING INDEX pain_by_spot"], True),
    "points": (lambda s: s.latest_at_spots(["x", "y"], 5), ["USING INDEX pain_by_spot"], True),
    "rated": (lambda s: s.rated_releases([KNEE]), ["USING INDEX rating_by_release"], True),
    "releases": (lambda s: s.entries(Kind.RELEASE, Wanted(since_ms=5)), ["USING INDEX release_by_time"], False),
    "first day": (lambda s: s.days_begin(), ["pain_by_time", "release_by_time", "day_by_time"], False),
    "check-ins": (lambda s: s.checked_days(), ["USING INDEX day_by_time"], False),
    "undo": (lambda s: s.undo_label(), ["SCAN action"], False),
    "redo": (lambda s: s.redo_label(), ["USING INDEX action_undone"], False),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_plan(store: EntryStore, question: str) -> None:
    ask, expected, may_sort = QUESTIONS[question]
    asked: list[str] = []
    store._db.conn.set_trace_callback(asked.append)
    ask(store)
    store._db.conn.set_trace_callback(None)
    ours = [sql for sql in asked if not sql.startswith("--")]  # the others are those of FTS5 itself
    plan = " | ".join(row[3] for sql in ours for row in store._db.execute(f"EXPLAIN QUERY PLAN {sql}"))
    for part in expected:
        assert part in plan
    assert may_sort or "TEMP B-TREE" not in plan, plan


def test_a_save_is_ten_statements(store: EntryStore) -> None:
    store.put([entry(pain())], label="the first, for which the statements are prepared")
    asked: list[str] = []
    store._db.conn.set_trace_callback(asked.append)
    store.put([entry(pain())], label="the next")
    store._db.conn.set_trace_callback(None)
    assert len({sql for sql in asked if not sql.startswith("--")}) == 10
