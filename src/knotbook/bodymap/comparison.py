"""Two spans side by side, worked out and ready to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from knotbook.analysis.change import Change, Changes
from knotbook.analysis.measures import Measure, Span
from knotbook.bodymap.heat_words import measure_words, scale_of
from knotbook.bodymap.names import Names
from knotbook.bodymap.scales import change_words
from knotbook.domain.place import Place

_MOST = 4  # names in one sentence


@dataclass(frozen=True, slots=True)
class Comparison:
    """Values 0 to 10 of two spans by the same measure, and what changed between them."""

    then: Span
    now: Span
    measure: Measure
    then_values: Mapping[Place, float]
    now_values: Mapping[Place, float]
    changes: Changes

    def lines(self, names: Names) -> tuple[str, ...]:
        """What changed in words, so that no colour is needed to know it: better, worse, same, only in one."""
        changes = self.changes
        told = [
            _listed(_tr("Better"), [self._changed(c, names) for c in changes.better]),
            _listed(_tr("Worse"), [self._changed(c, names) for c in changes.worse]),
            _listed(_tr("About the same"), [names.name(c.place) for c in changes.same]),
            _listed(_tr("Rated only then"), [names.name(place) for place in changes.only_then]),
            _listed(_tr("Rated only now"), [names.name(place) for place in changes.only_now]),
        ]
        return tuple(line for line in told if line) or (_tr("Nothing was rated in either span."),)

    def about(self, place: Place, names: Names) -> str:
        """All there is to say of one place: both values, the change, the days behind them."""
        scale, name = scale_of(self.measure), names.name(place)
        found = next((c for c in self.changes.both if c.place == place), None)
        if found is None:
            then, now = self.then_values.get(place), self.now_values.get(place)
            if then is None and now is None:
                return _tr("{place}: no data").format(place=name)
            words = scale.words(then if then is not None else now or 0.0)
            when = _tr("then only") if then is not None else _tr("now only")
            return f"{name}: {words} {when}"
        told = _tr("{place}: {then} then, {now} now, {change} ({days_then} and {days_now} rated days)")
        return told.format(
            place=name,
            then=scale.words(found.then),
            now=scale.words(found.now),
            change=change_words(found.points, share=self.measure.is_share),
            days_then=found.days[0],
            days_now=found.days[1],
        )

    @property
    def measured(self) -> str:
        """The measure in words."""
        return measure_words(self.measure)

    def _changed(self, change: Change, names: Names) -> str:
        size = abs(change.points)
        amount = scale_of(self.measure).words(size) if self.measure.is_share else f"{size:.1f}"
        return f"{names.name(change.place)} {'−' if change.points < 0 else '+'}{amount}"


def _listed(head: str, items: list[str]) -> str:
    if not items:
        return ""
    more = len(items) - _MOST
    rest = [_tr("and {n} more").format(n=more)] if more > 0 else []
    return f"{head}: {', '.join([*items[:_MOST], *rest])}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Comparison", text)
