"""No constructor of Qt is given a property by keyword while the worker imports pyqtgraph.

PySide then looks properties and signatures up, and meets classes that it has to make known to Python. The worker may
be doing the same at that moment, and PySide 6.11 does not survive that: see `knotbook.shell.qt_classes`.
`QTimer(self)` and `setSingleShot(True)` say the same without.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "src/knotbook"

BUILT_AT_ANOTHER_TIME = {
    "bodymap/screen_reader.py": "before the first paint, and so before there is a worker",
    "charts/timed_chart.py": "once the libraries are there, when the worker is done",
    "charts/trend_view.py": "the same",
    "shell/mark_shelf.py": "the same, by the chart link",
}
"""Modules that may, and when what they build is built."""


def by_keyword(source: str) -> list[int]:
    """The lines on which a class of Qt is constructed with a keyword, or a subclass hands one on to its base."""
    tree = ast.parse(source)
    qt = set(_names_of_qt(tree))
    calls = [call for call in ast.walk(tree) if isinstance(call, ast.Call) and ast.unparse(call.func) in qt]
    for owner in ast.walk(tree):
        if isinstance(owner, ast.ClassDef) and any(ast.unparse(base) in qt for base in owner.bases):
            calls += [call for call in ast.walk(owner) if isinstance(call, ast.Call) and _is_base(call, qt)]
    return sorted({call.lineno for call in calls if call.keywords})


def _names_of_qt(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
            for alias in node.names:
                name = alias.asname or alias.name
                yield from (name,) if alias.name.startswith("Q") and not alias.name.startswith("Qt") else ()


def _is_base(call: ast.Call, qt: set[str]) -> bool:
    return ast.unparse(call.func) in {"super().__init__", *(f"{name}.__init__" for name in qt)}


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("from PySide6.QtCore import QTimer\nQTimer(None, singleShot=True)\nQTimer(None)", [2]),
        ("from PySide6.QtWidgets import QLabel as Words\n\nWords('a', parent=None)", [3]),
        ("from PySide6.QtCore import QObject\nclass A(QObject):\n def f(s):\n  super().__init__(objectName='a')", [4]),
        ("from PySide6.QtCore import Signal, Slot\nSignal(str, name='a')\nSlot(result=str)\nprint('a', end='')", []),
        ("class A(Base):\n def f(self):\n  super().__init__(parent=None)", []),
    ],
)
def test_what_counts(code: str, lines: list[int]) -> None:
    assert by_keyword(code) == lines


def test_no_property_by_keyword() -> None:
    found = {path.relative_to(ROOT).as_posix(): by_keyword(path.read_text("utf-8")) for path in ROOT.rglob("*.py")}
    assert {name for name, lines in found.items() if lines} == set(BUILT_AT_ANOTHER_TIME), found
