"""The project files: packages, lock, floors and what must never be committed."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

# Hosts of package registries and distributions, split so that this file does not name them itself.
HOSTS = [".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("debian", "org"))]
MACHINE_PATH = re.compile(rb"(?<![\w.])/(home|root|Users|work|farm)/[\w.-]+/")


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_every_package_on_disk_is_packaged() -> None:
    code = {".".join(p.parent.relative_to(ROOT / "src").parts) for p in (ROOT / "src").rglob("__init__.py")}
    assets = {".".join(("knotbook", *p.parent.relative_to(ROOT).parts)) for p in (ROOT / "assets").rglob("__init__.py")}
    assert code | assets == set(PROJECT["tool"]["setuptools"]["packages"])


def test_every_folder_with_modules_is_a_package() -> None:
    folders = {p.parent for p in (ROOT / "src/knotbook").rglob("*.py")}
    assert not [f for f in folders if not (f / "__init__.py").exists()]


def test_the_lock_pins_each_package_by_hash_and_names_no_host() -> None:
    lock = (ROOT / "requirements-dev.lock").read_text("utf-8")
    assert "://" not in lock
    assert not re.search(r"^-", lock, re.MULTILINE)
    pins = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:]
    assert len(pins) > 20
    for pin in pins:
        assert re.match(r"[a-z0-9._-]+==[\w.]+[^\n]* \\\n    --hash=sha256:[0-9a-f]{64}", pin), pin.partition("\n")[0]


def test_the_lock_holds_every_dependency_that_the_project_names() -> None:
    pinned = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements-dev.lock").read_text("utf-8"), re.MULTILINE))
    named = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    names = {re.split(r"[^A-Za-z0-9_-]", line)[0].lower().replace("_", "-") for line in named}
    assert names <= pinned


def test_the_pyside_release_that_loses_references_is_shut_out() -> None:
    (pin,) = [d for d in PROJECT["project"]["dependencies"] if d.startswith("PySide6")]
    assert "<6.12" in pin


@pytest.mark.parametrize("host", HOSTS)
def test_no_file_names_a_registry(host: str) -> None:
    assert not [str(p) for p in tracked() if host.encode() in p.read_bytes()]


def test_no_file_names_a_path_of_one_machine() -> None:
    this = Path(__file__).resolve()
    assert not [str(p) for p in tracked() if p != this and MACHINE_PATH.search(p.read_bytes())]


def test_rooms_and_floors_are_where_the_contract_says() -> None:
    contracts = {c["id"]: c for c in PROJECT["tool"]["importlinter"]["contracts"]}
    floors = contracts["floors"]
    assert floors["exhaustive"] is True
    named = set(re.findall(r"[a-z_]+", " ".join(floors["layers"])))
    may_come = {"patterns", "report", "exchange"}
    on_disk = {p.parent.name for p in (ROOT / "src/knotbook").glob("*/__init__.py")}
    assert named - may_come == on_disk - may_come


def test_every_file_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert links
    assert [name for name in links if not (ROOT / name).exists()] == []


def test_the_readme_and_the_help_name_the_same_commands() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    readme = (ROOT / "README.md").read_text("utf-8") + (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z][a-z-]*)", readme, re.MULTILINE)) <= targets
    assert {"run", "test", "demo-shot"} <= targets
