"""What the frozen app keeps of Qt, and what the bill of materials says is in it."""

from __future__ import annotations

import importlib.util
import json
import platform
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from tools.packages import bill, system
from tools.packages.place import ROOT, filled, version

SPEC = ROOT / "packaging/pyinstaller"


@pytest.fixture
def keep() -> ModuleType:
    spec = importlib.util.spec_from_file_location("keep", SPEC / "keep.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_plugins_of_other_trades_are_left_out_on_every_system(keep: ModuleType) -> None:
    kept = ["PySide6/Qt/plugins/platforms/libqxcb.so", "PySide6\\plugins\\platforms\\qwindows.dll", "knotbook/a.json"]
    gone = ["PySide6/Qt/plugins/tls/libqopensslbackend.so", "PySide6/Qt/plugins/platforms/libqvnc.so"]
    entries = [(name, name, "BINARY") for name in kept + gone]
    assert [name for name, *_ in keep.without_plugins(entries)] == kept


def test_a_library_without_a_user_goes_and_the_systems_own_stay_away(keep: ModuleType) -> None:
    needs = {
        "main.so": ["libQt6Core.so.6", "libX11.so.6"],
        "libQt6Core.so.6": ["libicu.so.73"],
        "libX11.so.6": ["libmd.so.0"],
    }
    entries = [
        ("main.so", "main.so", "EXTENSION"),
        *((name, name, "BINARY") for name in ("libQt6Core.so.6", "libicu.so.73", "libX11.so.6", "libmd.so.0")),
        ("libQt6Network.so.6", "libQt6Network.so.6", "BINARY"),
        ("libpython3.11.so.1.0", "libpython3.11.so.1.0", "BINARY"),
    ]
    kept = [name for name, *_ in keep.without_orphans(entries, lambda path: needs.get(path, []))]
    assert kept == ["main.so", "libQt6Core.so.6", "libicu.so.73", "libpython3.11.so.1.0"]


def test_the_spec_file_is_python() -> None:
    compile((SPEC / "knotbook.spec").read_text("utf-8"), "knotbook.spec", "exec")


def test_the_bill_names_each_library_with_its_locked_hashes() -> None:
    made = json.loads(json.dumps(bill.bill()))
    assert made["bomFormat"] == "CycloneDX" and made["metadata"]["component"]["version"] == version()
    named = {part["name"]: part for part in made["components"]}
    assert {"pyside6-essentials", "shiboken6", "numpy", "pyqtgraph", "sqlite-utils", "pillow"} <= named.keys()
    assert not {"pip", "pyinstaller", "pytest"} & named.keys()
    pinned = [part for part in made["components"] if part["purl"].startswith("pkg:pypi/")]
    assert len(pinned) > 6 and all(part["properties"] and part["licenses"] for part in pinned)
    assert named["python"]["version"] == platform.python_version()
    assert made["dependencies"][0]["dependsOn"] == [part["bom-ref"] for part in made["components"]]


def test_libraries_of_the_building_system_are_named_with_their_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "RECORD", tmp_path / "record.json")
    monkeypatch.setattr(
        system, "_owner", lambda path: ("zlib1g", "1:1.2") if path.name.startswith("libz") else ("", "")
    )
    monkeypatch.setattr(sys, "platform", "linux")
    entries = [
        ("libz.so.1", "/lib/x86_64-linux-gnu/libz.so.1", "BINARY"),
        ("libzextra.so", "/lib/x86_64-linux-gnu/libzextra.so", "BINARY"),
        ("libodd.so", "/opt/odd/libodd.so", "BINARY"),
        ("numpy/core.so", f"{sys.prefix}/lib/numpy/core.so", "EXTENSION"),
        ("libQt6Core.so.6", f"{sys.prefix}/lib/libQt6Core.so.6", "BINARY"),
    ]
    system.record(entries)
    assert system.recorded() == {"zlib1g": ("1:1.2", ["libz.so.1", "libzextra.so"]), "libodd.so": ("", ["libodd.so"])}
    named = {part["name"]: part for part in bill.bill()["components"]}
    assert named["zlib1g"]["purl"].startswith("pkg:deb/debian/zlib1g@1%3A1.2?arch=")


def test_preparations_are_left_out_but_for_the_named(keep: ModuleType) -> None:
    names = ["pyi_rth_inspect", "pyi_rth_multiprocessing", "pyi_rth_pyside6", "knotbook_entry"]
    scripts = [(name, f"{name}.py", "PYSOURCE") for name in names]
    assert [name for name, *_ in keep.without_hooks(scripts)] == ["knotbook_entry"]
    kept = keep.without_hooks(scripts, ("pyi_rth_pyside6",))
    assert [name for name, *_ in kept] == ["pyi_rth_pyside6", "knotbook_entry"]


def test_checksums_are_what_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "a.deb").write_bytes(b"a")
    bill.write_checksums(tmp_path)
    bill.write_checksums(tmp_path)
    line = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a.deb\n"
    assert (tmp_path / "SHA256SUMS").read_text() == line


def test_a_template_without_a_value_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t").write_text("@VERSION@ of @WHO@")
    with pytest.raises(KeyError):
        filled(tmp_path / "t", VERSION="1")


def test_the_lock_of_the_packages_agrees_with_the_other_and_names_no_host() -> None:
    locks = [(ROOT / f"requirements-{name}.lock").read_text("utf-8") for name in ("package", "dev")]
    pins, others = (dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock, re.MULTILINE)) for lock in locks)
    assert "://" not in locks[0] and "pyinstaller" in pins
    assert {name for name in pins.keys() & others.keys() if pins[name] != others[name]} == set()


def test_actions_of_the_release_are_pinned_by_commit() -> None:
    workflow = (ROOT / ".github/workflows/release.yml").read_text("utf-8")
    used = re.findall(r"uses: (\S+)(.*)", workflow)
    assert used and all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", name) and "# v" in comment for name, comment in used)


@pytest.mark.skipif(sys.platform != "linux", reason="the shell of the scripts")
def test_every_file_of_ours_that_the_workflow_calls_is_there() -> None:
    workflow = (ROOT / ".github/workflows/release.yml").read_text("utf-8")
    named = re.findall(r"packaging/[\w./]+", workflow)
    assert named and [name for name in named if not (ROOT / name).is_file()] == []
