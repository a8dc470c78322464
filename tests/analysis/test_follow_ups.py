"""When what is asked: over quiet hours, restarts, sleep, a clock set back, summer time and journeys."""

from __future__ import annotations

from datetime import datetime

import pytest

from knotbook.analysis.follow_ups import (
    IGNORED,
    PATIENCE_MS,
    SNOOZE_MS,
    Ask,
    Known,
    Plan,
    Pressed,
    Rules,
    Waiting,
    plan,
    pressed,
)
from knotbook.analysis.wall import HOUR_MS, MINUTE_MS, is_quiet, wall_ms
from knotbook.domain.clock import Instant
from knotbook.domain.ids import new_id
from knotbook.domain.place import Place
from knotbook.domain.records import Entry, Moment, Rating, Release

BERLIN = "Europe/Berlin"
GLUTE, KNEE, HIP = (Place.parse(p) for p in ("gluteus_minimus.right", "knee_outer.right", "hip_joint.right"))
LOUD = Rules(quiet=None)


def at(text: str, zone: str = BERLIN) -> Instant:
    return Instant.of(datetime.fromisoformat(text), zone)


def session(
    name: str, when: Instant, places: tuple[Place, ...] = (GLUTE, KNEE), rated: set[tuple[Moment, Place]] | None = None
) -> Pressed:
    return Pressed(name, when.utc_ms - 90_000, when.utc_ms, places, frozenset(rated or ()))


def asked(made: Plan) -> list[tuple[Ask, Place | None, list[str]]]:
    return [(q.ask, q.place, [d.source for d in q.dues]) for q in (made.question, *made.waiting) if q is not None]


def first(made: Plan) -> tuple[Ask, Place | None, int] | None:
    return None if made.question is None else (made.question.ask, made.question.place, len(made.behind))


MORNING = at("2026-03-03T10:00")


def test_nothing_is_asked_before_half_an_hour_and_it_knows_when_to_wake() -> None:
    made = plan(at("2026-03-03T10:29"), Known((session("a", MORNING),)), LOUD)
    assert made.question is None and made.waiting == ()
    assert made.wake_ms == at("2026-03-03T10:30").utc_ms


def test_half_an_hour_after_the_end_each_place_is_asked_one_at_a_time() -> None:
    made = plan(at("2026-03-03T10:30"), Known((session("a", MORNING),)), LOUD)
    assert first(made) == (Ask.HALF_HOUR, GLUTE, 1)
    rated = session("a", MORNING, rated={(Moment.HALF_HOUR, GLUTE)})
    assert first(plan(at("2026-03-03T10:30"), Known((rated,)), LOUD)) == (Ask.HALF_HOUR, KNEE, 0)
    both = session("a", MORNING, rated={(Moment.HALF_HOUR, GLUTE), (Moment.HALF_HOUR, KNEE)})
    assert plan(at("2026-03-03T10:30"), Known((both,)), LOUD).question is None


def test_the_half_hour_counts_from_the_end_not_the_beginning() -> None:
    body = Release(when=MORNING, place=GLUTE, seconds=600, pain_for=(KNEE, GLUTE))
    entry = Entry(id=new_id(MORNING.utc_ms), body=body, created_ms=0, changed_ms=0)
    one = pressed(entry, ())
    assert one.places == (GLUTE, KNEE)
    assert plan(at("2026-03-03T10:39"), Known((one,)), LOUD).question is None
    assert plan(at("2026-03-03T10:40"), Known((one,)), LOUD).question is not None


def test_what_was_rated_is_read_from_the_ratings() -> None:
    entry = Entry(id=new_id(1), body=Release(when=MORNING, place=GLUTE), created_ms=0, changed_ms=0)
    rating = Rating(release=entry.id, moment=Moment.HALF_HOUR, when=MORNING, place=GLUTE, intensity=0)
    done = Entry(id=new_id(2), body=rating, created_ms=0, changed_ms=0)
    assert pressed(entry, (done,)).rated == {(Moment.HALF_HOUR, GLUTE)}
    with pytest.raises(TypeError):
        pressed(done, ())


