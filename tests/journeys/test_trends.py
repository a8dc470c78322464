"""From what is logged to the Trends page."""

from __future__ import annotations

from PySide6.QtCore import Qt

from knotbook.analysis.subjects import GroupOf
from knotbook.bodymap.gesture import STEP_PX
from knotbook.domain.place import Place
from tests.journeys.conftest import Opened, drag, spot

PIRIFORMIS = Place.parse("piriformis.right")


def test_what_is_logged_is_in_the_chart_by_place_group_and_side(start: Opened) -> None:
    session = start()
    assert session.charts is not None
    trends = session.charts.trends
    assert trends.chosen == []
    drag(session, spot(session, "piriformis.right"), round(6 * STEP_PX))
    assert trends.chosen == [PIRIFORMIS]
    assert trends.view.findings.sentences[0].startswith("Right piriformis: Not enough yet: 13 more rated days")
    tree = session.window.trends._tree
    group = GroupOf("rotators")
    tree._items[group].setCheckState(0, Qt.CheckState.Checked)
    assert trends.chosen == [PIRIFORMIS, group]
    trends.view.sides.setChecked(True)
    names = [one.split(":")[0] for one in trends.view.findings.sentences]
    assert names == ["Right piriformis", "Left piriformis", "Deep hip rotators, right", "Deep hip rotators, left"]
    kept = trends.shelf.series(PIRIFORMIS)
    trends.view.apart.setChecked(True)
    assert trends.shelf.series(PIRIFORMIS) is kept, "nothing is read again that did not change"
    session.diary.undo()
    assert len(trends.shelf.series(PIRIFORMIS)) == 0
