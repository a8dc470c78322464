"""Now against then: two maps in the same colours, and a third that shows what became better and what worse."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from knotbook.analysis.measures import Measure, Span
from knotbook.bodymap.camera import Camera
from knotbook.bodymap.comparison import Comparison
from knotbook.bodymap.date_range import DateRange
from knotbook.bodymap.geometry import Geometry
from knotbook.bodymap.heat_words import scale_of, span_words
from knotbook.bodymap.legend import MapLegend
from knotbook.bodymap.look_keys import LookKeys
from knotbook.bodymap.names import Names
from knotbook.bodymap.quiet_picture import ChangePicture, QuietPicture
from knotbook.bodymap.scales import Scale
from knotbook.controls.icons import icon
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme

PRESETS = (30, 7, 90, 0)
"""Days against as many before; 0: the last 30 against the first 30 of the diary."""
_OWN = -1
_MONTH = 30


def preset_spans(preset: int, today: date, first: date) -> tuple[Span, Span]:
    """(then, now) of a preset. `first`: the first day of the diary."""
    now = Span.last_days(today, preset or _MONTH)
    if preset:
        return now.before, now
    return Span(first, first + timedelta(days=_MONTH - 1)), now


class CompareView(QWidget):
    """Shows a `Comparison`. `spans_chosen(Span, Span)`: then and now; `preset_chosen(int)`; `measure_chosen(Measure)`;
    `closed`: back to the ordinary map; `save_requested`.
    """

    spans_chosen = Signal(object, object)
    preset_chosen = Signal(int)
    measure_chosen = Signal(object)
    save_requested = Signal()
    closed = Signal()

    def __init__(self, geometry: Geometry, names: Names, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._shown: Comparison | None = None
        self._preset_shown: int | None = PRESETS[0]
        self.then = QuietPicture(geometry, names, theme, self)
        self.now = QuietPicture(geometry, names, theme, self)
        self.change = ChangePicture(geometry, names, theme, self)
        self.legend, self.change_legend = MapLegend(theme, self), MapLegend(theme, self)
        self.change_legend.set_scale(Scale.CHANGE)
        self.lines, self.about = QLabel(self), QLabel(self)
        self._build()
        self._lay_out()
        for picture in self.pictures:
            picture.pointed.connect(self._pointed)
            picture.looked.connect(self._look_alike)
        self.looking = LookKeys(self, self.then)
        self.looking.left.connect(self.closed)
        self.setFocusProxy(self._preset)
        self.set_theme(theme)

    @property
    def pictures(self) -> tuple[QuietPicture, ...]:
        """Then, now, and the change."""
        return (self.then, self.now, self.change)

    @property
    def shown(self) -> Comparison | None:
        """What is on show."""
        return self._shown

    def show_comparison(self, shown: Comparison) -> None:
        """Show both spans by the same colours, the difference, and what it is in words."""
        self._shown = shown
        scale = scale_of(shown.measure)
        self.then.set_heat(shown.then_values, self.tr("then"), scale)
        self.now.set_heat(shown.now_values, self.tr("now"), scale)
        self.change.show_changes({c.place: c.points for c in shown.changes.both})
        self.legend.set_scale(scale)
        self._spans[0].setText(span_words(shown.then))
        self._spans[1].setText(span_words(shown.now))
        self._measure.blockSignals(True)
        self._measure.setCurrentIndex(self._measure.findData(shown.measure))
        self._measure.blockSignals(False)
        words = "\n".join(shown.lines(self._names))
        self.lines.setText(words)
        self.change.setAccessibleDescription(words)
        self._pointed(None)

    def set_preset(self, preset: int | None) -> None:
        """Show `preset` as chosen; None: dates of the person's own."""
        self._preset_shown = preset
        self._preset.blockSignals(True)
        self._preset.setCurrentIndex(self._preset.findData(_OWN if preset is None else preset))
        self._preset.blockSignals(False)

    def set_theme(self, theme: Theme) -> None:
        """Hand the theme to every part."""
        for picture in self.pictures:
            picture.set_theme(theme)
        self.legend.set_theme(theme)
        self.change_legend.set_theme(theme)
        self._close.setIcon(icon("close", theme.ink_soft))
        self._save.setIcon(icon("camera", theme.ink_soft))

    def pick(self, which: int) -> DateRange | None:
        """Let the person pick the dates of then (0) or now (1)."""
        if self._shown is None:
            return None
        spans = [self._shown.then, self._shown.now]
        picker = DateRange(spans[which], self)
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def picked(span: Span) -> None:
            spans[which] = span
            self.spans_chosen.emit(*spans)

        picker.picked.connect(picked)
        picker.left.connect(lambda: self.set_preset(self._preset_shown))
        picker.open_above(self._spans[which])
        return picker

    def _look_alike(self, camera: Camera) -> None:
        """One was zoomed or moved: the other two follow."""
        for picture in self.pictures:
            if picture is not self.sender():
                picture.look_from(camera)

    def _pointed(self, place: Place | None) -> None:
        """The same place is marked on all three, and told in words."""
        for picture in self.pictures:
            if picture is not self.sender():
                picture.point_at(place)
        known = place is not None and self._shown is not None
        hint = self.tr("Point at a place to read its numbers.")
        self.about.setText(self._shown.about(place, self._names) if known and self._shown and place else hint)

    def _build(self) -> None:
        self.lines.setWordWrap(True)
        self.lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.about.setProperty("role", "caption")
        self._preset = self._box(
            self.tr("What is compared"),
            [
                (self.tr("Last 30 days against the 30 before"), PRESETS[0]),
                (self.tr("Last 7 days against the 7 before"), PRESETS[1]),
                (self.tr("Last 90 days against the 90 before"), PRESETS[2]),
                (self.tr("Last 30 days against the first 30"), PRESETS[3]),
                (self.tr("Dates of your own"), _OWN),
            ],
        )
        self._measure = self._box(
            self.tr("Measure"),
            [
                (self.tr("Mean"), Measure.MEAN),
                (self.tr("Worst"), Measure.WORST),
                (self.tr("Days over 4"), Measure.BAD_DAYS),
                (self.tr("Days with pain"), Measure.PAIN_DAYS),
            ],
        )
        self._spans = [self._span_button(number) for number in (0, 1)]
        self._preset.currentIndexChanged.connect(lambda _index: self._preset_picked())
        self._measure.currentIndexChanged.connect(
            lambda _index: self.measure_chosen.emit(Measure(self._measure.currentData()))
        )
        self._save = self._button("", self.tr("Save this picture (PNG)"))
        self._save.clicked.connect(self.save_requested)
        self._close = self._button(self.tr("Back to the map"), self.tr("Back to the map (Esc)"))
        self._close.clicked.connect(self.closed)

    def _preset_picked(self) -> None:
        preset = int(self._preset.currentData())
        if preset == _OWN:
            self.pick(0)
        else:
            self.preset_chosen.emit(preset)

    def _span_button(self, number: int) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "quiet")
        button.setToolTip(self.tr("Pick other dates"))
        button.clicked.connect(lambda: self.pick(number))
        return button

    def _box(self, name: str, items: list[tuple[str, object]]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        for words, value in items:
            box.addItem(words, value)
        return box

    def _button(self, words: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(tip)
        button.setAccessibleName(words or tip)
        button.setProperty("role", "quiet")
        button.setIconSize(QSize(20, 20))
        icons = Qt.ToolButtonStyle
        button.setToolButtonStyle(icons.ToolButtonTextBesideIcon if words else icons.ToolButtonIconOnly)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        for box in (self._preset, self._measure):
            head.addWidget(box)
        head.addStretch(1)
        for button in (self._save, self._close):
            head.addWidget(button)
        maps = QGridLayout()
        maps.setSpacing(8)
        titles = (self.tr("Then"), self.tr("Now"), self.tr("Change"))
        under = (*self._spans, QLabel(self.tr("now less then"), self))
        under[2].setProperty("role", "caption")
        for column, (title, below, picture) in enumerate(zip(titles, under, self.pictures, strict=True)):
            name = QLabel(title, self)
            name.setProperty("role", "heading")
            row = QHBoxLayout()
            row.addWidget(name)
            row.addWidget(below)
            row.addStretch(1)
            maps.addLayout(row, 0, column)
            maps.addWidget(picture, 1, column)
            maps.setColumnStretch(column, 1)
            picture.setMinimumWidth(200)
            picture.setAccessibleName(title)
        maps.setRowStretch(1, 1)
        self.sheet = QWidget(self)
        self.sheet.setProperty("role", "page")
        self.sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kept = QVBoxLayout(self.sheet)
        kept.setContentsMargins(0, 0, 0, 0)
        kept.setSpacing(8)
        kept.addLayout(maps, 1)
        legends = QHBoxLayout()
        legends.addWidget(self.legend)
        legends.addStretch(1)
        legends.addWidget(self.change_legend)
        kept.addLayout(legends)
        kept.addWidget(self.lines)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(0, 0, 0, 0)
        column_box.setSpacing(8)
        column_box.addLayout(head)
        column_box.addWidget(self.sheet, 1)
        column_box.addWidget(self.about)
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
