from __future__ import annotations

from knotbook.analysis.marks import MarkKind, amended, marks_of, near, owned

RELEASES = marks_of(MarkKind.RELEASE, [(10, "a", "piriformis.right"), (20, "b", "psoas.left"), (20, "c", "psoas.left")])
NOTES = marks_of(MarkKind.NOTE, [(20, "n", "slept badly")])


def test_a_span_holds_both_its_ends() -> None:
    assert RELEASES.window(10, 20) == slice(0, 3)
    assert RELEASES.window(10.5, 19.5) == slice(1, 1)
    assert marks_of(MarkKind.DAY, []).window(0, 5) == slice(0, 0)


def test_what_belongs_to_the_chart_comes_first() -> None:
    lanes = (owned(RELEASES, frozenset({"piriformis.right"})), NOTES)
    found, total = near(lanes, 0, 30, 2)
    assert [mark.id for mark in found] == ["a", "n"]
    assert total == 4
    assert [mark.id for mark in near(lanes, 0, 30, 3)[0]] == ["a", "b", "n"]
    assert [mark.words for mark in near(lanes, 15, 30, 9)[0]] == ["psoas.left", "psoas.left", "slept badly"]


def test_lanes_that_are_amended_are_those_that_would_be_read_anew() -> None:
    rows = [(n * 10, f"{n:02}", ("ball", "strap", "stick")[n % 3]) for n in range(30)]
    whole = marks_of(MarkKind.EXERCISE, rows)
    part = marks_of(MarkKind.EXERCISE, [*rows[:4], (45, "old", "gone"), *rows[5:29]])
    found = amended(part, {"old"}, [rows[29], rows[4]])
    assert (found.ids, found.words, found.utc_ms.tolist()) == (whole.ids, whole.words, whole.utc_ms.tolist())
    assert [found.told.words[number] for number in found.told.which] == list(found.words)
    assert owned(found, frozenset({"strap"})).own.tolist() == owned(whole, frozenset({"strap"})).own.tolist()
