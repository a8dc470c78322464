"""The selftest passes here, tells what failed, and a failure is its exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from knotbook.resources import files
from knotbook.shell import selftest
from knotbook.shell.selftest_checks import CHECKS


def test_every_check_passes_here(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    assert selftest.run("Knotbook 1", CHECKS) == 0
    said = capsys.readouterr().out
    assert said.startswith("Knotbook 1\n") and said.endswith(f"{len(CHECKS)} checks, all passed\n")
    assert [name for name, _ in CHECKS if f"  ok    {name}" not in said] == []


def test_a_failure_is_told_and_the_others_still_run(capsys: pytest.CaptureFixture[str]) -> None:
    def broken(_folder: Path) -> str:
        raise ImportError("libsomething.so is not there")

    assert selftest.run("", [("broken", broken), ("whole", lambda folder: f"{folder.is_dir()}")]) == selftest.FAILED
    said = capsys.readouterr().out
    assert "FAIL  broken  ImportError: libsomething.so is not there" in said
    assert "ok    whole   True" in said and "2 checks, 1 failed" in said


@pytest.mark.parametrize(("name", "check"), [c for c in CHECKS if c[0] in ("assets", "icons", "themes", "body map")])
def test_a_copy_without_assets_does_not_pass(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, check: selftest.Check
) -> None:
    monkeypatch.setattr(files, "ROOT", tmp_path)
    with pytest.raises((OSError, ValueError)):
        check(tmp_path)


def test_nothing_is_left_of_the_diary_it_wrote(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    selftest.run("", [check for check in CHECKS if check[0] == "diary"])
    assert list(tmp_path.iterdir()) == []
