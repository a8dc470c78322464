"""Everything on every page has a name and a fitting role for assistive software."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.realwindow.assistant import Node
from tests.realwindow.desk import Desk
from tests.realwindow.sitting import Sitting
from tests.realwindow.waiting import until

pytestmark = pytest.mark.realwindow

SAYS_NOTHING = {"filler", "unknown", "invalid", "layered pane"}


def nameless(tree: Node) -> list[str]:
    """What the keyboard can reach but nobody would know what it is."""
    found = [node for node in tree.walk() if "focusable" in node.states]
    assert found, "nothing to walk to"
    return [f"{n.role} {n.name!r} at {n.box}" for n in found if not has_name(n) or n.role in SAYS_NOTHING]


def has_name(node: Node) -> bool:
    if node.role == "combo box":  # Qt calls it by what is chosen in it
        return bool(node.labels or node.description)
    return bool(node.name or node.labels) or node.role == "table cell"  # an entry need not have details


def look(sitting: Sitting, what: str, ready: Callable[[Node], object]) -> list[str]:
    """The nameless of what is shown, once `ready` finds what it looks for."""
    tree = until(lambda: (t := sitting.assistant.shown()) and ready(t) and t, what)
    return [f"{what}: {words}" for words in nameless(tree)]


def test_every_page_says_what_it_holds(real_desk: Desk, tmp_path: Path) -> None:
    with Sitting(real_desk, tmp_path / "my.knotbook") as sitting:
        found = look(sitting, "the body", lambda t: t.find(name="Body map"))
        sitting.app.press_drag_release(*sitting.buttock(), dy=-6 * 16)
        sitting.until_pains(("gluteus_maximus.right", 6))
        for keys, what, name in (
            ("ctrl+f", "the finder", "Find a place, then type a number from 0 to 10"),
            ("Escape", "a place over time", "Pain over time"),
            ("ctrl+i", "about a place", "About this place"),
            ("ctrl+l", "all places", "Regions of this layer"),
            ("Escape", "the map again", "Body map"),
            ("ctrl+k", "the quick line", "What happened? Enter saves it"),
            ("Escape", "the map again", "Body map"),
            ("F1", "the safety card", "Close"),
            ("Escape", "the map again", "Body map"),
            ("r", "a release", "Ring after, in seconds"),
            ("Escape", "the map again", "Body map"),
            ("e", "an exercise", "Find or name an exercise; Enter logs it as last time"),
            ("Escape", "the map again", "Body map"),
            ("ctrl+2", "trends", "Pain over time"),
            ("ctrl+3", "the journal", "Entries, newest first"),
            ("ctrl+comma", "the settings", "Text size"),
        ):
            sitting.app.key(keys)
            found += look(sitting, what, lambda t, name=name: t.find(name=name))
        sitting.app.key("ctrl+3")
        sitting.click_on(sitting.named("table cell", "Pain"))
        sitting.app.key("F2")
        found += look(sitting, "an entry", lambda t: t.find(role="push button", name="Save"))
        sitting.app.key("Escape", "ctrl+1")
        for button, name in (("Compare", "Then"), ("Replay", "Day")):
            sitting.click_on(sitting.named("push button", button))
            found += look(sitting, button, lambda t, name=name: t.find(name=name))
            sitting.app.key("Escape")
    assert not found, "\n".join(found)
