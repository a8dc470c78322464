"""Builds the wheel from what git would hold, installs it apart and reads every module and asset back from it.

`python -m tools.wheel_check` prints one line and exits 0, or says what the wheel lacks and exits 1.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

READ_BACK = """
import sys
sys.path.insert(0, sys.argv[1])
import knotbook
from importlib.resources import files
assert knotbook.__file__.startswith(sys.argv[1]), knotbook.__file__
for name in sys.argv[2:]:
    assert files("knotbook.assets").joinpath(name).read_bytes(), f"{name} is empty"
from knotbook.resources.theme import NAMES, load_theme
for name in NAMES:
    load_theme(name)
"""


def main() -> int:
    """Build, compare, read back. Returns the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        tree, installed = Path(folder, "tree"), Path(folder, "installed")
        _copy_tree(tree)
        wheel = _build(tree, Path(folder))
        _pip("install", "--no-deps", "--no-compile", "--target", str(installed), str(wheel))
        wanted = _wanted(tree)
        lacking = [name for name in wanted if not (installed / "knotbook" / name).is_file()]
        if lacking:
            print("the wheel lacks", *lacking, sep="\n  ")
            return 1
        assets = [name.removeprefix("assets/") for name in wanted if name.startswith("assets/")]
        subprocess.run([sys.executable, "-I", "-c", READ_BACK, str(installed), *assets], check=True)
        print(f"{wheel.name}: {wheel.stat().st_size / 1024:.0f} KiB, {len(wanted)} files, {len(assets)} of them assets")
    return 0


def _copy_tree(target: Path) -> None:
    """Only files that git holds or would take: a stale build folder must not fill a gap."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


def _build(tree: Path, folder: Path) -> Path:
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(tree))
    (wheel,) = folder.glob("knotbook-*.whl")
    return wheel


def _wanted(tree: Path) -> list[str]:
    """Every module and asset, by its path inside the installed package."""
    modules = [p.relative_to(tree / "src/knotbook") for p in (tree / "src/knotbook").rglob("*") if p.is_file()]
    assets = ["assets" / p.relative_to(tree / "assets") for p in (tree / "assets").rglob("*") if p.is_file()]
    return sorted(str(p) for p in [*modules, *assets] if "__pycache__" not in p.parts)


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main())
