"""What an entry says besides when, what, where and how much."""

from __future__ import annotations

from collections.abc import Iterable

from knotbook.controls.names import Names
from knotbook.domain.records import Body, Day, Exercise, Pain, Rating, Release
from knotbook.journal.words import moment_words, number_words, seconds_words, tr

DOT = " · "


def details_of(body: Body, names: Names) -> str:
    """Short facts with a dot between them: "cramp · woke me", "lacrosse ball · 1 min 30 s · for right knee"."""
    match body:
        case Pain():
            return _joined((*body.qualities, *body.context, _recalled(body.recalled)))
        case Rating():
            return _joined((moment_words(body.moment), _recalled(body.recalled)))
        case Release():
            return _joined(_release(body, names))
        case Exercise():
            return _joined(_exercise(body))
        case Day():
            return _joined(_day(body))
        case _:
            return ""


def _joined(facts: Iterable[str]) -> str:
    return DOT.join(fact for fact in facts if fact)


def _recalled(recalled: bool) -> str:
    return tr("journal", "from memory") if recalled else ""


def _release(body: Release, names: Names) -> Iterable[str]:
    yield body.tool
    if body.seconds is not None:
        yield seconds_words(body.seconds)
    if body.pressure is not None:
        yield tr("journal", "pressure {n}").format(n=body.pressure)
    if body.pain_for:
        yield tr("journal", "for {places}").format(places=", ".join(names.spoken(p) for p in body.pain_for))


def _exercise(body: Exercise) -> Iterable[str]:
    yield _amount(body)
    if body.seconds is not None:
        yield seconds_words(body.seconds)
    if body.load_kg is not None:
        yield tr("journal", "{n} kg").format(n=number_words(body.load_kg))
    if body.effort is not None:
        yield tr("journal", "effort {n}").format(n=body.effort)


def _amount(body: Exercise) -> str:
    if body.sets is not None and body.reps is not None:
        return f"{body.sets} × {body.reps}"
    if body.sets is not None:
        return tr("journal", "{n} sets").format(n=body.sets)
    return "" if body.reps is None else tr("journal", "{n} times").format(n=body.reps)


def _day(body: Day) -> Iterable[str]:
    if body.no_pain:
        yield tr("journal", "nothing hurt")
    if body.sleep_hours is not None:
        yield tr("journal", "slept {n} h").format(n=number_words(body.sleep_hours))
    if body.nights_woken:
        yield tr("journal", "woken {n}×").format(n=body.nights_woken)
    if body.sitting_hours is not None:
        yield tr("journal", "sat {n} h").format(n=number_words(body.sitting_hours))
    if body.stress is not None:
        yield tr("journal", "stress {n}").format(n=body.stress)
    if body.mood is not None:
        yield tr("journal", "mood {n}").format(n=body.mood)
