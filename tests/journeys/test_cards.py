"""The card about a place: a key away, what to stay off first, links to other places, plain counts of this diary."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel

from knotbook.domain.clock import Instant
from knotbook.domain.place import Layer, Place
from knotbook.domain.records import Body, Moment, Pain, Rating, Release
from knotbook.resources.cards import card_notes, load_cards
from knotbook.shell.about_view import About, AboutView
from knotbook.shell.session import Session
from tests.journeys.conftest import Opened

PIRIFORMIS, KNEE = Place.parse("piriformis.right"), Place.parse("knee_outer.right")


def open_card(session: Session, place: str) -> About:
    panel = session.window.body.panel
    session.window.body.map.reveal(Place.parse(place))
    if not panel.place.about_open:
        panel.place.setFocus()
        QTest.keyClick(session.window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    about = panel.place.about.about()
    assert panel.place.about_open and about is not None
    return about


def numbers(about: About) -> dict[str, str]:
    return {fact.words: fact.numbers for section in about.sections for fact in section.facts}


def write(session: Session, *bodies: Body) -> list[str]:
    return [entry.id for entry in session.diary.record(*bodies, label="filled")]


def before(session: Session, days: float) -> Instant:
    now = session._clock.now()
    return Instant(now.utc_ms - round(days * 86_400_000), now.zone, now.offset_min)


def rated(session: Session, times: int) -> None:
    for day in range(times):
        when = before(session, day)
        (release,) = write(session, Release(when=when, place=PIRIFORMIS))
        write(
            session,
            Rating(release=release, moment=Moment.BEFORE, when=when, place=KNEE, intensity=6),
            Rating(release=release, moment=Moment.AFTER, when=when, place=KNEE, intensity=3),
        )


def test_the_card_is_closed_at_first_and_one_key_or_click_away(start: Opened) -> None:
    session = start()
    session.window.body.map.reveal(PIRIFORMIS)
    panel = session.window.body.panel.place
    assert not panel.about_open and panel.about.about() is None
    open_card(session, str(PIRIFORMIS))
    QTest.keyClick(session.window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert not panel.about_open


def test_every_card_says_what_to_stay_off_above_all_that_scrolls(start: Opened) -> None:
    session = start()
    view = session.window.body.panel.place.about
    for structure, card in load_cards().items():
        about = open_card_anywhere(session, structure)
        warning = next(f for f in view.findChildren(QFrame) if f.property("role") == "avoid")
        said = "\n".join(label.text() for label in warning.findChildren(QLabel))
        assert about.avoid == (card.avoid,) and escape(card.avoid) in said, structure
        assert warning.parent() is view and warning.isVisible() and escape(about.stop) in said, structure
        assert about.caveat == card_notes()["caveat"]
        felt = next(section for section in about.sections if section.text == card.refers)
        assert bool(felt.small) == card.verified == bool(felt.links), structure
        assert card.verified or felt.text.startswith("Not verified"), structure


def open_card_anywhere(session: Session, structure: str) -> About:
    place = next(p for p in session._catalogue.places() if p.structure == structure)
    session.window.map_link.choose(place)
    session.window.body.panel.place.show_tab(True)
    about = session.window.body.panel.place.about.about()
    assert about is not None
    return about


def test_a_link_goes_to_the_place_on_the_same_side(start: Opened) -> None:
    session = start()
    about = open_card(session, "gluteus_minimus.left")
    links = [link for section in about.sections for link in section.links]
    assert {link.place.side.value for link in links} == {"left"}
    assert "Outer knee" in {link.words for link in links}
    label = next(
        one for one in session.window.body.panel.place.about.findChildren(QLabel) if "knee_outer.left" in one.text()
    )
    label.linkActivated.emit("knee_outer.left")
    card = session.window.body.panel.card()
    assert card is not None and card.place == Place.parse("knee_outer.left")
    assert session.window.body.map.selected == card.place


def test_a_zone_links_what_lies_beneath_with_its_depth_and_what_to_stay_off(start: Opened) -> None:
    session = start()
    session.window.body.map.set_layer(Layer.SKIN)
    about = open_card(session, "knee_back.right")
    links = about.sections[0].links
    assert links and all(link.beside for link in links)
    assert any("clot" in words for words in about.avoid)


def test_what_the_diary_says_counts_and_keeps_quiet_below_eight_sessions(start: Opened) -> None:
    session = start()
    assert "Nothing logged or pressed here yet." in open_card(session, str(PIRIFORMIS)).sections[0].text
    for day, intensity in ((40, 9), (3, 4), (2, 5)):
        write(session, Pain(when=before(session, day), place=PIRIFORMIS, intensity=intensity))
    write(session, Pain(when=before(session, 3), place=KNEE, intensity=2))
    rated(session, 7)
    told = numbers(open_card(session, str(PIRIFORMIS)))
    assert told["Ratings"] == "3" and told["The last one"].startswith("5 · ")
    assert told["Mean of 30 days"] == "4.5"
    assert told["Times it was pressed"] == "7"
    assert told["Right outer knee (7)"] == "not enough yet"
    assert told["Right outer knee"] == "1"
    rated(session, 1)
    said = " ".join(str(part) for part in open_card(session, str(PIRIFORMIS)).sections[0]).lower()
    assert not [w for w in ("because", "help", "eased", "relie", "cause", "works", "improved") if w in said]
    assert numbers(open_card(session, str(PIRIFORMIS)))["Right outer knee (8)"] == "6 · 3 · –"


def test_the_card_is_only_read_while_it_is_open(start: Opened) -> None:
    session = start()
    open_card(session, str(PIRIFORMIS))
    view: AboutView = session.window.body.panel.place.about
    session.window.body.panel.place.show_tab(False)
    shown = view.about()
    write(session, Pain(when=before(session, 0), place=PIRIFORMIS, intensity=4))
    assert view.about() is shown
    session.window.body.panel.place.show_tab(True)
    assert numbers(view.about() or shown)["Ratings"] == "1"  # type: ignore[arg-type]
