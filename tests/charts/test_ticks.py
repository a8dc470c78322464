from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knotbook.charts.ticks import STEPS, Step, Unit, step_for, ticks, unit_start

BERLIN = ZoneInfo("Europe/Berlin")
HOUR_MS, DAY_MS = 3_600_000, 86_400_000
HOUR, SIX_HOURS = Step(Unit.HOUR, 1, HOUR_MS, Unit.DAY), Step(Unit.HOUR, 6, 6 * HOUR_MS, Unit.DAY)
DAY, WEEK = Step(Unit.DAY, 1, DAY_MS, Unit.MONTH), Step(Unit.WEEK, 1, 7 * DAY_MS, Unit.MONTH)


def ms(text: str, zone: ZoneInfo = BERLIN) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=zone).timestamp() * 1000


def walls(start: float, end: float, step: Step, zone: ZoneInfo = BERLIN) -> list[str]:
    return [tick.local.isoformat(" ", "minutes") for tick in ticks(start, end, step, zone)]


def test_the_day_the_clocks_go_forward_has_no_two_o_clock_and_is_23_hours_long() -> None:
    start, end = ms("2026-03-29 00:00"), ms("2026-03-30 00:00")
    hours = [text[-5:] for text in walls(start, end - 1, HOUR)]
    assert hours[:4] == ["00:00", "01:00", "03:00", "04:00"]
    assert len(hours) == 23
    first, second = ticks(start, end, DAY, BERLIN)
    assert second.at - first.at == 23 * HOUR_MS


def test_the_day_the_clocks_go_back_has_two_o_clock_twice_and_is_25_hours_long() -> None:
    start, end = ms("2026-10-25 00:00"), ms("2026-10-26 00:00")
    found = ticks(start, end - 1, HOUR, BERLIN)
    assert [t.local.hour for t in found][:5] == [0, 1, 2, 2, 3]
    assert len(found) == 25
    assert all(b.at - a.at == HOUR_MS for a, b in pairwise(found))
    assert [t.local.hour for t in ticks(start, end - 1, SIX_HOURS, BERLIN)] == [0, 6, 12, 18]


def test_days_stay_at_local_midnight_over_a_clock_change() -> None:
    found = ticks(ms("2026-03-27 12:00"), ms("2026-03-31 12:00"), DAY, BERLIN)
    assert [t.local.day for t in found] == [28, 29, 30, 31]
    assert [t.at for t in found] == [ms(f"2026-03-{day} 00:00") for day in (28, 29, 30, 31)]


def test_a_day_without_a_midnight_begins_when_the_clocks_went_forward() -> None:
    sao_paulo = ZoneInfo("America/Sao_Paulo")
    start = ms("2018-11-03 12:00", sao_paulo)
    (tick,) = ticks(start, start + DAY_MS, DAY, sao_paulo)
    assert tick.local == datetime(2018, 11, 4)
    assert tick.at == ms("2018-11-04 01:00", sao_paulo)
    hours = [text[-5:] for text in walls(start, start + DAY_MS, SIX_HOURS, sao_paulo)]
    assert hours == ["12:00", "18:00", "00:00", "06:00", "12:00"]


def test_a_day_with_two_midnights_begins_once() -> None:
    havana = ZoneInfo("America/Havana")
    found = ticks(ms("2025-11-01 12:00", havana), ms("2025-11-02 12:00", havana), HOUR, havana)
    midnights = [t for t in found if t.local == datetime(2025, 11, 2)]
    assert len(midnights) == 1
    assert midnights[0].at == ms("2025-11-02 00:00", havana)


def test_weeks_begin_on_mondays_months_and_years_on_the_first() -> None:
    assert walls(ms("2026-02-25 00:00"), ms("2026-03-12 00:00"), WEEK) == ["2026-03-02 00:00", "2026-03-09 00:00"]
    quarter = Step(Unit.MONTH, 3, 0, Unit.YEAR)
    assert walls(ms("2025-11-05 00:00"), ms("2026-05-01 00:00"), quarter) == ["2026-01-01 00:00", "2026-04-01 00:00"]
    five = Step(Unit.YEAR, 5, 0, None)
    found = walls(ms("2011-01-01 00:00"), ms("2026-06-01 00:00"), five)
    assert [text[:4] for text in found] == ["2015", "2020", "2025"]


def test_zones_off_the_full_hour_have_their_ticks_at_their_own_hours() -> None:
    kathmandu = ZoneInfo("Asia/Kathmandu")
    start = ms("2026-03-03 00:00", kathmandu)
    assert [text[-5:] for text in walls(start, start + DAY_MS - 1, SIX_HOURS, kathmandu)] == [
        *("00:00", "06:00", "12:00", "18:00")
    ]


@pytest.mark.parametrize(
    ("unit", "began"), [(Unit.DAY, "2026-10-25"), (Unit.MONTH, "2026-10-01"), (Unit.YEAR, "2026-01-01")]
)
def test_the_unit_that_is_going_on(unit: Unit, began: str) -> None:
    assert unit_start(ms("2026-10-25 22:30"), unit, BERLIN).at == ms(f"{began} 00:00")


def test_the_finest_step_that_leaves_room_is_taken() -> None:
    room = dict.fromkeys(Unit, 50.0)
    assert step_for(HOUR_MS / 50, room).width_ms == HOUR_MS
    assert step_for(HOUR_MS / 49, room).width_ms == 3 * HOUR_MS
    assert step_for(10_000 * 365 * DAY_MS, room) == STEPS[-1]


@given(
    st.floats(0, 2e12),
    st.sampled_from(STEPS),
    st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"]),
)
def test_ticks_ascend_and_lie_inside(start: float, step: Step, name: str) -> None:
    end = start + 12 * step.width_ms
    found = [tick.at for tick in ticks(start, end, step, ZoneInfo(name))]
    assert found == sorted(set(found))
    assert all(start <= at <= end for at in found)
    assert 10 <= len(found) <= 14
