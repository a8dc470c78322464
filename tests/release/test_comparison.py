"""Half an hour without a release, to have something to compare with."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from knotbook.analysis.waits import BEGAN, ENDED
from knotbook.domain.clock import Instant
from knotbook.domain.place import Place
from knotbook.domain.records import Kind, Moment, Pain, Rating, Release
from knotbook.preferences.settings import Settings
from knotbook.shell.session import Session
from tests.release.conftest import GLUTE, KNEE, PIRIFORMIS, Hours, Opened
from tests.release.test_release import key, log, press_r, releases


@pytest.fixture
def compared(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.set("comparison", "on")
    monkeypatch.setattr("knotbook.shell.release_link.is_compared", lambda _id: True)


def test_one_in_four_offers_to_wait_and_the_pair_is_two_pains(start: Opened, hours: Hours, compared: None) -> None:
    session = start()
    log(session, KNEE, 6)
    panel = press_r(session, GLUTE)
    assert panel.setup.wait.isVisible()
    panel.setup.wait.click()
    assert panel.isVisible(), "first the number that is missing"
    key(session, Qt.Key.Key_3)
    panel.setup.wait.click()
    assert not panel.isVisible() and releases(session) == []
    hours.pass_by(minutes=30)
    reminders = session.release.reminders
    assert reminders is not None
    reminders.refresh()
    assert "without a release" in reminders.bar.why()
    reminders.bar.take_keyboard()
    key(session, Qt.Key.Key_3, Qt.Key.Key_5)
    assert reminders.bar.words() == ""
    from knotbook.analysis.waits import waited_pairs

    pairs = waited_pairs(session.diary.reader.entries(Kind.PAIN), session.diary.reader.entries(Kind.RELEASE))
    assert sorted((str(p.place), p.before, p.after) for p in pairs) == [(str(GLUTE), 3, 3), (str(KNEE), 6, 5)]
    assert session.release.worked is not None
    card = session.release.worked.card
    session.window.body.map.reveal(KNEE)
    assert card.isVisible()
    assert card.words() == ["Without a release, to compare, once. 30 min: not enough yet, 7 more to rate"]
    session.diary.undo()
    assert card.words() == [], "the second number is gone, so there is no pair"


def test_half_hours_without_a_release_stand_beside_those_with_one(start: Opened, hours: Hours) -> None:
    session = start()
    for minute, half_hour_later in enumerate((5, 5, 5, 6, 6, 7, 3, 5)):
        began = Instant(hours.wall.now().utc_ms - (minute + 1) * 3_600_000, "UTC", 0)
        ended = Instant(began.utc_ms + 31 * 60_000, "UTC", 0)
        session.diary.record(
            Pain(when=began, place=KNEE, intensity=6, context=(BEGAN,)),
            Pain(when=ended, place=KNEE, intensity=half_hour_later, context=(ENDED,)),
            Pain(when=ended, place=GLUTE, intensity=2, context=(ENDED,)),
            label="waited",
        )
    session.window.body.map.reveal(KNEE)
    assert session.release.worked is not None
    (told,) = session.release.worked.card.words()
    assert "8 times" in told and "lower 5 times, the same 2 times, higher 1 times, middle change −1" in told
    broken = Instant(hours.wall.now().utc_ms - 3_600_000 + 60_000, "UTC", 0)
    session.diary.record(Release(when=broken, place=GLUTE, pain_for=(KNEE,)), label="release in between")
    assert "7 times" in session.release.worked.card.words()[-1]


def test_it_can_be_switched_off(start: Opened, compared: None, settings: Settings) -> None:
    settings.set("comparison", "off")
    session = start()
    assert not press_r(session, GLUTE).setup.wait.isVisible()


def test_everything_in_the_panel_has_a_name_for_a_screen_reader(start: Opened) -> None:
    session = start()
    log(session, KNEE, 6)
    panel = press_r(session, GLUTE)
    for button in panel.findChildren(QPushButton):
        assert button.text() or button.accessibleName()
    assert panel.setup.pains.edit.accessibleName()


def test_what_was_tried_before_is_shown_when_a_pain_is_logged(start: Opened, hours: Hours) -> None:
    session = start()
    for before, later in [(6, 3)] * 6 + [(5, 5), (4, 6), (6, 4)]:
        hours.pass_by(minutes=60)
        _rated_release(session, GLUTE, before, later)
    _rated_release(session, PIRIFORMIS, 6, 6)
    log(session, KNEE, 6)
    worked = session.release.worked
    assert worked is not None and worked.card.isVisible()
    told = worked.card.words()
    assert told[0].startswith("Right gluteus minimus, 9 times. 30 min: lower 7 times, the same 1 times, higher 1 times")
    assert "middle change −3" in told[0] and "not enough yet, 8 more to rate" in told[0]
    assert told[1] == "Right piriformis, once. Not enough yet: 7 more with numbers before and after"
    log(session, Place.parse("hip_joint.left"), 3)
    assert not worked.card.isVisible()


def _rated_release(session: Session, place: Place, before: int, later: int) -> None:
    now = session._clock.now()
    (entry,) = session.diary.record(Release(when=now, place=place, pain_for=(KNEE,)), label="x")
    both = ((Moment.BEFORE, before), (Moment.HALF_HOUR, later))
    session.diary.record(
        *(Rating(release=entry.id, moment=m, when=now, place=KNEE, intensity=n) for m, n in both), label="x"
    )


def test_no_word_of_the_card_speaks_of_a_cause(start: Opened) -> None:
    session = start()
    _rated_release(session, GLUTE, 6, 3)
    log(session, KNEE, 6)
    assert session.release.worked is not None
    said = " ".join(session.release.worked.card.words()).casefold()
    assert not {word for word in ("help", "work", "because", "cause", "effect", "weak") if word in said}
    assert isinstance(session.diary.reader.entries(Kind.PAIN)[0].body, Pain)
