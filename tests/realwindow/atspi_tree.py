"""An assistive client: prints the accessible tree of one application as JSON, or presses one of its objects.

Runs under the system's Python with pyatspi, apart from Knotbook's environment:
`atspi_tree.py NAME` prints {"name", "role", "description", "states", "box", "value", "children" ...};
`atspi_tree.py NAME shown` prints only what is on the screen now;
`atspi_tree.py NAME press ROLE LABEL [ACTION]` does the first action of that object, or the one so named;
`atspi_tree.py NAME at X Y` prints the names of what lies at a pixel of the screen, outermost first.
Exit codes: 3 the application is not on the bus (yet) or changed while it was read,
4 there is no such object, 5 it refused.
"""

import json
import sys

import pyatspi
from gi.repository import GLib

DEEPEST = 40
MOST = 600  # children of one object: a table may hold a diary of years


def main():
    app = find_application(sys.argv[1])
    if app is None:
        return 3
    if sys.argv[2:3] == ["press"]:
        return press(app, *sys.argv[3:])
    if sys.argv[2:3] == ["at"]:
        json.dump(names_at(app, int(sys.argv[3]), int(sys.argv[4])), sys.stdout)
        return 0
    json.dump(tree(app, 0, sys.argv[2:3] == ["shown"]), sys.stdout)
    return 0


def find_application(name):
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and app.name == name:
            return app
    return None


def tree(thing, depth, shown_only):
    node = {
        "name": thing.name,
        "role": thing.getRoleName(),
        "description": thing.description,
        "states": sorted(pyatspi.stateToString(s) for s in thing.getState().getStates()),
        "box": box(thing),
        "value": value(thing),
        "text": text(thing),
        "actions": actions(thing),
        "labels": labels(thing),
        "children": [],
    }
    if depth < DEEPEST:
        below = (thing[i] for i in range(min(MOST, thing.childCount)))
        below = (child for child in below if child is not None and (not shown_only or is_shown(child)))
        node["children"] = [tree(child, depth + 1, shown_only) for child in below]
    return node


def box(thing):
    try:
        extents = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    except NotImplementedError:
        return None
    return [extents.x, extents.y, extents.width, extents.height]


def value(thing):
    try:
        return thing.queryValue().currentValue
    except NotImplementedError:
        return None


def text(thing):
    try:
        return thing.queryText().getText(0, -1)
    except NotImplementedError:
        return None


def actions(thing):
    try:
        offered = thing.queryAction()
    except NotImplementedError:
        return []
    return [offered.getName(i) for i in range(offered.nActions)]


def is_shown(thing):
    return thing.getState().contains(pyatspi.STATE_SHOWING)


def labels(thing):
    found = [r for r in thing.getRelationSet() if r.getRelationType() == pyatspi.RELATION_LABELLED_BY]
    return [r.getTarget(i).name for r in found for i in range(r.getNTargets())]


def names_at(app, x, y):
    found = [window for window in app if is_shown(window)][:1]
    if not found:
        raise IndexError("no window is shown")
    while (below := found[-1].queryComponent().getAccessibleAtPoint(x, y, pyatspi.DESKTOP_COORDS)) is not None:
        if below == found[-1]:
            break
        found.append(below)
    return [thing.name for thing in found]


def press(app, role, label, action=None):
    found = pyatspi.findDescendant(app, lambda a: a.getRoleName() == role and a.name == label)
    if found is None:
        return 4
    number = actions(found).index(action) if action else 0
    return 0 if found.queryAction().doAction(number) else 5


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (GLib.GError, IndexError) as gone:  # an object went away while it was asked: whoever called asks again
        print(repr(gone), file=sys.stderr)
        sys.exit(3)
