#!/bin/sh
# Installs Knotbook from this folder for yourself (~/.local), or for everybody: sudo ./install.sh /usr/local
set -eu

prefix=${1:-$HOME/.local}
here=$(cd "$(dirname "$0")" && pwd)
case $prefix in
    *[\"\\\`\$%]*) echo "A folder with one of \" \\ \` \$ % in its name cannot be put into a menu." >&2; exit 2 ;;
    /*) ;;
    *) echo "Name a whole path, such as /usr/local." >&2; exit 2 ;;
esac
if [ ! -x "$here/lib/knotbook/knotbook" ]; then
    echo "Unpack the whole archive first, then run install.sh in the folder that comes out of it." >&2
    exit 2
fi

refresh() { command -v "$1" >/dev/null 2>&1 && "$@" >/dev/null 2>&1 || true; }

rm -rf "$prefix/lib/knotbook"
mkdir -p "$prefix/bin" "$prefix/lib" "$prefix/share/applications"
cp -R "$here/lib/knotbook" "$prefix/lib/"
cp -R "$here/share/." "$prefix/share/"
ln -sf ../lib/knotbook/knotbook "$prefix/bin/knotbook"
# Menus do not always look into ~/.local/bin.
while IFS= read -r line; do
    case $line in
        "Exec=knotbook "*) printf 'Exec="%s" %s\n' "$prefix/bin/knotbook" "${line#Exec=knotbook }" ;;
        *) printf '%s\n' "$line" ;;
    esac
done <"$here/share/applications/knotbook.desktop" >"$prefix/share/applications/knotbook.desktop"
cp "$here/uninstall.sh" "$prefix/lib/knotbook/"
refresh update-desktop-database "$prefix/share/applications"
refresh update-mime-database "$prefix/share/mime"
refresh gtk-update-icon-cache -q -t -f "$prefix/share/icons/hicolor"
echo "Knotbook is installed. Find it in your menu, or start $prefix/bin/knotbook"
echo "To remove it later: sh '$prefix/lib/knotbook/uninstall.sh'"
