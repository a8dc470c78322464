"""Ten made-up years for measuring: the size that is promised, valid, always the same."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from itertools import islice

from knotbook.demo.decade import ten_years
from knotbook.demo.pen import made_ms
from knotbook.domain.clock import Instant
from knotbook.domain.records import Day, Pain, Rating, Release
from knotbook.resources.catalogue import Catalogue

UNTIL = Instant.of(datetime(2026, 3, 3, 10, 30), "Europe/Berlin")


def test_twenty_pains_and_twenty_others_a_day() -> None:
    written = list(ten_years(UNTIL, days=60))
    kinds = Counter(type(body).__name__ for _, body in written)
    assert kinds["Pain"] == 60 * 20
    assert kinds.total() == 60 * 40
    per_day = Counter(body.when.day() for _, body in written if isinstance(body, Pain))
    assert len(per_day) == 60 and set(per_day.values()) == {20}
    assert max(per_day) < UNTIL.day()


def test_ten_years_are_the_default() -> None:
    first = next(day for _, body in ten_years(UNTIL) if isinstance(body, Pain) and (day := body.when.day()))
    assert (UNTIL.day() - first).days == 3650


def test_ids_are_unique_and_in_order() -> None:
    ids = [record_id for record_id, _ in ten_years(UNTIL, days=30)]
    assert ids == sorted(ids) and len(set(ids)) == len(ids)


def test_same_arguments_same_pairs() -> None:
    assert list(islice(ten_years(UNTIL), 200)) == list(islice(ten_years(UNTIL), 200))
    assert list(islice(ten_years(UNTIL, seed=12), 200)) != list(islice(ten_years(UNTIL), 200))


def test_places_exist_ratings_have_releases_and_clocks_are_right() -> None:
    catalogue = Catalogue.load()
    releases: set[str] = set()
    for record_id, body in ten_years(UNTIL, days=400):
        if isinstance(body, Day):
            continue
        assert body.when == Instant.of(body.when.local(), "Europe/Berlin")  # also across both clock changes
        assert made_ms(record_id) == body.when.utc_ms
        if isinstance(body, Release):
            releases.add(record_id)
        if isinstance(body, Rating):
            assert body.release in releases
        if isinstance(body, Pain):
            assert body.place in catalogue
