"""`python -m tools.packages`: builds all that this system can, checks it, and leaves the result in dist/.

`--no-smoke` leaves out the test that installs the package; `--reuse` takes the frozen app of the last time.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tools.packages import bill, checks, freeze, icons, linux, others
from tools.packages.place import BUILD, DIST, FROZEN, fresh, version


def main() -> int:
    """Build, check, tell."""
    asked = _asked()
    started = time.monotonic()
    fresh(DIST)
    icons.write(BUILD / "icons")
    if not (asked.reuse and FROZEN.exists()):
        freeze.freeze()
    built = {"linux": _linux, "win32": others.installer, "darwin": others.disk_image}[sys.platform]()
    bill.write_bill(DIST / f"knotbook-{version()}-{sys.platform}.cdx.json")
    bill.write_checksums(DIST)
    if sys.platform == "linux":
        checks.packages(built[0])
        if asked.smoke:
            checks.smoke(built[0], built[1])
    _tell(time.monotonic() - started)
    return 0


def _linux() -> list[Path]:
    checks.sources()
    return [linux.build_deb(), linux.build_archive()]


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.packages", description=__doc__)
    parser.add_argument("--no-smoke", dest="smoke", action="store_false")
    parser.add_argument("--reuse", action="store_true")
    return parser.parse_args()


def _tell(seconds: float) -> None:
    for path in sorted(DIST.iterdir()):
        print(f"{path.stat().st_size / 1e6:8.1f} MB  dist/{path.name}")
    inside = sum(path.lstat().st_size for path in FROZEN.rglob("*") if not path.is_dir()) if FROZEN.exists() else 0
    print(f"{inside / 1e6:8.1f} MB  installed; {seconds:.0f} s; {shutil.disk_usage(DIST).free / 1e9:.0f} GB free")


if __name__ == "__main__":
    sys.exit(main())
