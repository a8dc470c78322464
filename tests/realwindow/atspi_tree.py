"""An assistive client: prints the accessible tree of one application as JSON, or presses one of its objects.

Runs under the system's Python with pyatspi, apart from Knotbook's environment:
`atspi_tree.py NAME` prints {"name", "role", "description", "states", "box", "value", "children" ...};
`atspi_tree.py NAME press ROLE LABEL` does the first action of that object.
Exit codes: 3 the application is not on the bus (yet), 4 there is no such object, 5 it refused.
"""

import json
import sys

import pyatspi

DEEPEST = 40
MOST = 600  # children of one object: a table may hold a diary of years


def main():
    app = find_application(sys.argv[1])
    if app is None:
        return 3
    if sys.argv[2:3] == ["press"]:
        return press(app, *sys.argv[3:5])
    json.dump(tree(app, 0), sys.stdout)
    return 0


def find_application(name):
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and app.name == name:
            return app
    return None


def tree(thing, depth):
    node = {
        "name": thing.name,
        "role": thing.getRoleName(),
        "description": thing.description,
        "states": sorted(pyatspi.stateToString(s) for s in thing.getState().getStates()),
        "box": box(thing),
        "value": value(thing),
        "text": text(thing),
        "actions": actions(thing),
        "children": [],
    }
    if depth < DEEPEST:
        shown = (thing[i] for i in range(min(MOST, thing.childCount)))
        node["children"] = [tree(child, depth + 1) for child in shown if child is not None]
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


def press(app, role, label):
    found = pyatspi.findDescendant(app, lambda a: a.getRoleName() == role and a.name == label)
    if found is None:
        return 4
    return 0 if found.queryAction().doAction(0) else 5


if __name__ == "__main__":
    sys.exit(main())
