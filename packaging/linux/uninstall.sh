#!/bin/sh
# Removes what install.sh put there: from the place it lies in itself, else from ~/.local. Diaries are left alone.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
case $here in
    */lib/knotbook) prefix=${1:-${here%/lib/knotbook}} ;;
    *) prefix=${1:-$HOME/.local} ;;
esac
if [ ! -x "$prefix/lib/knotbook/knotbook" ] || [ ! -e "$prefix/share/applications/knotbook.desktop" ]; then
    echo "There is no Knotbook in $prefix." >&2
    exit 2
fi

refresh() { command -v "$1" >/dev/null 2>&1 && "$@" >/dev/null 2>&1 || true; }

find "$prefix/share/icons/hicolor" \( -name 'knotbook.png' -o -name 'knotbook.svg' -o -name 'application-x-knotbook.svg' \) \
    -exec rm -f {} +
rm -rf "$prefix/bin/knotbook" "$prefix/lib/knotbook" "$prefix/share/doc/knotbook" \
    "$prefix/share/applications/knotbook.desktop" "$prefix/share/metainfo/org.knotbook.Knotbook.metainfo.xml" \
    "$prefix/share/mime/packages/knotbook.xml" "$prefix/share/man/man1/knotbook.1.gz"
refresh update-desktop-database "$prefix/share/applications"
refresh update-mime-database "$prefix/share/mime"
refresh gtk-update-icon-cache -q -t -f "$prefix/share/icons/hicolor"
echo "Knotbook is removed. Your diaries are where they were."
