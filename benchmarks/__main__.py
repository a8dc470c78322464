"""Runs every `*_bench.py` here, each in a process of its own: `python -m benchmarks [--quick] [NAME ...]`.

NAME is the file's name without `_bench.py`, such as `start`. `--quick` sets KNOTBOOK_BENCH_QUICK=1, by which a
benchmark measures fewer rounds. A benchmark that ends with an error fails the run.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Run what was asked for, all by default. Returns how many failed."""
    names = sorted(p.name.removesuffix("_bench.py") for p in HERE.glob("*_bench.py"))
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Ratios of two things measured in turn.")
    parser.add_argument("names", metavar="NAME", nargs="*", help=f"one or more of: {', '.join(names)}")
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    asked = parser.parse_args()
    unknown = set(asked.names) - set(names)
    if unknown:
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    return sum(not _run(name, quick=asked.quick) for name in asked.names or names)


def _run(name: str, *, quick: bool) -> bool:
    print(f"\n-- {name}", flush=True)
    env = os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"), "OPENBLAS_NUM_THREADS": "1"}
    if quick:
        env["KNOTBOOK_BENCH_QUICK"] = "1"
    start = time.monotonic()
    ended = subprocess.run([sys.executable, "-m", f"benchmarks.{name}_bench"], cwd=HERE.parent, env=env)
    print(f"   ({time.monotonic() - start:.0f} s{'' if ended.returncode == 0 else ', FAILED'})", flush=True)
    return ended.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
