"""Which fields each kind of entry is asked with. A form is rows of (attribute of the body, field)."""

from __future__ import annotations

from collections.abc import Callable

from knotbook.controls.field import Field
from knotbook.controls.names import Names
from knotbook.controls.place_field import PlaceField, PlacesField
from knotbook.domain.clock import Clock
from knotbook.domain.records import Body, Day, Effort, Exercise, JointSign, Lasting, Moment, Pain, Rating, Release, Sign
from knotbook.journal.editor.choice import CheckField, ChoiceField
from knotbook.journal.editor.number import NrsField
from knotbook.journal.editor.tags import TagField
from knotbook.journal.editor.texts import LineField, NoteField, NumberField, SecondsField
from knotbook.journal.editor.when import DateField, WhenField
from knotbook.journal.words import effort_words, moment_words, sign_words, tr
from knotbook.resources.theme import Theme
from knotbook.resources.words import load_words

Asked = tuple[str, Field]
Form = list[list[Asked]]


class FormMaker:
    """Makes the form of a body. Raises ValueError for a kind that the journal does not list."""

    def __init__(self, names: Names, theme: Theme, clock: Clock) -> None:
        self._names = names
        self._theme = theme
        self._clock = clock

    def form(self, body: Body) -> Form:
        """Fresh fields, showing nothing yet."""
        makers: dict[type, Callable[[], Form]] = {
            Pain: self._pain,
            JointSign: self._sign,
            Release: self._release,
            Rating: self._rating,
            Exercise: self._exercise,
            Day: self._day,
        }
        if isinstance(body, Lasting):
            raise ValueError("only what happened is edited in the journal")
        return makers[type(body)]()

    def _pain(self) -> Form:
        usual = load_words()
        return [
            [self._place()],
            [self._number()],
            [self._when()],
            [("qualities", TagField(tr("journal", "How it felt"), usual.qualities, self._theme))],
            [("context", TagField(tr("journal", "What was going on"), usual.context, self._theme))],
            [self._note()],
            [self._recalled()],
        ]

    def _sign(self) -> Form:
        signs = [(sign, sign_words(sign)) for sign in Sign]
        return [
            [self._place()],
            [("sign", ChoiceField(tr("journal", "What it did"), signs, self._theme))],
            [self._when()],
            [self._note()],
        ]

    def _release(self) -> Form:
        theme = self._theme
        return [
            [self._place()],
            [self._when()],
            [
                ("tool", LineField(tr("journal", "With what"), theme)),
                ("seconds", SecondsField(tr("journal", "How long"), theme)),
                ("pressure", self._to_ten(tr("journal", "Pressure, 0 to 10"))),
            ],
            [("pain_for", PlacesField(tr("journal", "For which pain"), self._names, theme))],
            [self._note()],
        ]

    def _rating(self) -> Form:
        moments = [(moment, moment_words(moment)) for moment in Moment]
        return [
            [self._place()],
            [self._number()],
            [("moment", ChoiceField(tr("journal", "Rated"), moments, self._theme))],
            [self._when()],
            [self._recalled()],
        ]

    def _exercise(self) -> Form:
        theme = self._theme
        kinds = [(kind, effort_words(kind)) for kind in Effort]
        named = tr("journal", "Give the exercise a name.")
        return [
            [
                ("name", LineField(tr("journal", "Exercise"), theme, required=named)),
                ("kind", ChoiceField(tr("journal", "For"), kinds, theme)),
            ],
            [self._when()],
            [
                ("sets", NumberField(tr("journal", "Sets"), theme)),
                ("reps", NumberField(tr("journal", "Repeats in a set"), theme)),
                ("seconds", SecondsField(tr("journal", "How long"), theme)),
            ],
            [
                ("load_kg", NumberField(tr("journal", "Load in kg"), theme, whole=False)),
                ("effort", self._to_ten(tr("journal", "Effort, 0 to 10"))),
            ],
            [("muscles", PlacesField(tr("journal", "Muscles"), self._names, theme))],
            [self._note()],
        ]

    def _day(self) -> Form:
        theme = self._theme
        return [
            [("day", DateField(tr("journal", "Day"), self._clock, theme))],
            [("no_pain", CheckField(tr("journal", "Nothing hurt"), theme))],
            [
                ("sleep_hours", NumberField(tr("journal", "Hours of sleep"), theme, most=24, whole=False)),
                ("nights_woken", NumberField(tr("journal", "Times woken"), theme)),
                ("sitting_hours", NumberField(tr("journal", "Hours of sitting"), theme, most=24, whole=False)),
            ],
            [
                ("stress", self._to_ten(tr("journal", "Stress, 0 to 10"))),
                ("mood", self._to_ten(tr("journal", "Mood, 0 to 10"))),
            ],
            [self._note()],
        ]

    def _place(self) -> Asked:
        return "place", PlaceField(tr("journal", "Where"), self._names, self._theme)

    def _number(self) -> Asked:
        return "intensity", NrsField(tr("journal", "How strong, 0 to 10"), self._theme)

    def _when(self) -> Asked:
        return "when", WhenField(tr("journal", "When"), self._clock, self._theme)

    def _note(self) -> Asked:
        return "note", NoteField(tr("journal", "Note"), self._theme)

    def _recalled(self) -> Asked:
        return "recalled", CheckField(tr("journal", "Filled in later, from memory"), self._theme)

    def _to_ten(self, label: str) -> NumberField:
        return NumberField(label, self._theme, most=10)
