"""Words for a pain: the most used first, one's own added, unwanted ones hidden."""

from __future__ import annotations

from knotbook.domain.clock import Instant
from knotbook.domain.place import Place
from knotbook.domain.records import Pain, Word, WordUse
from knotbook.logbook.chip_words import Chip, offered, toggled

ACHE, CRAMP = Chip("ache", WordUse.QUALITY), Chip("cramp", WordUse.QUALITY)
STAIRS = Chip("on stairs", WordUse.CONTEXT)
USUAL = (ACHE, CRAMP, STAIRS)


def pain(qualities: tuple[str, ...] = (), context: tuple[str, ...] = ()) -> Pain:
    place = Place.parse("piriformis.right")
    return Pain(when=Instant(0, "UTC", 0), place=place, intensity=6, qualities=qualities, context=context)


def test_the_most_used_word_comes_first_and_words_of_the_diary_are_offered() -> None:
    pains = [pain(("cramp", "zapping"), ("on stairs",)), pain((), ("on stairs",))]
    zapping = Chip("zapping", WordUse.QUALITY)
    assert offered(USUAL, [], pains) == [STAIRS, CRAMP, zapping, ACHE]


def test_own_words_are_offered_and_hidden_ones_are_not() -> None:
    own = [Word(word="zapping", use=WordUse.QUALITY), Word(word="ache", use=WordUse.QUALITY, hidden=True)]
    assert offered(USUAL, own, [pain(("ache",))]) == [Chip("zapping", WordUse.QUALITY), CRAMP, STAIRS]


def test_a_press_adds_a_word_and_another_takes_it_away() -> None:
    with_it = toggled(toggled(pain(), CRAMP), STAIRS)
    assert (with_it.qualities, with_it.context) == (("cramp",), ("on stairs",))
    assert toggled(toggled(with_it, CRAMP), STAIRS) == pain()
