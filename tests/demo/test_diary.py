"""The made-up diary: always the same, believable, and containing what it is said to contain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from statistics import mean, median, stdev
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools.atlas.svg import read_svg

from knotbook.demo.course import flare_plan
from knotbook.demo.diary import demo_bodies, demo_entries
from knotbook.demo.pen import Written, made_ms
from knotbook.demo.words import LABEL, MADE_UP
from knotbook.domain.clock import Instant
from knotbook.domain.place import Place, Side, View
from knotbook.domain.records import (
    JOURNAL_KINDS,
    KIND_OF,
    Body,
    Day,
    Effort,
    Exercise,
    JointSign,
    Kind,
    Moment,
    Pain,
    Rating,
    Release,
    Sign,
    Spot,
)
from knotbook.resources.beneath import Beneath
from knotbook.resources.catalogue import Catalogue
from knotbook.resources.outline import Outline

UNTIL = Instant.of(datetime(2026, 3, 3, 10, 30), "Europe/Berlin")
SEEDS = (7, 1, 2)
BODYMAP = Path(__file__).parents[2] / "assets" / "bodymap"
T = TypeVar("T")
OUTER_KNEE = Place("knee_outer", Side.RIGHT)


@cache
def diary(seed: int = 7) -> tuple[Written, ...]:
    return tuple(demo_bodies(UNTIL, seed))


def of(kind: type[T], pairs: Iterable[Written]) -> list[T]:
    return [body for _, body in pairs if isinstance(body, kind)]


def day_of(body: Body) -> date | None:
    return body.day if isinstance(body, Day) else None if isinstance(body, Spot) else body.when.day()


def by_day(pains: Iterable[Pain]) -> dict[date, float]:
    values: dict[date, list[int]] = defaultdict(list)
    for pain in pains:
        values[pain.when.day()].append(pain.intensity)
    return {day: mean(numbers) for day, numbers in sorted(values.items())}


def changes(seed: int, place: str, pain_for: str, moment: Moment) -> list[int]:
    """Rating at `moment` minus the one before, for each release of `place` for `pain_for`."""
    wanted = {
        record_id
        for record_id, body in diary(seed)
        if isinstance(body, Release) and str(body.place) == place and str(body.pain_for[0]) == pain_for
    }
    ratings = {(r.release, r.moment): r.intensity for r in of(Rating, diary(seed)) if r.release in wanted}
    return [value - ratings[release, Moment.BEFORE] for (release, when), value in ratings.items() if when is moment]


def test_same_seed_same_diary_another_seed_another() -> None:
    assert demo_bodies(UNTIL) == list(diary())
    assert demo_bodies(UNTIL, seed=8) != list(diary())


def test_ids_are_unique_uuid7_in_order_of_time() -> None:
    ids = [record_id for record_id, _ in diary()]
    assert len(set(ids)) == len(ids) and ids == sorted(ids)
    assert all(record_id[14] == "7" and record_id[19] in "89ab" and len(record_id) == 36 for record_id in ids)
    for record_id, body in diary():
        if not isinstance(body, Day | Spot):
            assert made_ms(record_id) == body.when.utc_ms


def test_it_ends_at_the_moment_given_and_spans_six_months() -> None:
    last = made_ms(diary()[-1][0])
    assert 0 <= UNTIL.utc_ms - last < 30 * 60_000
    first = next(day for _, body in diary() if (day := day_of(body)))
    assert (UNTIL.day() - first).days == 182


def test_the_first_entry_says_that_it_is_made_up() -> None:
    first = diary()[0][1]
    assert isinstance(first, Pain) and first.note == MADE_UP
    assert "made up" in MADE_UP and LABEL == "Made-up diary"


def test_every_kind_of_record_is_there() -> None:
    assert {KIND_OF[type(body)] for _, body in diary()} >= {*JOURNAL_KINDS, Kind.SPOT}
    assert {sign.sign for sign in of(JointSign, diary())} >= {Sign.CLICK, Sign.POP, Sign.GRIND, Sign.CATCH}
    assert {exercise.kind for exercise in of(Exercise, diary())} == set(Effort)
    assert {rating.moment for rating in of(Rating, diary())} == set(Moment)


@pytest.mark.parametrize("seed", SEEDS)
def test_many_entries_a_day_and_some_days_missed(seed: int) -> None:
    counts: dict[date, int] = defaultdict(int)
    for _, body in diary(seed):
        if day := day_of(body):
            counts[day] += 1
    quiet = {day.day for day in of(Day, diary(seed)) if day.no_pain}
    full = [n for day, n in counts.items() if day not in quiet and day != UNTIL.day()]
    assert 2300 <= len(diary(seed)) <= 3200
    assert mean(6 <= n <= 20 for n in full) > 0.85 and max(full) <= 26
    assert 8 <= 183 - len(counts) <= 30


def test_all_places_are_in_the_catalogue() -> None:
    catalogue = Catalogue.load()
    for _, body in diary():
        if isinstance(body, Pain | JointSign | Release | Rating | Spot):
            assert body.place in catalogue
        if isinstance(body, Release):
            assert all(place in catalogue for place in body.pain_for)
        if isinstance(body, Exercise):
            assert all(place in catalogue for place in body.muscles)


def test_points_lie_in_the_muscle_they_are_for() -> None:
    catalogue, beneath = Catalogue.load(), Beneath.load()
    checked = 0
    for _, body in diary():
        if isinstance(body, Pain | Release) and catalogue.structures[body.place.structure].kind == "muscle":
            for point in body.points:
                found = [under.place for under in beneath.stack(point.view, point.x, point.y)]
                assert body.place in found, (body.place, point)
                checked += 1
    assert checked > 500


def test_points_lie_in_the_drawn_region_of_their_own_side() -> None:
    drawn = {}
    for view in (View.FRONT, View.BACK, View.SIDE):
        for shape in read_svg(BODYMAP / f"{view}.svg").shapes:
            rings = [[c for point in curve.sampled() for c in point] for curve in shape.curves]
            drawn[view, shape.id] = Outline.of(rings)
    for _, body in diary():
        if isinstance(body, Pain | Release):
            left = body.place.side is Side.LEFT  # drawn once, on the right
            region = str(body.place.mirrored if left else body.place)
            for point in body.points:
                assert drawn[point.view, region].reaches(-point.x if left else point.x, point.y, 1), (body.place, point)


def test_ratings_belong_to_releases_and_follow_them() -> None:
    releases = {record_id: body for record_id, body in diary() if isinstance(body, Release)}
    for rating in of(Rating, diary()):
        release = releases[rating.release]
        assert rating.place in release.pain_for
        assert rating.when.utc_ms >= release.when.utc_ms - 60_000


def test_pains_of_a_named_spot_lie_beside_it() -> None:
    spots = {record_id: body for record_id, body in diary() if isinstance(body, Spot)}
    pains = [pain for pain in of(Pain, diary()) if pain.spot]
    assert len(spots) == 2 and len(pains) > 40
    for pain in pains:
        spot = spots[pain.spot or ""]
        assert spot.place == pain.place
        assert abs(spot.point.x - pain.points[0].x) < 7 and abs(spot.point.y - pain.points[0].y) < 7


@pytest.mark.parametrize("seed", SEEDS)
def test_the_ball_on_gluteus_minimus_eases_the_outer_knee_and_the_quads_do_not(seed: int) -> None:
    ball = changes(seed, "gluteus_minimus.right", "knee_outer.right", Moment.HALF_HOUR)
    quads = changes(seed, "vastus_lateralis.right", "knee_outer.right", Moment.HALF_HOUR)
    assert len(ball) >= 25 and len(quads) >= 12
    assert mean(ball) < -1.5
    assert abs(mean(quads)) < 0.6
    assert mean(changes(seed, "gluteus_minimus.right", "knee_outer.right", Moment.NEXT_MORNING)) < -0.5


@pytest.mark.parametrize("seed", SEEDS)
def test_the_knee_is_better_on_the_day_after_the_ball(seed: int) -> None:
    knee = by_day(pain for pain in of(Pain, diary(seed)) if pain.place == OUTER_KNEE)
    pressed = {r.when.day() for r in of(Release, diary(seed)) if r.place.structure == "gluteus_minimus"}
    steps = [(day, knee[day + timedelta(days=1)] - value) for day, value in knee.items() if day + timedelta(1) in knee]
    after = [step for day, step in steps if day in pressed]
    without = [step for day, step in steps if day not in pressed]
    assert mean(after) < mean(without) - 1.0


@pytest.mark.parametrize("seed", SEEDS)
def test_pressing_the_left_adductor_makes_it_worse(seed: int) -> None:
    worse = changes(seed, "adductor_longus.left", "adductor_longus.left", Moment.HALF_HOUR)
    assert len(worse) >= 12
    assert mean(worse) > 0.8


@pytest.mark.parametrize("seed", SEEDS)
def test_hard_sessions_set_the_hip_back(seed: int) -> None:
    hard = {x.when.day() for x in of(Exercise, diary(seed)) if x.effort is not None and x.effort >= 7}
    hip = by_day(pain for pain in of(Pain, diary(seed)) if pain.place.structure.startswith(("gluteus", "piriformis")))
    after = [value for day, value in hip.items() if day - timedelta(days=1) in hard]
    apart = [value for day, value in hip.items() if not {day - timedelta(1), day - timedelta(2)} & hard]
    assert len(hard) >= 12
    assert mean(after) > mean(apart) + 0.8


def test_rest_weeks_have_no_strength_work() -> None:
    rests = {x.when.day() for x in of(Exercise, diary()) if x.kind is Effort.REST}
    strength = {x.when.day() for x in of(Exercise, diary()) if x.kind is Effort.STRENGTHEN}
    assert len(rests) >= 6
    assert not rests & strength


def onsets(days: dict[date, float]) -> list[date]:
    """Days on which a flare begins: 2 points over the last fortnight's median, 4 or more, after two calmer days."""
    flaring: dict[date, bool] = {}
    starts = []
    for day, value in days.items():
        before = [days[d] for i in range(1, 15) if (d := day - timedelta(i)) in days]
        flaring[day] = len(before) >= 4 and value >= median(before) + 2 and value >= 4
        if flaring[day] and not any(flaring.get(day - timedelta(i)) for i in (1, 2)):
            starts.append(day)
    return starts


