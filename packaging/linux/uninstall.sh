#!/bin/sh
# Removes what install.sh put there. Diaries are left alone.
set -eu

prefix=${1:-$HOME/.local}
if [ ! -x "$prefix/lib/knotbook/knotbook" ]; then
    echo "There is no Knotbook in $prefix." >&2
    exit 2
fi
find "$prefix/share/icons/hicolor" \( -name 'knotbook.png' -o -name 'knotbook.svg' -o -name 'application-x-knotbook.svg' \) \
    -exec rm -f {} +
rm -rf "$prefix/bin/knotbook" "$prefix/lib/knotbook" "$prefix/share/doc/knotbook" \
    "$prefix/share/applications/knotbook.desktop" "$prefix/share/metainfo/org.knotbook.Knotbook.metainfo.xml" \
    "$prefix/share/mime/packages/knotbook.xml" "$prefix/share/man/man1/knotbook.1.gz"
for update in "update-desktop-database $prefix/share/applications" "update-mime-database $prefix/share/mime"; do
    command -v "${update%% *}" >/dev/null 2>&1 && $update 2>/dev/null || true
done
echo "Knotbook is removed. Your diaries are where they were."
