"""The Linux packages: one tree as it lies under /usr, put into a .deb and into an archive with an install script."""

from __future__ import annotations

import gzip
import hashlib
import os
import platform
import shutil
import stat
import tarfile
from pathlib import Path

from knotbook.storage.files import APPLICATION_ID
from tools.packages import icons
from tools.packages.place import (
    BUILD,
    DIST,
    FROZEN,
    MAINTAINER,
    PACKAGING,
    ROOT,
    changed,
    debian_machine,
    filled,
    fresh,
    run,
    version,
)

LINUX = PACKAGING / "linux"
NAME = "knotbook"
_MAGIC = (
    '<magic priority="60"><match type="string" offset="0" value="SQLite format 3">'
    '<match type="big32" offset="68" value="0x{id:08x}"/></match></magic>'
)


def build_deb() -> Path:
    """`dist/knotbook_<version>_<machine>.deb`."""
    root = fresh(BUILD / "deb")
    fill_tree(root / "usr")
    (root / "usr/bin").mkdir()
    (root / "usr/bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    overrides = root / "usr/share/lintian/overrides"
    overrides.mkdir(parents=True)
    shutil.copyfile(LINUX / "lintian-overrides", overrides / NAME)
    size = sum(path.lstat().st_size for path in root.rglob("*") if not path.is_dir()) // 1024
    told = {"VERSION": version(), "ARCH": debian_machine(), "SIZE": str(size), "MAINTAINER": MAINTAINER}
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN/control").write_text(filled(LINUX / "control.in", **told), "utf-8")
    sums = (_md5_line(path, root) for path in sorted(root.glob("usr/**/*")) if path.is_file() and not path.is_symlink())
    (root / "DEBIAN/md5sums").write_text("".join(sums), "utf-8")
    settle(root)
    path = DIST / f"{NAME}_{version()}_{debian_machine()}.deb"
    epoch = {"SOURCE_DATE_EPOCH": str(int(changed().timestamp()))}
    run("dpkg-deb", "-Zxz", "--root-owner-group", "--build", root, path, env=epoch)
    return path


def build_archive() -> Path:
    """`dist/knotbook-<version>-linux-<machine>.tar.xz`: the same files, with scripts that put them in any place."""
    stem = f"{NAME}-{version()}-linux-{platform.machine()}"
    root = fresh(BUILD / "archive" / stem)
    fill_tree(root)
    for script in ("install.sh", "uninstall.sh"):
        shutil.copyfile(LINUX / script, root / script)
        (root / script).chmod(0o755)
    shutil.copyfile(ROOT / "LICENSE", root / "LICENSE")
    settle(root)
    path = DIST / f"{stem}.tar.xz"
    with tarfile.open(path, "w:xz", preset=4) as archive:
        archive.add(root, stem, filter=_of_nobody)
    return path


def fill_tree(root: Path) -> None:
    """Everything that lies under /usr, but for the name in /usr/bin."""
    shutil.copytree(FROZEN, root / "lib" / NAME, symlinks=True)
    share = root / "share"
    _put(share / "applications/knotbook.desktop", (LINUX / "knotbook.desktop").read_text("utf-8"))
    metainfo = "org.knotbook.Knotbook.metainfo.xml"
    _put(share / "metainfo" / metainfo, (LINUX / metainfo).read_text("utf-8"))
    kind = filled(LINUX / "knotbook-mime.xml", MAGIC=_MAGIC.format(id=APPLICATION_ID))
    _put(share / "mime/packages/knotbook.xml", kind)
    manual = filled(LINUX / "knotbook.1", VERSION=version(), DATE=changed().strftime("%Y-%m-%d"))
    _zip(share / "man/man1/knotbook.1.gz", manual)
    _put(share / "doc" / NAME / "copyright", (LINUX / "copyright").read_text("utf-8"))
    _zip(share / "doc" / NAME / "changelog.gz", debian_changelog())
    _put_icons(share / "icons/hicolor")


def debian_changelog() -> str:
    """The one entry that dpkg and lintian read; what changed is told in CHANGELOG.md."""
    when = changed().strftime("%a, %d %b %Y %H:%M:%S +0000")
    return f"knotbook ({version()}) stable; urgency=medium\n\n  * Knotbook {version()}.\n\n -- {MAINTAINER}  {when}\n"


def settle(root: Path) -> None:
    """Modes that everybody can read, and the time of the commit, on every file."""
    moment = changed().timestamp()
    for path in sorted(root.rglob("*"), reverse=True):
        if not path.is_symlink():
            runs = path.is_dir() or (path.stat().st_mode & stat.S_IXUSR and ".so" not in path.name)
            path.chmod(0o755 if runs else 0o644)
            os.utime(path, (moment, moment))


def _put_icons(hicolor: Path) -> None:
    drawn = BUILD / "icons"
    icons.write(drawn)
    for size in icons.SIZES:
        target = hicolor / f"{size}x{size}" / "apps" / "knotbook.png"
        target.parent.mkdir(parents=True)
        shutil.copyfile(drawn / f"{size}.png", target)
    for folder, name in (("apps", "knotbook.svg"), ("mimetypes", "application-x-knotbook.svg")):
        target = hicolor / "scalable" / folder / name
        target.parent.mkdir(parents=True)
        shutil.copyfile(icons.DRAWING, target)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _zip(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))


def _md5_line(path: Path, root: Path) -> str:
    digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()  # what dpkg compares after an install
    return f"{digest}  {path.relative_to(root)}\n"


def _of_nobody(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    member.mtime = int(changed().timestamp())
    return member
