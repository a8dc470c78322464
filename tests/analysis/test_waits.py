"""Half an hour without a release: one session in four, and which ratings make a pair."""

from __future__ import annotations

from knotbook.analysis.waits import BEGAN, ENDED, is_compared, open_waits, waited_pairs
from knotbook.domain.clock import Instant
from knotbook.domain.ids import new_id
from knotbook.domain.place import Place
from knotbook.domain.records import Body, Entry, Pain, Release

KNEE, HIP, GLUTE = (Place.parse(p) for p in ("knee_outer.right", "hip_joint.right", "gluteus_minimus.right"))
T0 = 1_772_530_200_000
MIN = 60_000


def entry(body: Body) -> Entry:
    return Entry(id=new_id(T0), body=body, created_ms=T0, changed_ms=T0)


def pain(minute: int, intensity: int, tag: str = "", place: Place = KNEE, *, recalled: bool = False) -> Entry:
    when = Instant(T0 + minute * MIN, "UTC", 0)
    context = (tag,) if tag else ()
    return entry(Pain(when=when, place=place, intensity=intensity, context=context, recalled=recalled))


def release(minute: int, place: Place = GLUTE, pain_for: tuple[Place, ...] = (KNEE,)) -> Entry:
    return entry(Release(when=Instant(T0 + minute * MIN, "UTC", 0), place=place, pain_for=pain_for))


def test_about_one_session_in_four_and_always_the_same_ones() -> None:
    ids = [new_id(T0) for _ in range(4000)]
    compared = [i for i in ids if is_compared(i)]
    assert 850 < len(compared) < 1150
    assert all(is_compared(i) for i in compared)
    assert is_compared("019cb2d8-1040-7000-8000-000000000004")
    assert not is_compared("019cb2d8-1040-7000-8000-000000000005")


def test_a_begun_wait_is_open_until_it_is_answered() -> None:
    began = pain(0, 6, BEGAN)
    assert open_waits([began, pain(10, 5)]) == [began]
    assert open_waits([began, pain(20, 5, ENDED)]) == [began], "twenty minutes are no half hour"
    assert open_waits([began, pain(31, 5, ENDED)]) == []
    assert open_waits([began, pain(31, 5, ENDED, HIP)]) == [began]


def test_a_pair_is_two_ratings_and_no_release_between() -> None:
    pains = [pain(0, 6, BEGAN), pain(0, 4, BEGAN, HIP), pain(31, 5, ENDED), pain(31, 4, ENDED, HIP)]
    assert [(p.place, p.before, p.after) for p in waited_pairs(pains, [])] == [(KNEE, 6, 5), (HIP, 4, 4)]
    assert [p.place for p in waited_pairs(pains, [release(10)])] == [HIP]
    assert len(waited_pairs(pains, [release(-5), release(30)])) == 2


def test_each_end_answers_one_wait_and_a_recalled_one_counts_at_any_time() -> None:
    pains = [pain(0, 6, BEGAN), pain(31, 5, ENDED), pain(200, 7, BEGAN), pain(500, 3, ENDED, recalled=True)]
    assert [(p.before, p.after, p.recalled) for p in waited_pairs(pains, [])] == [(6, 5, False), (7, 3, True)]
    late = [pain(0, 6, BEGAN), pain(500, 3, ENDED)]
    assert waited_pairs(late, []) == []
