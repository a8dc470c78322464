"""An entry as one row of the journal."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from knotbook.controls.names import Names
from knotbook.domain.place import Place
from knotbook.domain.records import Day, Entry, Exercise, JointSign, Pain, Rating, Release
from knotbook.journal.details import details_of
from knotbook.journal.words import effort_words, kind_words, sign_words, time_words


class Row:
    """What one row says, each text found out when it is first asked for: most rows are scrolled past."""

    def __init__(self, entry: Entry, names: Names) -> None:
        self.entry = entry
        self._names = names

    @cached_property
    def day(self) -> date:
        """The day by the wall clock where the person was."""
        return self.entry.body.day if isinstance(self.entry.body, Day) else _when(self.entry)[0]

    @cached_property
    def time(self) -> str:
        """The time by that clock; empty for a check-in."""
        return "" if isinstance(self.entry.body, Day) else _when(self.entry)[1]

    @cached_property
    def what(self) -> str:
        """The kind of entry, or what the joint did."""
        return _what(self.entry)

    @cached_property
    def where(self) -> str:
        """The plain name of the place, or the name of the exercise."""
        return _where(self.entry, self._names)[0]

    @cached_property
    def where_exactly(self) -> str:
        """The anatomical name, empty if it says the same; the muscles of an exercise."""
        return _where(self.entry, self._names)[1]

    @cached_property
    def number(self) -> int | None:
        """NRS 0 to 10, None where there is none."""
        return _number(self.entry)

    @cached_property
    def details(self) -> str:
        """What was said about it, in short facts."""
        return details_of(self.entry.body, self._names)

    @cached_property
    def note(self) -> str:
        """The person's own words, on one line."""
        return " ".join(getattr(self.entry.body, "note", "").split())

    @property
    def number_words(self) -> str:
        """The number as text, empty where there is none."""
        return "" if self.number is None else str(self.number)

    @property
    def place_words(self) -> str:
        """Both names of the place: "Right deep buttock, Right piriformis"."""
        return ", ".join(filter(None, (self.where, self.where_exactly)))

    @property
    def story(self) -> str:
        """Details and note in one line."""
        return " – ".join(filter(None, (self.details, self.note)))


def _when(entry: Entry) -> tuple[date, str]:
    when = getattr(entry.body, "when", None)
    if when is None:  # a named point has no moment of its own and is not listed
        return date.min, ""
    wall = when.local()
    return wall.date(), time_words(wall)


def _what(entry: Entry) -> str:
    match entry.body:
        case JointSign():
            return sign_words(entry.body.sign)
        case Exercise():
            return effort_words(entry.body.kind)
        case _:
            return kind_words(entry.kind)


def _where(entry: Entry, names: Names) -> tuple[str, str]:
    match entry.body:
        case Exercise():
            return entry.body.name, ", ".join(_upper(names.spoken(p)) if not i else names.spoken(p)
                                              for i, p in enumerate(entry.body.muscles))
        case Pain() | JointSign() | Release() | Rating():
            return both_names(entry.body.place, names)
        case _:
            return "", ""


def both_names(place: Place, names: Names) -> tuple[str, str]:
    """The plain and the anatomical name of a place; the second is empty if they are the same."""
    plain, name = names.plain(place), names.name(place)
    return plain, "" if name == plain else name


def _number(entry: Entry) -> int | None:
    match entry.body:
        case Pain() | Rating():
            return entry.body.intensity
        case Day() if entry.body.no_pain:
            return 0
        case _:
            return None


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
