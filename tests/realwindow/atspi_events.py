"""An assistive client that listens: prints one line of JSON for every event of an application until it is ended.

Runs under the system's Python with pyatspi: `atspi_events.py NAME` prints "ready" first, then lines such as
{"event": "focus", "said": "Right piriformis, no data"}. Events: focus (what has the keyboard), name (it is called
otherwise now), announcement (a sentence to be read out), children (objects came or went).
"""

import json
import sys

import pyatspi

KINDS = {
    "object:state-changed:focused": "focus",
    "object:property-change:accessible-name": "name",
    "object:announcement": "announcement",
    "object:children-changed": "children",
}


def main():
    name = sys.argv[1]

    def hear(event):
        try:
            tell(event, name)
        except Exception as gone:  # objects go away while they are asked; the next event counts
            print(json.dumps({"event": "error", "said": repr(gone)}), flush=True)

    pyatspi.Registry.registerEventListener(hear, *KINDS)
    print("ready", flush=True)
    pyatspi.Registry.start()


def tell(event, name):
    kind = next(kind for key, kind in KINDS.items() if str(event.type).startswith(key))
    if event.host_application is None or event.host_application.name != name or (kind == "focus" and not event.detail1):
        return
    said = event.any_data if kind == "announcement" else event.source.name
    print(json.dumps({"event": kind, "said": str(said)}), flush=True)


if __name__ == "__main__":
    main()
