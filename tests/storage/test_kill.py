"""kill -9, at any moment: nothing acknowledged is lost, nothing is half there, no lock is left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = bool(os.environ.get("KNOTBOOK_FULL"))
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the rig forks")


def _run(rig: str, times: int, folder: Path) -> dict[str, int]:
    path = os.pathsep.join([str(ROOT), str(ROOT / "src")])
    command = [sys.executable, "-m", "tests.storage.kill_rig", rig, str(times), str(folder)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_killed_while_writing(tmp_path: Path) -> None:
    found = _run("writes", 500 if FULL else 20, tmp_path)
    assert found["acknowledged"] >= 20
    assert found["lost"] == 0
    assert found["halves"] == 0
    assert found["interrupted"] > 0, "no kill hit a write: the test proves nothing"


def test_killed_while_holding_the_lock(tmp_path: Path) -> None:
    assert _run("locks", 100 if FULL else 10, tmp_path) == {"stale": 0, "let in": 0, "unnamed": 0}


def test_killed_at_every_statement_of_an_upgrade(tmp_path: Path) -> None:
    found = _run("upgrade", 1, tmp_path)
    assert found["statements"] > 8
    assert found["neither"] == 0
    assert found["without backup"] == 0
    assert found["exit"] == 0