def test_a_missed_one_is_not_asked_any_more_but_can_be_filled_in_as_recalled() -> None:
    late = at("2026-03-03T11:30")
    made = plan(late, Known((session("a", MORNING, (KNEE,)),)), LOUD)
    assert made.question is None
    (missing,) = made.waiting
    assert missing.recalled(late) == (True,)
    in_time = plan(at("2026-03-03T11:29"), Known((session("a", MORNING, (KNEE,)),)), LOUD)
    assert in_time.question is not None and in_time.question.recalled(at("2026-03-03T11:29")) == (False,)


def test_after_three_days_nobody_is_asked_to_recall() -> None:
    made = plan(at("2026-03-06T10:01"), Known((session("a", MORNING),), (Waiting("w", MORNING.utc_ms, KNEE),)), LOUD)
    assert made == Plan()


def test_two_releases_due_at_once_are_one_question_for_the_same_place() -> None:
    one = session("a", MORNING, (GLUTE, KNEE))
    two = session("b", at("2026-03-03T10:04"), (HIP, KNEE))
    made = plan(at("2026-03-03T10:40"), Known((one, two)), LOUD)
    assert first(made) == (Ask.HALF_HOUR, GLUTE, 2)
    knees = [[d.source for d in q.dues] for q in made.waiting if q.place == KNEE]
    assert knees == [["b"], ["a"]], "filled in later, each has its own half hour"
    rated = frozenset({(Moment.HALF_HOUR, GLUTE)})
    asked_next = plan(at("2026-03-03T10:40"), Known((Pressed("a", 0, one.ended_ms, (GLUTE, KNEE), rated), two)), LOUD)
    assert asked_next.question is not None
    assert [d.source for d in asked_next.question.dues] == ["a", "b"]  # one number now answers both


def test_next_morning_is_asked_at_the_persons_hour_and_once_for_all_of_yesterday() -> None:
    done = {(Moment.HALF_HOUR, KNEE)}
    many = tuple(session(n, at(f"2026-03-03T1{n}:00"), (KNEE,), done) for n in "0369")
    assert plan(at("2026-03-04T07:59"), Known(many), LOUD).question is None
    made = plan(at("2026-03-04T08:00"), Known(many), LOUD)
    assert made.question is not None and made.behind == ()
    assert [d.source for d in made.question.dues] == list("0369")
    assert plan(at("2026-03-04T12:00"), Known(many), LOUD).question is None
    assert len(plan(at("2026-03-04T12:00"), Known(many), LOUD).waiting) == 1


@pytest.mark.parametrize(
    ("released", "asked_at"),
    [
        ("2026-03-03T23:50", "2026-03-04T08:00"),
        ("2026-03-04T03:30", "2026-03-04T08:00"),  # a bad night: the morning after it
        ("2026-03-04T06:00", "2026-03-05T08:00"),  # already up: not the same morning
    ],
)
def test_which_morning_is_the_next(released: str, asked_at: str) -> None:
    one = session("a", at(released), (KNEE,), {(Moment.HALF_HOUR, KNEE)})
    assert plan(at(released), Known((one,)), LOUD).wake_ms == at(asked_at).utc_ms


def test_summer_time_leaves_the_morning_at_eight_and_the_half_hour_half_an_hour() -> None:
    night = session("a", at("2026-03-28T22:00"), (KNEE,), {(Moment.HALF_HOUR, KNEE)})  # clocks go forward at 2:00
    assert plan(at("2026-03-28T23:00"), Known((night,)), LOUD).wake_ms == at("2026-03-29T08:00").utc_ms
    gap = Instant.of(datetime.fromisoformat("2026-03-29T00:50:00+00:00"), BERLIN)  # 1:50, ten minutes before the gap
    made = plan(gap, Known((session("a", gap, (KNEE,)),)), LOUD)
    assert made.wake_ms is not None
    assert Instant(made.wake_ms, BERLIN, 120).local().strftime("%H:%M") == "03:20"
    autumn = session("a", at("2026-10-24T22:00"), (KNEE,), {(Moment.HALF_HOUR, KNEE)})
    assert plan(at("2026-10-24T23:00"), Known((autumn,)), LOUD).wake_ms == at("2026-10-25T08:00").utc_ms


