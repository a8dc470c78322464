"""An entry as one row of the journal: every text, computed once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knotbook.controls.names import Names
from knotbook.domain.place import Place
from knotbook.domain.records import Day, Entry, Exercise, JointSign, Pain, Rating, Release
from knotbook.journal.details import details_of
from knotbook.journal.words import effort_words, kind_words, sign_words, time_words


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says.

    `day`, `time`: the wall clock where the person was; no time for a check-in. `what`: the kind of entry, or what the
    joint did. `where`: the plain name; `where_exactly`: the anatomical name, empty if it says the same. `number`: NRS 0
    to 10, None where there is none. `details`: what was said about it; `note`: the person's own words, on one line.
    """

    entry: Entry
    day: date
    time: str
    what: str
    where: str
    where_exactly: str
    number: int | None
    details: str
    note: str

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


def row_of(entry: Entry, names: Names) -> Row:
    """The row of an entry."""
    body = entry.body
    where, exactly = _where(entry, names)
    return Row(
        entry=entry,
        day=body.day if isinstance(body, Day) else _when(entry)[0],
        time="" if isinstance(body, Day) else _when(entry)[1],
        what=_what(entry),
        where=where,
        where_exactly=exactly,
        number=_number(entry),
        details=details_of(body, names),
        note=" ".join(getattr(body, "note", "").split()),
    )


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


