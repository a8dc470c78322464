"""Since when a span counts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from knotbook.domain.clock import Instant
from knotbook.shell.map_link import since_ms


@pytest.mark.parametrize(
    ("noon", "midnight"),
    [
        (datetime(2025, 3, 30, 10, tzinfo=UTC), datetime(2025, 3, 29, 23, tzinfo=UTC)),  # the day of 23 hours
        (datetime(2025, 10, 26, 11, tzinfo=UTC), datetime(2025, 10, 25, 22, tzinfo=UTC)),  # the day of 25 hours
        (datetime(2025, 6, 1, 10, tzinfo=UTC), datetime(2025, 5, 31, 22, tzinfo=UTC)),
    ],
)
def test_today_begins_at_midnight_on_the_wall_even_when_the_clocks_change(noon: datetime, midnight: datetime) -> None:
    now = Instant.of(noon, "Europe/Berlin")
    assert since_ms(now, 1) == Instant.of(midnight, "Europe/Berlin").utc_ms


def test_other_spans_count_whole_days_back() -> None:
    now = Instant(1_000_000_000_000, "UTC", 0)
    assert since_ms(now, 7) == now.utc_ms - 7 * 86_400_000
    assert since_ms(now, 0) == now.utc_ms - 86_400_000