def test_a_morning_hour_that_the_clocks_jump_over_is_the_first_after_it() -> None:
    now = at("2026-03-28T23:00")
    assert wall_ms(datetime(2026, 3, 29).date(), 150, now) == at("2026-03-29T03:00").utc_ms


def test_a_traveller_is_asked_in_the_morning_of_where_they_are() -> None:
    one = session("a", at("2026-03-03T22:00"), (KNEE,), {(Moment.HALF_HOUR, KNEE)})
    in_new_york = at("2026-03-04T07:59", "America/New_York")
    assert plan(in_new_york, Known((one,)), LOUD).question is None
    assert first(plan(at("2026-03-04T08:00", "America/New_York"), Known((one,)), LOUD)) == (Ask.NEXT_MORNING, KNEE, 0)
    tokyo = at("2026-03-04T08:00", "Asia/Tokyo")
    assert plan(tokyo, Known((one,)), LOUD).question is None, "two hours after the release it is not the next morning"


def test_quiet_hours_hold_everything_back_and_wake_at_their_end() -> None:
    rules = Rules(quiet=(22 * 60, 10 * 60), morning=9 * 60)
    one = session("a", at("2026-03-03T12:00"), (KNEE,), {(Moment.HALF_HOUR, KNEE)})
    made = plan(at("2026-03-04T09:30"), Known((one,)), rules)
    assert made.question is None and len(made.waiting) == 1
    assert made.wake_ms == at("2026-03-04T10:00").utc_ms
    assert first(plan(at("2026-03-04T10:00"), Known((one,)), rules)) == (Ask.NEXT_MORNING, KNEE, 0)


@pytest.mark.parametrize(
    ("quiet", "time", "is_so"),
    [
        ((1320, 420), "23:00", True),
        ((1320, 420), "06:59", True),
        ((1320, 420), "07:00", False),
        ((600, 660), "10:30", True),
        ((600, 660), "11:00", False),
        ((600, 600), "10:00", False),
        (None, "03:00", False),
    ],
)
def test_quiet_hours(quiet: tuple[int, int] | None, time: str, is_so: bool) -> None:
    assert is_quiet(at(f"2026-03-03T{time}"), quiet) is is_so


def test_snoozed_it_comes_back_and_ignored_it_does_not_but_still_waits() -> None:
    known = Known((session("a", MORNING, (KNEE,)),))
    now = at("2026-03-03T10:31")
    question = plan(now, known, LOUD).question
    assert question is not None
    key = question.dues[0].key
    again = now.utc_ms + SNOOZE_MS
    snoozed = plan(now, known, LOUD, {key: again})
    assert snoozed.question is None and snoozed.wake_ms == again
    assert plan(at("2026-03-03T10:41"), known, LOUD, {key: again}).question == question
    ignored = plan(at("2026-03-03T10:41"), known, LOUD, {key: IGNORED})
    assert ignored.question is None and [q.place for q in ignored.waiting] == [KNEE]


def test_a_clock_set_back_neither_loses_nor_doubles_and_does_not_snooze_for_ever() -> None:
    known = Known((session("a", MORNING, (KNEE,)),))
    back = at("2026-03-03T08:00")
    made = plan(back, known, LOUD)
    assert made.question is None and made.waiting == () and made.wake_ms == at("2026-03-03T10:30").utc_ms
    made = plan(at("2026-03-03T10:35"), known, LOUD, {made_key(known): at("2026-03-04T10:00").utc_ms})
    assert first(made) == (Ask.HALF_HOUR, KNEE, 0)


def made_key(known: Known) -> str:
    question = plan(at("2026-03-03T10:35"), known, LOUD).question
    assert question is not None
    return question.dues[0].key


def test_a_machine_asleep_over_both_times_wakes_to_one_question() -> None:
    one = session("a", at("2026-03-03T21:00"), (KNEE,))
    made = plan(at("2026-03-04T09:00"), Known((one,)), LOUD)
    assert first(made) == (Ask.NEXT_MORNING, KNEE, 0)
    assert [q.ask for q in made.waiting] == [Ask.NEXT_MORNING, Ask.HALF_HOUR]


def test_half_hours_and_mornings_can_be_switched_off() -> None:
    known = Known((session("a", MORNING, (KNEE,)),))
    rules = Rules(half_hour=False, next_morning=False, quiet=None)
    assert plan(at("2026-03-03T10:30"), known, rules) == Plan()


