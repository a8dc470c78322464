from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knotbook.charts.keys import span_for_key
from knotbook.charts.span import NARROWEST_MS, Span, last_days, limits, whole

DAY_MS = 86_400_000
NOW = 1_772_530_200_000.0

spans = st.builds(lambda start, length: Span(start, start + length), st.floats(0, 2e12), st.floats(NARROWEST_MS, 1e11))


@given(spans, st.floats(0.1, 10), st.floats(0, 1))
def test_zooming_leaves_the_moment_under_the_pointer_where_it_is(span: Span, factor: float, share: float) -> None:
    about = span.start + share * span.length
    zoomed = span.zoomed(factor, about)
    assert zoomed.length >= NARROWEST_MS - 1
    assert (about - zoomed.start) / zoomed.length == pytest.approx(share, abs=1e-6)


@given(spans, spans)
def test_within_limits_nothing_lies_outside_and_the_zoom_stays_if_it_can(span: Span, edge: Span) -> None:
    inside = span.within(edge)
    assert inside.start >= edge.start - 1 and inside.end <= edge.end + 1
    assert inside.length == pytest.approx(min(span.length, edge.length), rel=1e-6)


@given(spans, st.floats(0, 2e12))
def test_showing_a_moment_brings_it_inside_at_the_same_zoom(span: Span, moment: float) -> None:
    moved = span.showing(moment)
    assert moved.start < moment < moved.end
    assert moved.length == pytest.approx(span.length)


def test_last_days_end_a_little_after_now() -> None:
    week = last_days(7, NOW)
    assert week.length == pytest.approx(7 * DAY_MS)
    assert NOW < week.end < NOW + DAY_MS


def test_everything_has_room_at_both_ends_and_one_rating_lies_in_the_middle() -> None:
    both = whole(NOW - 100 * DAY_MS, NOW)
    assert both.start < NOW - 100 * DAY_MS and both.end > NOW
    one = whole(NOW, NOW)
    assert one.end - NOW == NOW - one.start == 3.5 * DAY_MS
    far = limits(NOW, NOW, last_days(365, NOW))
    assert far.length >= 365 * DAY_MS


def test_what_the_keys_do() -> None:
    edge, home, span = Span(0, 1e10), Span(9e9, 1e10), Span(2e9, 4e9)
    left = span_for_key(0x01000012, "", span, home, edge)
    assert left == Span(1.6e9, 3.6e9)
    closer = span_for_key(0, "+", span, home, edge)
    assert closer is not None and closer.length == pytest.approx(1.6e9)
    assert span_for_key(0, "0", span, home, edge) == home
    first, last = (span_for_key(key, "", span, home, edge) for key in (0x01000010, 0x01000011))
    assert first == Span(0, 2e9) and last == Span(8e9, 1e10)
    assert span_for_key(0, "x", span, home, edge) is None