def test_gaps_between_flares_lengthen() -> None:
    early, late = [], []
    for seed in (7, 1, 2, 3, 4, 5):
        starts = onsets(by_day(pain for pain in of(Pain, diary(seed)) if pain.place.structure == "piriformis"))
        gaps = [(b - a).days for a, b in pairwise(starts)]
        assert len(starts) >= 10
        early += gaps[: len(gaps) // 2]
        late += gaps[-(len(gaps) // 2) :]
    assert mean(late) > 1.25 * mean(early)


def test_flares_are_planned_with_longer_and_longer_gaps() -> None:
    for seed in range(20):
        starts = sorted(flare_plan(Random(seed), 183))
        gaps = [b - a for a, b in pairwise(starts)]
        assert len(gaps) >= 8
        assert mean(gaps[-4:]) > 1.5 * mean(gaps[:4])


@pytest.mark.parametrize("seed", SEEDS)
def test_days_hang_together_and_get_better(seed: int) -> None:
    for structure in ("piriformis", "knee_outer"):
        days = by_day(pain for pain in of(Pain, diary(seed)) if pain.place.structure == structure)
        values = list(days.values())
        middle = mean(values)
        pairs = [(a, days[day + timedelta(1)]) for day, a in days.items() if day + timedelta(1) in days]
        lag = mean((a - middle) * (b - middle) for a, b in pairs) / stdev(values) ** 2
        assert 0.1 < lag < 0.75
        assert 0.9 < stdev(values) < 2.6
        assert mean(values[-40:]) < mean(values[:40]) - 0.8


def test_nights_words_and_quiet_days() -> None:
    pains = of(Pain, diary())
    nights = [pain for pain in pains if "woke me" in pain.context]
    assert len(nights) > 30 and all(pain.when.local().hour < 6 for pain in nights)
    assert any("cramp" in pain.qualities for pain in nights)
    quiet = {day.day for day in of(Day, diary()) if day.no_pain}
    assert len(quiet) >= 5
    assert all(pain.intensity == 0 for pain in pains if pain.when.day() in quiet)
    assert set(range(11)) <= {pain.intensity for pain in pains}
    notes = {getattr(body, "note", "") for _, body in diary()} - {""}
    assert len(notes) > 40 and "Drove three hours to my sister's. Should have stopped more." in notes
    assert any(rating.recalled for rating in of(Rating, diary()))


def test_entries_are_created_when_they_were_written() -> None:
    entries = demo_entries(UNTIL)
    assert [(entry.id, entry.body) for entry in entries] == list(diary())
    assert all(entry.created_ms == entry.changed_ms <= UNTIL.utc_ms for entry in entries)


@settings(max_examples=8, deadline=None)
@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2031, 1, 1)),
    st.sampled_from(["UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Auckland", "Asia/Kathmandu"]),
    st.integers(0, 2**31),
)
def test_it_can_end_at_any_moment_anywhere(moment: datetime, zone: str, seed: int) -> None:
    until = Instant.of(moment.replace(tzinfo=UTC), zone)
    written = demo_bodies(until, seed, days=40)
    assert len(written) > 300
    assert max(made_ms(record_id) for record_id, _ in written) <= until.utc_ms
    first = written[0][1]
    assert isinstance(first, Pain) and first.note == MADE_UP
