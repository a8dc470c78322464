"""How much of an exercise was done: the fields that exercises and the steps of routines share."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from knotbook.controls.amount_box import AmountBox
from knotbook.controls.field import AnswerError
from knotbook.controls.names import Names
from knotbook.controls.place_field import PlacesField
from knotbook.domain.place import Place
from knotbook.domain.records import Effort, Exercise, Step
from knotbook.logbook.amounts import kind_words
from knotbook.resources.theme import Theme


class ActForm(QWidget):
    """Shows a step and gives it back changed. `edited`: something was changed. `entered`: Enter in a number.

    `with_release`: may be a release too.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, names: Names, theme: Theme, parent: QWidget, *, with_release: bool = False) -> None:
        super().__init__(parent)
        self._step = Step(name="-")
        self._kinds: list[Effort | None] = [*Effort, *([None] if with_release else [])]
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(self.tr("What it is for"))
        self.kind.setToolTip(self.tr("What it is for"))
        self.kind.addItems([kind_words(kind) if kind else self.tr("Release") for kind in self._kinds])
        self.sets = AmountBox(self.tr("Sets"), self, most=99, first=3)
        self.reps = AmountBox(self.tr("Repeats in a set"), self, most=999, first=10)
        self.seconds = AmountBox(self.tr("Seconds"), self, most=86_400, step=5, first=30, unit=self.tr(" s"))
        self.load = AmountBox(
            self.tr("Load in kilograms"), self, most=999, step=0.5, first=5, decimals=2, unit=self.tr(" kg")
        )
        self.places = PlacesField(self.tr("Muscles"), names, theme, self)
        self.places.set_value(())
        self._lay_out()
        self.kind.activated.connect(lambda _index: self._kind_chosen())
        for box in self._boxes():
            box.valueChanged.connect(lambda _value: self.edited.emit())
            box.entered.connect(self.entered)
        self.places.edited.connect(self.edited)

    def show_step(self, step: Step) -> None:
        """Show `step`; nothing is said of it as edited."""
        self.blockSignals(True)
        self._step = step
        self.kind.setCurrentIndex(self._kinds.index(step.kind))
        for box, value in zip(self._boxes(), (step.sets, step.reps, step.seconds, step.load_kg), strict=True):
            box.set_amount(value)
        self.places.set_value(step.places)
        self._fit()
        self.blockSignals(False)

    def step(self) -> Step:
        """What stands in the fields. Raises AnswerError, and says it at the field, if a muscle is not understood."""
        try:
            places: tuple[Place, ...] = self.places.value()
        except AnswerError as problem:
            self.places.complain(str(problem))
            raise
        kind = self._kinds[self.kind.currentIndex()]
        made = replace(self._step, kind=kind, seconds=self.seconds.whole(), places=places)
        if kind is None:
            return replace(made, sets=None, reps=None, load_kg=None)
        return replace(made, sets=self.sets.whole(), reps=self.reps.whole(), load_kg=self.load.amount())

    def _kind_chosen(self) -> None:
        self._fit()
        self.edited.emit()

    def _fit(self) -> None:
        """A release has a place and a time, no sets and no load."""
        is_release = self._kinds[self.kind.currentIndex()] is None
        for across, box in enumerate(self._boxes()):
            wanted = box is self.seconds or not is_release
            for widget in (box, self._captions[box]):
                widget.setVisible(wanted)
            self._grid.setColumnStretch(across, int(wanted))
        self.places.label.setText(self.tr("Where it presses") if is_release else self.tr("Muscles"))

    def _boxes(self) -> tuple[AmountBox, ...]:
        return self.sets, self.reps, self.seconds, self.load

    def _lay_out(self) -> None:
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        self._captions: dict[QWidget, QLabel] = {}
        labels = (self.tr("Sets"), self.tr("Repeats"), self.tr("Time"), self.tr("Load"))
        for across, (words, box) in enumerate(zip(labels, self._boxes(), strict=True)):
            label = QLabel(words, self)
            label.setProperty("role", "caption")
            label.setBuddy(box)
            self._captions[box] = label
            grid.addWidget(label, 0, across)
            grid.addWidget(box, 1, across)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.kind)
        column.addLayout(grid)
        column.addWidget(self.places)


def as_step(done: Exercise) -> Step:
    """What was done, as a step that can be done again."""
    return Step(
        name=done.name,
        kind=done.kind,
        places=done.muscles,
        sets=done.sets,
        reps=done.reps,
        seconds=done.seconds,
        load_kg=done.load_kg,
    )
