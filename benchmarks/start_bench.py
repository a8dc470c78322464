"""Start: an empty window, Knotbook painted, ready, and ready with a diary of ten years (in the long run only), in turn.

Medians, and ratios to the empty window.
Goals: painted <= 1.25 of the empty window in CPU and wall, <= 1.4 in memory; ready <= 4.5 in CPU and <= 2.5 in memory,
with no gap over 100 ms.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.journal_bench import entries
from benchmarks.storage_bench import BenchClock
from knotbook.storage import open_store

KINDS = ("empty", "painted", "ready")
_READY = {"cpu_ms": 4.5, "rss_mib": 2.5}
GOALS = {"painted": {"cpu_ms": 1.25, "wall_ms": 1.25, "rss_mib": 1.4}, "ready": _READY, "decade": _READY}
GAP_MS = 100
Numbers = dict[str, float]


def main() -> None:
    """Measure and print the table."""
    quick = bool(os.environ.get("KNOTBOOK_BENCH_QUICK"))
    rounds, kinds = (3, KINDS) if quick else (15, (*KINDS, "decade"))
    with tempfile.TemporaryDirectory() as home:
        runs: dict[str, list[Numbers]] = {kind: [] for kind in kinds}
        if not quick:
            write_decade(Path(home, "decade.knotbook"))
        for turn in range(rounds + 1):
            for kind in kinds:
                numbers = start(kind, Path(home))
                if turn:  # the first round fills the disk cache and writes byte code
                    runs[kind].append(numbers)
    medians = {kind: _medians(runs[kind]) for kind in kinds}
    for line in _table(medians, rounds):
        print(line)


def write_decade(diary: Path) -> None:
    """A diary of ten years, forty entries a day."""
    clock = BenchClock(round(time.time() * 1000))
    store = open_store(diary, clock=clock)
    store.bulk_add(entries(clock, 10))
    store.close(back_up=False)


def start(kind: str, home: Path) -> Numbers:
    """One start in a process of its own, with an empty home so that no setting of the user changes it."""
    env = os.environ | {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # people's second start finds its byte code
    env["KNOTBOOK_BENCH_START"] = repr(time.monotonic())
    until, diary = ("ready" if kind == "decade" else kind), home / f"{kind}.knotbook"
    command = [sys.executable, "-m", "benchmarks.start_child", until, str(diary)]
    ended = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)
    if ended.returncode != 0 or not ended.stdout:
        raise SystemExit(f"{kind} did not start: {ended.stderr}")
    numbers: Numbers = json.loads(ended.stdout)
    return numbers


def _medians(runs: list[Numbers]) -> Numbers:
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def _table(medians: dict[str, Numbers], rounds: int) -> list[str]:
    lines = [f"medians of {rounds} starts in turn: value, (ratio to the empty window), goal"]
    floor = medians["empty"]
    for kind, numbers in medians.items():
        cells = [_cell(name, numbers[name], floor[name], GOALS.get(kind, {}).get(name)) for name in floor]
        gap = f" | longest gap {numbers['gap_ms']:.0f} ms, goal {GAP_MS}" if "gap_ms" in numbers else ""
        lines.append(f"{kind:8}" + " | ".join(cells) + gap)
    return lines


def _cell(name: str, value: float, floor: float, goal: float | None) -> str:
    verdict = "" if goal is None else f" goal {goal} {'met' if value / floor <= goal else 'MISSED'}"
    return f"{name} {value:.0f} ({value / floor:.2f}){verdict}"


if __name__ == "__main__":
    main()
