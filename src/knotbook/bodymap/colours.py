"""Which colour each region gets: its family's hue, a lightness of its own, faded when pain is on show."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor

from knotbook.analysis.change import SAME_WITHIN
from knotbook.bodymap.geometry import Kin
from knotbook.bodymap.scales import CHANGE_REACH, Scale
from knotbook.domain.place import Place
from knotbook.resources.theme import Theme

# how far anatomy goes towards grey while pain is shown (light, dark): a 3 must not look like a muscle's own hue
_FADE = {False: 0.84, True: 0.82}
_FADE_PALE = 0.6  # the same for tendons and fascia
_SPREAD = {False: 0.075, True: 0.055}  # lightness between the middle tone of a family and its lightest (light, dark)
_SKIN_HUE = 0.40  # how much of its family's hue a zone of the skin shows
_SKIN_BONE = 0.5  # how much of a bone's colour it shows over a joint
_SKIN_GREY = 0.6  # how grey it is without data; on a dark ground the grey of the hatching, so that borders show
_JOINT = {False: 0.30, True: 0.36}  # how much of the accent a joint shows on its bone (light, dark)
_FASCIA = 0.35  # how much of the figure shines through a sheet of fascia


def mix(a: QColor, b: QColor, share: float) -> QColor:
    """`a` with `share` (0 to 1) of `b` in it."""
    keep = 1.0 - share
    return QColor.fromRgbF(
        a.redF() * keep + b.redF() * share, a.greenF() * keep + b.greenF() * share, a.blueF() * keep + b.blueF() * share
    )


def pain_colour(theme: Theme, value: float) -> QColor:
    """The colour of an NRS value 0-10; between whole numbers the two neighbours are mixed, but 0 stays apart."""
    if value <= 0:
        return QColor(theme.pain[0])
    low = max(1, min(9, int(value)))
    share = min(1.0, max(0.0, value - low))
    return mix(QColor(theme.pain[low]), QColor(theme.pain[low + 1]), share)


def scale_colour(theme: Theme, scale: Scale, value: float) -> QColor:
    """The colour of a value of `scale`: pain, a share of days, or a change in points (negative: better)."""
    if scale is not Scale.CHANGE:
        return pain_colour(theme, value)
    steps = len(theme.change) // 2
    size = 0.0 if abs(value) < SAME_WITHIN else max(1.0, min(steps, abs(value) * steps / CHANGE_REACH))
    at = steps + (size if value > 0 else -size)
    low = min(2 * steps - 1, int(at))
    return mix(QColor(theme.change[low]), QColor(theme.change[low + 1]), at - low)


class Palette:
    """The colours of all structures in one theme. `families`: structure -> whom it belongs to."""

    def __init__(self, theme: Theme, families: Mapping[str, Kin], scale: Scale = Scale.NRS) -> None:
        self.theme, self._scale = theme, scale
        grey = QColor(theme.no_data)
        self._plain = {structure: _tint(theme, kin) for structure, kin in families.items()}
        self._faded = {
            structure: _faded(theme, kin, self._plain[structure], grey) for structure, kin in families.items()
        }
        self._pain: dict[float, QColor] = {}

    def fill(self, place: Place, heat: Mapping[Place, float | None]) -> QColor:
        """The colour of `place`. With any heat given, a region without a value is its anatomy gone grey."""
        value = heat.get(place)
        if value is None:
            return (self._faded if heat else self._plain)[place.structure]
        if value not in self._pain:
            self._pain[value] = scale_colour(self.theme, self._scale, value)
        return self._pain[value]

    def sheet(self, family: str, heat: Mapping[Place, float | None]) -> QColor:
        """The colour of a tendon or a sheet of fascia, which never shows a value; greyer while others do."""
        pale = _pale(self.theme, family)
        return mix(pale, QColor(self.theme.no_data), _FADE_PALE) if heat else pale

    def fibre(self, fill: QColor) -> QColor:
        """The colour of the strokes along the fibres of a muscle filled with `fill`."""
        return fill.darker(114) if fill.lightnessF() > 0.25 else fill.lighter(128)


def _tint(theme: Theme, kin: Kin) -> QColor:
    if kin.skin:
        if kin.family not in theme.families:  # over a joint
            return mix(QColor(theme.figure), QColor(theme.bone), _SKIN_BONE)
        return mix(QColor(theme.figure), QColor(theme.families[kin.family]), _SKIN_HUE)
    if kin.family in theme.families:
        return _shifted(QColor(theme.families[kin.family]), kin.tone * _SPREAD[theme.dark])
    return _pale(theme, kin.family)


def _pale(theme: Theme, family: str) -> QColor:
    if family == "bone":
        return QColor(theme.bone)
    if family == "joint":
        return mix(QColor(theme.bone), QColor(theme.accent), _JOINT[theme.dark])
    tendon = QColor(theme.tendon)
    return mix(tendon, QColor(theme.figure), _FASCIA) if family == "fascia" else tendon


def _faded(theme: Theme, kin: Kin, plain: QColor, grey: QColor) -> QColor:
    if kin.skin:
        lined = theme.muscle_bed == theme.figure  # high contrast: borders are lines
        quiet = QColor(theme.hatch) if theme.dark and not lined else grey
        return mix(QColor(theme.figure), quiet, _SKIN_GREY)
    if kin.family in theme.families or kin.family == "joint":  # a joint must not look like a 0
        return mix(plain, grey, _FADE[theme.dark])
    return plain if kin.family == "bone" else mix(plain, grey, _FADE_PALE)  # cream must not look like a 1


def _shifted(base: QColor, shift: float) -> QColor:
    hsl = base.toHsl()
    lightness = min(1.0, max(0.0, hsl.lightnessF() + shift))
    return QColor.fromHslF(max(0.0, hsl.hslHueF()), hsl.hslSaturationF(), lightness)