# -- half an hour without a release


def test_a_wait_is_rated_after_half_an_hour_before_anything_else() -> None:
    wait = Waiting("w", MORNING.utc_ms, KNEE)
    known = Known((session("a", at("2026-03-03T09:50"), (HIP,)),), (wait,))
    assert first(plan(at("2026-03-03T10:30"), known, LOUD)) == (Ask.WAITED, KNEE, 1)


@pytest.mark.parametrize(("minute", "broken"), [(10, True), (29, True), (30, False)])
def test_a_release_for_the_same_pain_breaks_the_wait(minute: int, broken: bool) -> None:
    when = MORNING.utc_ms + minute * MINUTE_MS
    release = Pressed("a", when, when + 90_000, (GLUTE, KNEE), frozenset())
    made = plan(at("2026-03-03T10:40"), Known((release,), (Waiting("w", MORNING.utc_ms, KNEE),)), LOUD)
    assert (made.question is None) is broken


def test_a_release_elsewhere_does_not_break_it() -> None:
    release = Pressed("a", MORNING.utc_ms + MINUTE_MS, MORNING.utc_ms + 2 * MINUTE_MS, (HIP,), frozenset())
    made = plan(at("2026-03-03T10:30"), Known((release,), (Waiting("w", MORNING.utc_ms, KNEE),)), LOUD)
    assert first(made) == (Ask.WAITED, KNEE, 0)


# -- check-ins

EVENING = Rules(quiet=None, check_ins=(20 * 60 + 30, 9 * 60))


def test_a_check_in_is_asked_at_its_time_and_the_later_one_takes_over() -> None:
    assert plan(at("2026-03-03T08:59"), Known(), EVENING).wake_ms == at("2026-03-03T09:00").utc_ms
    assert first(plan(at("2026-03-03T09:00"), Known(), EVENING)) == (Ask.CHECK_IN, None, 0)
    late = plan(at("2026-03-03T21:00"), Known(), EVENING)
    assert first(late) == (Ask.CHECK_IN, None, 0)
    assert late.waiting == (), "a check-in that was missed is not a rating to recall"


def test_a_check_in_done_a_little_early_is_done_and_the_mornings_does_not_count_for_the_evening() -> None:
    early = at("2026-03-03T18:45").utc_ms
    assert plan(at("2026-03-03T20:30"), Known(checked_ms=early), EVENING).question is None
    morning = at("2026-03-03T09:05").utc_ms
    assert plan(at("2026-03-03T20:30"), Known(checked_ms=morning), EVENING).question is not None


def test_a_missed_check_in_is_gone_at_midnight() -> None:
    made = plan(at("2026-03-04T00:00"), Known(), EVENING)
    assert made.question is None and made.wake_ms == at("2026-03-04T09:00").utc_ms


def test_a_rating_comes_before_a_check_in_that_is_due_with_it() -> None:
    known = Known((session("a", at("2026-03-03T20:00"), (KNEE,)),))
    assert first(plan(at("2026-03-03T20:30"), known, EVENING)) == (Ask.HALF_HOUR, KNEE, 1)


def test_the_plan_is_the_same_whoever_makes_it_and_moves_only_at_its_wake_times() -> None:
    """A day in steps of a minute: what is asked changes at no other moment than one that was foretold."""
    known = Known((session("a", MORNING), session("b", at("2026-03-03T14:10"), (HIP, KNEE))))
    rules = Rules(check_ins=(20 * 60,))
    now, wake = at("2026-03-03T09:59"), None
    before = plan(now, known, rules)
    for _ in range(27 * 60):
        wake = before.wake_ms
        now = Instant.of(datetime.fromtimestamp((now.utc_ms + MINUTE_MS) / 1000).astimezone(), BERLIN)
        made = plan(now, known, rules)
        if asked(made) != asked(before):
            assert wake == now.utc_ms
        assert made.wake_ms is None or made.wake_ms > now.utc_ms
        before = made


def test_patience_is_longer_than_a_snooze() -> None:
    assert SNOOZE_MS < PATIENCE_MS == HOUR_MS
