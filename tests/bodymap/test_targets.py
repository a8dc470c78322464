"""In the close-ups of hip and knee every region can be met: what a press means is at least 24 px across."""

from __future__ import annotations

import numpy as np
import pytest
from tools.targets import GOAL_PX, targets_in, widest

from knotbook.bodymap.close_ups import CloseUp
from knotbook.bodymap.geometry import Geometry
from knotbook.domain.place import Layer, View

SLIMMEST = [
    (View.BACK, CloseUp.HIP, Layer.LIFTED),
    (View.SIDE, CloseUp.HIP, Layer.SUPERFICIAL),
    (View.SIDE, CloseUp.HIP, Layer.DEEP),
    (View.SIDE, CloseUp.KNEE, Layer.DEEP),
]


@pytest.mark.parametrize(("view", "kind", "layer"), SLIMMEST)
def test_every_target_is_big_enough_with_the_room_it_is_given(
    body: Geometry, view: View, kind: CloseUp, layer: Layer
) -> None:
    found = list(targets_in(body.view(view), kind, layer))
    assert len(found) >= 4
    assert min(t.drawn for t in found) < GOAL_PX, "some are drawn slimmer: that is what the room is for"
    assert not [str(t) for t in found if t.effective < GOAL_PX]


def test_widest_measures_a_disc_and_a_strip() -> None:
    y, x = np.mgrid[-30:31, -30:31]
    assert widest(np.hypot(x, y) <= 14) == pytest.approx(28, abs=2)
    assert widest(np.abs(x) <= 5) == pytest.approx(10, abs=2)
    assert widest(np.zeros((9, 9), bool)) == 0
