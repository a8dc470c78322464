"""The colours of the house: one frozen `Theme` for light, dark and the two high-contrast grounds."""

from __future__ import annotations

from typing import NamedTuple

from knotbook.resources.files import read_json

NAMES = ("light", "dark", "contrast_light", "contrast_dark")


class Theme(NamedTuple):
    """Every colour a screen may use, as `#rrggbb`.

    `pain`: 11 colours, NRS 0 to 10; lightness runs steadily from 1 to 10 and 0 is a colour of its own. `change`: 9
    colours from much better over the same to much worse. `families`: the muted hue of each functional family of
    muscles. `series`: colours for lines in a chart, in order of use.
    """

    name: str
    dark: bool
    ground: str
    surface: str
    raised: str
    line: str
    ink: str
    ink_soft: str
    ink_faint: str
    accent: str
    on_accent: str
    accent_soft: str
    danger: str
    focus: str
    figure: str
    figure_line: str
    muscle_bed: str
    crease: str
    ghost: str
    bone: str
    bone_line: str
    tendon: str
    no_data: str
    hatch: str
    pain: tuple[str, ...]
    change: tuple[str, ...]
    families: dict[str, str]
    series: tuple[str, ...]


def load_theme(name: str) -> Theme:
    """The theme called `name` (one of `NAMES`); raises KeyError if its file lacks a colour."""
    data = read_json(f"themes/{name}.json")
    for ramp in ("pain", "change", "series"):
        data[ramp] = tuple(data[ramp])
    return Theme(**{name: data[name] for name in Theme._fields})
