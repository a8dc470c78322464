"""Other people's validators over what is built, each if it is installed, and the smoke tests of the result."""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from pathlib import Path

from knotbook.shell import probe
from tools.packages import others
from tools.packages.place import BUILD, FROZEN, PACKAGING, debian_machine, have, run

LINUX = PACKAGING / "linux"
LARGEST_MB = 65
_DEPENDS_MORE = {"libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1"}
_DEPENDS_MORE |= {"ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1", "libstdc++.so.6", "libgcc_s.so.1", "libxcb.so.1"}
_DEPENDS_MORE |= {"libOpenGL.so.0"}


def sources() -> None:
    """What can be checked without building: menu entry, metadata, MIME type, manual, installer script, plists."""
    if have("desktop-file-validate"):
        run("desktop-file-validate", LINUX / "knotbook.desktop")
    if have("appstreamcli"):
        run("appstreamcli", "validate", "--no-net", "--explain", LINUX / "org.knotbook.Knotbook.metainfo.xml")
    for name in ("Info.plist", "entitlements.plist"):
        plistlib.loads((PACKAGING / "macos" / name).read_bytes())
    for script in (*LINUX.glob("*.sh"), *(PACKAGING / "macos").glob("*.sh")):
        run("bash", "-n", script)
    if have("man"):
        _manual()
    compile((PACKAGING / "pyinstaller/knotbook.spec").read_text("utf-8"), "knotbook.spec", "exec")
    others.check_installer()


def packages(deb: Path) -> None:
    """Lintian, the size, and that every library the frozen app asks for is inside it or declared."""
    declared = probe.BASE.keys() | probe.X11.keys() | probe.WAYLAND.keys() | _DEPENDS_MORE
    undeclared = sorted(_wanted_from_outside() - declared)
    if undeclared:
        raise SystemExit(f"neither in the package nor among its Depends: {undeclared}")
    if have("lintian"):
        run("lintian", "--fail-on", "error,warning", deb)
    size = deb.stat().st_size / 1e6
    if size > LARGEST_MB:
        raise SystemExit(f"{deb.name} has {size:.1f} MB; {LARGEST_MB} are the most")


def smoke(deb: Path, archive: Path) -> None:
    """Install, use, start again and remove: in a bare system for root, else unpacked into a folder of its own."""
    if have("Xvfb") and have("xdotool") and have("openbox"):
        env = {"KNOTBOOK_ARCH": debian_machine()}
        run("bash", LINUX / "smoke.sh", deb, archive, BUILD / "smoke", env=env)


def _manual() -> None:
    """groff has nothing to say about the manual page."""
    path = LINUX / "knotbook.1"
    env = os.environ | {"MANROFFSEQ": "", "MANWIDTH": "80", "LC_ALL": "C.UTF-8"}
    ended = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", path], env=env, capture_output=True, text=True)
    if ended.stderr or ended.returncode:
        raise SystemExit(f"{path.name}: {ended.stderr or ended.returncode}")
    print(f"{path.name}: {len(ended.stdout.splitlines())} lines, nothing to say", file=sys.stderr)


def _wanted_from_outside() -> set[str]:
    inside = {path.name for path in FROZEN.rglob("*")}
    wanted: set[str] = set()
    for path in FROZEN.rglob("*"):
        if path.is_file() and not path.is_symlink() and (".so" in path.name or path.name == "knotbook"):
            listed = subprocess.run(["objdump", "-p", path], capture_output=True, text=True).stdout
            wanted |= {line.split()[1] for line in listed.splitlines() if line.lstrip().startswith("NEEDED")}
    return wanted - inside
