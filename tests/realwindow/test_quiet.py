"""The kernel is asked which sockets Knotbook opens, Qt's own calls included."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.realwindow.desk import Desk
from tests.realwindow.sitting import Sitting
from tests.realwindow.waiting import until

pytestmark = pytest.mark.realwindow


def test_no_socket_but_the_desktops_own(real_desk: Desk, tmp_path: Path) -> None:
    assert shutil.which("strace"), "sudo apt install strace"
    heard = tmp_path / "sockets"
    # --seccomp-bpf: only the calls that are asked for stop the program, so that it is not ten times slower
    strace = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket", "-o", str(heard))
    with Sitting(real_desk, tmp_path / "my.knotbook", *strace) as sitting:
        sitting.map_box()
        sitting.app.key("ctrl+2")
        until(lambda: not sitting.assistant.shown().find(name="Body map"), "the page Trends")
        sitting.app.key("ctrl+1")
        sitting.map_box()
        sitting.type_an_entry("pir r", "6")
        sitting.until_pains(("piriformis.right", 6))
        assert sitting.app.close() == 0
    assert set(re.findall(r"socket\((AF_\w+)", heard.read_text())) == {"AF_UNIX"}
