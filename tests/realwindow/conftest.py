"""The desk that these tests share, one for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.realwindow import assistant, desk

PACKAGES = "xvfb openbox xdotool dbus at-spi2-core python3-pyatspi"


@pytest.fixture
def real_desk(tmp_path: Path) -> Iterator[desk.Desk]:
    """A running desk; fails, naming what to install, if this system cannot give one."""
    lacking = [*desk.lacking(), *assistant.lacking()]
    if lacking:
        pytest.fail(f"not installed: {', '.join(lacking)}; sudo apt install {PACKAGES}")
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    with desk.Desk(home) as running:
        yield running
