"""What is said when the system lacks something Qt needs."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from knotbook.shell import probe

X11_SCREEN = {"DISPLAY": ":7"}
WAYLAND_SCREEN = {"WAYLAND_DISPLAY": "wayland-0"}


def lacking(*names: str) -> probe.Loader:
    """A loader on a system without these libraries."""

    def load(name: str) -> object:
        if name in names:
            raise OSError(f"{name}: cannot open shared object file: No such file or directory")
        return object()

    return load


def ask(env: dict[str, str], *gone: str, apt: bool = True, answers: bool = True) -> str | None:
    return probe.problem(env, lacking(*gone), apt=apt, answers=lambda: answers)


@pytest.mark.parametrize("env", [X11_SCREEN, WAYLAND_SCREEN, {"QT_QPA_PLATFORM": "offscreen"}])
def test_a_complete_system_has_no_problem(env: dict[str, str]) -> None:
    assert ask(env) is None


@pytest.mark.parametrize(
    ("library", "package"), [("libEGL.so.1", "libegl1"), ("libglib-2.0.so.0", "libglib2.0-0"), ("libGL.so.1", "libgl1")]
)
@pytest.mark.parametrize("env", [X11_SCREEN, WAYLAND_SCREEN, {"QT_QPA_PLATFORM": "offscreen"}])
def test_a_missing_library_names_the_apt_line(env: dict[str, str], library: str, package: str) -> None:
    said = ask(env, library)
    assert said is not None
    assert library in said
    assert f"    sudo apt install {package}\n" in said


def test_a_package_of_two_libraries_is_named_once() -> None:
    said = ask(X11_SCREEN, "libglib-2.0.so.0", "libgthread-2.0.so.0", "libxcb-cursor.so.0")
    assert said is not None
    assert "sudo apt install libglib2.0-0 libxcb-cursor0\n" in said


def test_without_apt_the_libraries_are_named() -> None:
    said = ask(X11_SCREEN, "libxcb-cursor.so.0", apt=False)
    assert said is not None
    assert "libxcb-cursor.so.0" in said
    assert "apt" not in said


def test_only_the_screen_that_is_there_is_asked_for() -> None:
    assert ask(WAYLAND_SCREEN, *probe.X11) is None
    assert ask(X11_SCREEN, *probe.WAYLAND) is None
    assert ask({"QT_QPA_PLATFORM": "offscreen"}, *probe.X11, *probe.WAYLAND) is None


def test_one_working_way_to_a_screen_is_enough() -> None:
    both = X11_SCREEN | WAYLAND_SCREEN
    assert ask(both, *probe.X11) is None
    assert ask(both, *probe.WAYLAND) is None
    said = ask(both, *probe.X11, "libwayland-egl.so.1")
    assert said is not None
    assert "sudo apt install libwayland-egl1\n" in said


def test_a_platform_asked_for_by_name_is_the_one_probed() -> None:
    said = ask({"QT_QPA_PLATFORM": "xcb", **X11_SCREEN, **WAYLAND_SCREEN}, "libxcb-cursor.so.0")
    assert said is not None
    assert "libxcb-cursor0" in said


def test_no_screen_says_so_and_how_to_try_it() -> None:
    said = ask({})
    assert said is not None
    assert "neither DISPLAY nor WAYLAND_DISPLAY is set" in said
    assert "make demo-shot" in said


def test_a_package_names_no_command_that_it_does_not_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    said = ask({})
    assert said is not None and said.endswith("Start it from a desktop session.\n")


def test_a_screen_that_does_not_answer_is_named() -> None:
    said = ask(X11_SCREEN, answers=False)
    assert said is not None
    assert ":7" in said
    assert ask(X11_SCREEN | WAYLAND_SCREEN, answers=False) is None


def test_other_systems_are_not_probed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert ask({}, *probe.BASE) is None


def start(**screen: str) -> subprocess.CompletedProcess[str]:
    """Start Knotbook as a person would, with this screen and no other."""
    env = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    command = [sys.executable, "-m", "knotbook"]
    return subprocess.run(command, env=env | screen, capture_output=True, text=True, timeout=30)


def test_no_x_server_answers_where_none_is() -> None:
    """The real call: Qt would abort here, the command exits 69 and says why."""
    ended = start(DISPLAY=":63999")
    assert ended.returncode == probe.UNAVAILABLE
    assert ":63999" in ended.stderr or "sudo apt install" in ended.stderr


def test_without_a_screen_the_command_exits_69() -> None:
    ended = start()
    assert ended.returncode == probe.UNAVAILABLE
    assert "make demo-shot" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_probing_imports_no_qt() -> None:
    code = "import sys, knotbook.__main__; sys.exit(any(m.startswith('PySide6') for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], timeout=30).returncode == 0
