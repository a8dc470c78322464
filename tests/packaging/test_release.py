"""What the release workflow relies on: pinned actions, scripts that are there, variables that somebody reads."""

from __future__ import annotations

import re

from tools.packages.place import ROOT

WORKFLOW = (ROOT / ".github/workflows/release.yml").read_text("utf-8")


def test_every_action_is_pinned_by_its_commit_and_tells_its_tag() -> None:
    used = re.findall(r"uses: (.+)$", WORKFLOW, re.MULTILINE)
    assert used and all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v[\d.]+", line) for line in used)


def test_one_action_has_one_commit() -> None:
    pins = set(re.findall(r"uses: ([\w-]+/[\w-]+)@([0-9a-f]{40})", WORKFLOW))
    assert len(pins) == len({name for name, _ in pins})


def test_the_scripts_it_runs_are_there() -> None:
    assert all((ROOT / path).is_file() for path in re.findall(r"packaging/[\w/]+\.\w+", WORKFLOW))


def test_each_secret_reaches_a_script_that_reads_it() -> None:
    scripts = "".join(
        path.read_text("utf-8") for path in (ROOT / "packaging").rglob("*") if path.suffix in {".sh", ".ps1"}
    )
    scripts += (ROOT / "tools/packages/place.py").read_text("utf-8")
    given = re.findall(r"^ +([A-Z_]+): \$\{\{ (?:secrets|vars)\.", WORKFLOW, re.MULTILINE)
    assert {"CERTIFICATE", "NOTARY_KEY", "SIGN_IDENTITY", "KNOTBOOK_MAINTAINER"} <= set(given)
    assert all(name in scripts for name in given)
