"""The map without eyes or mouse: keys on a real window, and what an assistive client sees and is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knotbook.domain.place import Layer
from knotbook.resources.catalogue import Catalogue
from tests.realwindow.assistant import Listener, Node
from tests.realwindow.desk import Desk
from tests.realwindow.picture import places_on_screen
from tests.realwindow.sitting import BUTTOCK, Sitting
from tests.realwindow.waiting import until

pytestmark = pytest.mark.realwindow

GLUTEUS = "Right gluteus maximus"


@pytest.fixture
def listener(real_desk: Desk) -> Iterator[Listener]:
    with Listener(real_desk) as hearing:
        yield hearing


@pytest.fixture
def sitting(listener: Listener, real_desk: Desk, tmp_path: Path) -> Iterator[Sitting]:
    with Sitting(real_desk, tmp_path / "my.knotbook") as begun:
        begun.map_box()
        yield begun


def bare(name: str) -> str:
    """ "Right piriformis, 6 out of 10" -> "Right piriformis"."""
    return name.rpartition(", ")[0]


def regions(sitting: Sitting) -> dict[str, Node]:
    """Every region by its name without the value."""
    (body,) = sitting.assistant.shown().find(name="Body map")
    return {bare(node.name): node for node in body.find(role="list item")}


def middle(node: Node) -> tuple[int, int]:
    assert node.box is not None
    return node.box.middle


def test_every_region_is_read_where_it_is_drawn(sitting: Sitting) -> None:
    sitting.buttock()
    catalogue, box = Catalogue.load(), sitting.map_box()
    drawn = places_on_screen(box, Layer.SUPERFICIAL)
    told = regions(sitting)
    assert set(told) == {catalogue.name(place) for place in drawn}
    for place, spots in drawn.items():
        node = told[catalogue.name(place)]
        assert node.box is not None and any(node.box.holds(*spot) for spot in spots), f"{place}: {node.box}, {spots}"
        assert node.states >= {"focusable", "selectable", "showing", "visible"}, f"{place}: {node.states}"
        assert node.actions == ("Press", "SetFocus") and node.name.endswith(", no data") and node.description


def test_a_click_hits_what_lies_there_for_a_reader(sitting: Sitting) -> None:
    at = sitting.buttock()
    assert sitting.assistant.names_at(*at)[-1] == f"{GLUTEUS}, no data"
    sitting.app.click(*at)
    sitting.named("push button", "4")
    node = regions(sitting)[GLUTEUS]
    assert "selected" in node.states and "focused" not in node.states, "the keyboard is on the strip"


def test_a_reader_moves_the_keyboard_and_logs(sitting: Sitting, listener: Listener) -> None:
    sitting.buttock()
    name = f"{GLUTEUS}, no data"
    listener.after(lambda: sitting.assistant.press("list item", name, "SetFocus"), "focus", name)
    assert {"focused", "selected"} <= regions(sitting)[GLUTEUS].states
    listener.after(lambda: sitting.assistant.press("list item", name), "focus", "0, no pain")
    sitting.assistant.press("push button", "6")
    sitting.until_pains((str(BUTTOCK), 6))
    sitting.named("list item", f"{GLUTEUS}, 6 out of 10")


def test_keys_move_rate_and_say_so(sitting: Sitting, listener: Listener) -> None:
    app = sitting.app
    sitting.buttock()
    name = f"{GLUTEUS}, no data"
    listener.after(lambda: sitting.assistant.press("list item", name, "SetFocus"), "focus", name)
    onward = listener.told(lambda: app.key("Tab"), "focus")
    assert onward != name and onward.endswith(", no data")
    listener.after(lambda: app.key("shift+Tab"), "focus", name)
    for key, sign, side in (("Left", -1, 0), ("Right", 1, 0), ("Up", -1, 1), ("Down", 1, 1)):
        there = listener.told(lambda key=key: app.key(key), "focus")
        now = regions(sitting)
        moved = [to - of for to, of in zip(middle(now[bare(there)]), middle(now[GLUTEUS]), strict=True)]
        assert sign * moved[side] > 0, f"{key} goes to {there}"
        listener.after(lambda: sitting.assistant.press("list item", name, "SetFocus"), "focus", name)
    listener.after(lambda: app.key("6"), "announcement", "6. Enter saves, Esc cancels")
    listener.after(lambda: app.key("Return"), "announcement", "Saved. 6 at right gluteus maximus")
    sitting.until_pains((str(BUTTOCK), 6))
    until(lambda: ("name", f"{GLUTEUS}, 6 out of 10") in listener.heard(), "its new name")
    listener.after(lambda: app.key("Return"), "focus", "6")
    listener.after(lambda: app.key("Escape"), "focus", f"{GLUTEUS}, 6 out of 10")
    assert listener.told(lambda: app.key("ctrl+z"), "announcement").endswith("6 at right gluteus maximus")
    sitting.until_pains()


def test_keys_change_layer_view_and_closeness_and_say_so(sitting: Sitting, listener: Listener) -> None:
    app = sitting.app
    sitting.buttock()
    sitting.assistant.press("list item", f"{GLUTEUS}, no data", "SetFocus")
    listener.after(lambda: app.key("h"), "announcement", "Close-up of a hip")
    until(lambda: (box := regions(sitting)[GLUTEUS].box) and box.height > 200, "the hip to be large")
    listener.after(lambda: app.key("Escape"), "announcement", "Whole body")
    listener.after(lambda: app.key("k"), "announcement", "Close-up of a knee")
    listener.after(lambda: app.key("Escape"), "announcement", "Whole body")
    listener.after(lambda: app.key("l"), "announcement", "Layer: Lifted")
    both = regions(sitting)
    assert "Right piriformis" in both and GLUTEUS not in both
    app.key("Down")  # so that L and V are not the beginning of a word
    listener.after(lambda: app.key("v"), "announcement", "View: Front")
    assert set(regions(sitting)) < set(both)


def test_typing_finds_a_place_and_says_which(sitting: Sitting, listener: Listener) -> None:
    app = sitting.app
    found = "{place}, {n} of 2. Add 0 to 10 to save it, or Enter to show it."
    one, two = (found.format(place=f"{side} piriformis", n=n) for n, side in ((1, "Right"), (2, "Left")))
    listener.after(lambda: app.write("pir"), "announcement", one)
    listener.after(lambda: app.key("Down"), "announcement", two)
    listener.after(lambda: app.key("Return"), "focus", "Left piriformis, no data")


def test_the_list_of_places_says_and_logs_the_same(sitting: Sitting, listener: Listener) -> None:
    app = sitting.app
    listener.after(lambda: app.key("ctrl+l"), "focus", "Search regions")
    listener.after(lambda: app.write("pir r"), "announcement", "Right piriformis, no data, 1 of 1")
    app.key("Return")
    rows = sitting.named("list", "Regions of this layer").find(role="list item")
    assert [row.name for row in rows] == ["Right piriformis, no data"]
    listener.after(lambda: app.key("1", "0"), "announcement", "10: Enter saves.")
    listener.after(lambda: app.key("Return"), "announcement", "Saved. 10 at right piriformis")
    sitting.until_pains(("piriformis.right", 10))
    sitting.named("list item", "Right piriformis, 10 out of 10")
