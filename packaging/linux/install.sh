#!/bin/sh
# Installs Knotbook from this folder for yourself (~/.local), or for everybody: sudo ./install.sh /usr/local
set -eu

prefix=${1:-$HOME/.local}
here=$(cd "$(dirname "$0")" && pwd)
case $prefix in
    /*) ;;
    *) echo "Name a whole path, such as /usr/local." >&2; exit 2 ;;
esac

rm -rf "$prefix/lib/knotbook"
mkdir -p "$prefix/bin" "$prefix/lib" "$prefix/share"
cp -R "$here/lib/knotbook" "$prefix/lib/"
cp -R "$here/share/." "$prefix/share/"
ln -sf ../lib/knotbook/knotbook "$prefix/bin/knotbook"
# Menus do not always look into ~/.local/bin.
sed "s|^Exec=knotbook |Exec=\"$prefix/bin/knotbook\" |" "$here/share/applications/knotbook.desktop" \
    >"$prefix/share/applications/knotbook.desktop"
cp "$here/uninstall.sh" "$prefix/lib/knotbook/"
for update in "update-desktop-database $prefix/share/applications" "update-mime-database $prefix/share/mime" \
    "gtk-update-icon-cache -q -t -f $prefix/share/icons/hicolor"; do
    command -v "${update%% *}" >/dev/null 2>&1 && $update 2>/dev/null || true
done
echo "Knotbook is in $prefix. Find it in your menu, or start $prefix/bin/knotbook."
echo "To remove it: sh $prefix/lib/knotbook/uninstall.sh $prefix"
