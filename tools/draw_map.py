"""Draw the body map from the measurements: `python -m tools.draw_map` writes `assets/bodymap/{,female_}{view}.svg`."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tools.atlas import sheets
from tools.atlas.female import NOTE, female
from tools.atlas.figure import figure_shapes
from tools.atlas.joints import joint_shapes, with_joint_behind
from tools.atlas.model import VIEWS
from tools.atlas.regions import regions
from tools.atlas.seen import with_seen
from tools.atlas.svg import Drawing, write_svg
from tools.atlas.zones import zone_shapes
from tools.compile_map import FOLDER

_WIDE = (-200.0, -12.0, 200.0, 1012.0)
BOUNDS = {"front": _WIDE, "back": _WIDE, "side": (-90.0, -12.0, 110.0, 1012.0)}


@cache
def draw(view: str) -> Drawing:
    """The whole drawing of `view`, far to near: figure, beds and bones and muscles, joints, skin zones, creases."""
    body = figure_shapes(view)
    figure = [s for s in body if s.role == "figure"]
    lines = [s for s in body if s.role != "figure"]
    inner = sheets.with_sheets(view, with_joint_behind(view, regions(view)))
    muscles = with_seen([*inner, *joint_shapes(view)])
    return Drawing(view, BOUNDS[view], (*figure, *muscles, *zone_shapes(view), *lines))


def draw_female(view: str) -> Drawing:
    """The same shapes and ids on the female figure, labelled as drawn by eye."""
    drawing = draw(view)
    return replace(drawing, shapes=tuple(female(drawing.shapes, view)), note=NOTE)


def main() -> None:
    """Write every view of both figures."""
    for view in VIEWS:
        write_svg(draw(view), FOLDER / f"{view}.svg")
        write_svg(draw_female(view), FOLDER / f"female_{view}.svg")


if __name__ == "__main__":
    main()
