"""Options, exit codes and what the process keeps to itself."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from knotbook import __main__
from knotbook.shell import probe
from knotbook.version import VERSION


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "knotbook", *arguments], capture_output=True, text=True, timeout=30)


def test_version_names_knotbook_qt_sqlite_and_python() -> None:
    ended = run("--version")
    assert ended.returncode == 0
    for part in (f"Knotbook {VERSION}", "Qt 6.", "SQLite 3.", f"Python {sys.version_info.major}."):
        assert part in ended.stdout


def test_help_names_every_option_and_exit_code() -> None:
    ended = run("--help")
    assert ended.returncode == 0
    for part in ("--diary PATH", "--demo", "--version", "69"):
        assert part in ended.stdout


@pytest.mark.parametrize("arguments", [["--diery", "x"], ["--demo", "--diary", "x"], ["stray"]])
def test_an_unknown_option_exits_2_and_shows_the_usage(arguments: list[str]) -> None:
    ended = run(*arguments)
    assert ended.returncode == 2
    assert "usage: knotbook" in ended.stderr


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[SimpleNamespace]:
    """The options that the app would have been run with."""
    runs: list[SimpleNamespace] = []

    def app_run(options: SimpleNamespace) -> int:
        runs.append(options)
        return 5

    app = SimpleNamespace(Options=SimpleNamespace, run=app_run)
    monkeypatch.setitem(sys.modules, "knotbook.shell.app", app)
    monkeypatch.setattr("knotbook.shell.app", app, raising=False)
    monkeypatch.setattr(probe, "problem", lambda: None)
    monkeypatch.setattr(__main__, "_keep_to_ourselves", lambda: None)
    return runs


def test_the_options_reach_the_app_and_its_exit_code_comes_back(opened: list[SimpleNamespace]) -> None:
    assert __main__.main(["--diary", "there/my.knotbook"]) == 5
    assert __main__.main(["--demo"]) == 5
    assert __main__.main([]) == 5
    assert [(o.diary, o.demo) for o in opened] == [(Path("there/my.knotbook"), False), (None, True), (None, False)]


@pytest.mark.skipif(sys.platform == "win32", reason="file modes and core dumps are POSIX")
def test_files_are_private_and_no_core_is_dumped(tmp_path: Path) -> None:
    code = f"""
import resource
from knotbook import __main__
__main__._keep_to_ourselves()
open({str(tmp_path / "made")!r}, "w").close()
print(resource.getrlimit(resource.RLIMIT_CORE)[0])
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert ended.stdout.strip() == "0"
    assert stat.S_IMODE((tmp_path / "made").stat().st_mode) == 0o600


def test_a_file_that_was_double_clicked_is_the_diary(opened: list[SimpleNamespace], tmp_path: Path) -> None:
    there = tmp_path / "plain"
    there.touch()
    for path in (Path("my.knotbook"), Path("some", "where"), there):
        __main__.main(["--in-tray", str(path)])
    assert [(o.diary, o.in_tray) for o in opened] == [
        (Path("my.knotbook"), True), (Path("some", "where"), True), (there, True)
    ]  # fmt: skip


def test_a_mistyped_command_is_no_diary(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        __main__.main(["lst"])
    assert ended.value.code == 2 and "lst" in capsys.readouterr().err


def test_a_second_start_says_that_the_window_comes_and_opens_none(
    opened: list[SimpleNamespace], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rung: list[Path] = []
    monkeypatch.setattr(__main__, "ring", lambda diary, _token: rung.append(diary) is None)
    assert __main__.main(["my.knotbook"]) == 0
    assert rung == [Path("my.knotbook")] and opened == []
    assert "comes to the front" in capsys.readouterr().out
