"""Draw the body map from the measurements: `python -m tools.draw_map` writes `assets/bodymap/{front,back,side}.svg`."""

from __future__ import annotations

from tools.atlas import regions
from tools.atlas.curves import drawn, polygon
from tools.atlas.measured import measured
from tools.atlas.model import LAYERS, VIEWS, Shape
from tools.atlas.svg import Drawing, write_svg
from tools.compile_map import FOLDER

BOUNDS = {"front": (-200.0, -12.0, 200.0, 1012.0), "back": (-200.0, -12.0, 200.0, 1012.0), "side": (-90.0, -12.0, 110.0, 1012.0)}


def draw(view: str) -> Drawing:
    """The whole drawing of `view`, far to near."""
    return Drawing(view, BOUNDS[view], (*_figure(view), *regions.regions(view)))


def _figure(view: str) -> list[Shape]:
    skin = measured().data["skin"][view]["body_without_arms_120" if view == "side" else "silhouette_240"]
    return [Shape(role="figure", curves=(drawn(polygon(skin)),), layers=LAYERS)]


def main() -> None:
    """Write every view."""
    for view in VIEWS:
        write_svg(draw(view), FOLDER / f"{view}.svg")


if __name__ == "__main__":
    main()
