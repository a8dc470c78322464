"""What `make run` says on a machine where something of Python itself is missing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the Makefile and its script are for POSIX shells")


def set_up(tmp_path: Path, **pythons: str) -> subprocess.CompletedProcess[str]:
    """Run the script on a PATH that holds only these interpreters, each a shell script of the given body."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, body in pythons.items():
        (programs / name).write_text(f"#!/bin/sh\n{body}\n", "utf-8")
        (programs / name).chmod(0o700)
    (programs / "basename").symlink_to(str(shutil.which("basename")))
    command = [str(shutil.which("sh")), str(ROOT / "tools/make_venv.sh"), str(tmp_path / "venv")]
    return subprocess.run(
        command, env={"PATH": str(programs)}, cwd=tmp_path, capture_output=True, text=True, timeout=30
    )


TOO_OLD = "exit 1"
WITHOUT_VENV = 'case "$2" in *ensurepip*) exit 1 ;; esac'


@pytest.mark.parametrize("pythons", [{}, {"python3": TOO_OLD}])
def test_without_a_new_enough_python_the_apt_line_is_named(tmp_path: Path, pythons: dict[str, str]) -> None:
    ended = set_up(tmp_path, **pythons)
    assert ended.returncode == 69
    assert "Python 3.11 or newer" in ended.stderr
    assert "    sudo apt install python3 python3-venv\n" in ended.stderr


@pytest.mark.parametrize(
    ("pythons", "package"),
    [
        ({"python3": WITHOUT_VENV}, "python3-venv"),
        ({"python3": TOO_OLD, "python3.11": WITHOUT_VENV}, "python3.11-venv"),
    ],
)
def test_without_the_venv_module_its_package_is_named(tmp_path: Path, pythons: dict[str, str], package: str) -> None:
    ended = set_up(tmp_path, **pythons)
    assert ended.returncode == 69
    assert f"    sudo apt install {package}\n" in ended.stderr
    assert not (tmp_path / "venv").exists()
