"""What a number on the map means, and how it is said."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

CHANGE_REACH = 4.0
"""Points of change at which the colours of better and worse end; more looks the same."""


class Scale(StrEnum):
    """Pain from 0 to 10; a share of days held as 0 to 10; or a change in points of either, negative for better."""

    NRS = "nrs"
    SHARE = "share"
    CHANGE = "change"

    def words(self, value: float) -> str:
        """ "6.2", "62 %", or "2.1 better", for the eye."""
        if self is Scale.SHARE:
            return f"{round(value * 10)} %"
        if self is Scale.CHANGE:
            return change_words(value)
        return f"{round(value, 1):g}"

    def spoken(self, value: float) -> str:
        """ "6.2 out of 10", "62 percent of days", or "2.1 better", for the ear."""
        if self is Scale.NRS:
            return _tr("{value} out of 10").format(value=self.words(value))
        if self is Scale.SHARE:
            return _tr("{value} percent of days").format(value=round(value * 10))
        return self.words(value)


def change_words(points: float, same_within: float = 0.5, *, share: bool = False) -> str:
    """ "2.1 better", "1.5 worse", "about the same"; with `share` in percent of days."""
    if abs(points) < same_within:
        return _tr("about the same")
    amount = Scale.SHARE.words(abs(points)) if share else Scale.NRS.words(abs(points))
    return (_tr("{amount} better") if points < 0 else _tr("{amount} worse")).format(amount=amount)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Scale", text)
