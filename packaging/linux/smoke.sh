#!/usr/bin/env bash
# Installs the packages as a person would, taps the map, starts again and finds the entry, opens a diary as a file manager
# does, removes the packages and finds the diary.
#
# smoke.sh DEB ARCHIVE FOLDER. For root, in a bare system in FOLDER: the .deb by apt, then the archive by its install.sh,
# used by a person without rights. Otherwise (or with KNOTBOOK_SMOKE=archive) only the archive, in a home of its own on
# this system. KNOTBOOK_SUITE and KNOTBOOK_MIRROR choose another system than Debian 12. Needs Xvfb, openbox, xdotool.
set -euo pipefail

deb=$1 archive=$2 folder=$3
here=$(cd "$(dirname "$0")" && pwd)
shots=$folder/shots
mkdir -p "$shots"
: >"$folder/app.log"
running=()
mounted=()

finish() {
    for pid in "${running[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    for point in "${mounted[@]}"; do umount "$point" || umount -l "$point"; done
}
trap finish EXIT

say() { printf '== %s\n' "$*"; }
fail() { printf 'smoke: %s\n' "$*" >&2; exit 1; }
until_true() {  # WHAT COMMAND...: tries for half a minute
    local what=$1; shift
    for _ in $(seq 150); do "$@" >/dev/null 2>&1 && return; sleep 0.2; done
    fail "$what did not happen"
}

# `inside` runs a command as the person who uses Knotbook, with the home `home`; `root` leads there from here.
# shellcheck source=packaging/linux/smoke_root.sh
if [ "$(id -u)" = 0 ] && command -v debootstrap >/dev/null && [ "${KNOTBOOK_SMOKE:-deb}" = deb ]; then
    . "$here/smoke_root.sh"
    bare_system
else
    root="" home=$folder/home deb=""
    rm -rf "$folder/unpacked" "$home"
    mkdir -p "$folder/unpacked" "$home"
    tar -C "$folder/unpacked" --strip-components=1 -xf "$archive"
    unpacked=$folder/unpacked
    inside() { env -i PATH="$home/.local/bin:$PATH" HOME="$home" DISPLAY="${DISPLAY:-}" LC_ALL=C.UTF-8 "$@"; }
fi

say "a screen"
exec {display_fd}<> <(:)
Xvfb -displayfd "$display_fd" -screen 0 1400x900x24 -nolisten tcp -noreset 2>"$folder/xvfb.log" &
running+=($!)
read -r -t 20 number <&"$display_fd" || fail "Xvfb did not start"
export DISPLAY=:$number
openbox --sm-disable >"$folder/openbox.log" 2>&1 &
running+=($!)
managed() { [ "$(xdotool get_num_desktops 2>/dev/null || echo 0)" -gt 0 ]; }
until_true "a window manager" managed

shown() { window=$(xdotool search --onlyvisible --name ' – Knotbook$' | head -1) && [ -n "$window" ]; }
gone() { ! xdotool search --onlyvisible --name ' – Knotbook$' >/dev/null 2>&1; }
ended() { ! kill -0 "$app" 2>/dev/null; }
begin() {  # COMMAND...: starts Knotbook by it and waits for the window
    "$@" >>"$folder/app.log" 2>&1 &
    app=$!
    running+=("$app")
    until_true "the window" shown
    xdotool windowactivate --sync "$window"
}
start() { begin inside knotbook "$@"; }
locked() { [ -e "$root$home/.local/share/knotbook/diary.knotbook.lock" ]; }
close() {
    xdotool windowactivate --sync "$window" key --clearmodifiers alt+F4
    until_true "closing" gone
    until_true "ending" ended
}
logged() { inside knotbook list --kind pain --json | grep -c '"intensity"' || true; }
picture() { if command -v import >/dev/null; then import -window root "$shots/$as-$1.png"; fi; }
titled() { [[ $(xdotool getwindowname "$window") == "$1"* ]] || fail "$(xdotool getwindowname "$window") opened, not $1"; }

checked() {
    say "no screen is told, and ends with 69"
    local code=0 said
    said=$(DISPLAY="" inside knotbook 2>&1) || code=$?
    [ "$code" = 69 ] && [[ $said == *"needs a screen"* ]] || fail "without a screen: $code, $said"
    say "selftest"
    inside knotbook --selftest
}

used() {
    say "start, tap the map, drag, let go"
    local begun x y said
    begun=$(date +%s%N)
    start
    echo "window after $((($(date +%s%N) - begun) / 1000000)) ms"
    until_true "the diary" locked
    sleep 2  # colours and charts come behind the first paint
    picture first
    eval "$(xdotool getwindowgeometry --shell "$window")"
    # The right gluteus maximus on the back, in the muscle layer.
    x=$((X + WIDTH * ${KNOTBOOK_TAP_X:-54} / 100)) y=$((Y + HEIGHT * ${KNOTBOOK_TAP_Y:-46} / 100))
    xdotool mousemove "$x" "$y" mousedown 1
    for step in $(seq 8); do xdotool mousemove "$x" "$((y - step * 10))"; done
    sleep 0.3
    picture dragging
    xdotool mouseup 1
    sleep 1
    picture saved

    say "a second start brings the first window to the front"
    said=$(inside knotbook)
    [[ $said == *"comes to the front"* ]] || fail "the second start said: $said"
    close
    [ "$(logged)" = 1 ] || fail "$(logged) entries were saved, not one"

    say "start again: the entry is there"
    start
    until_true "the diary" locked
    sleep 2
    picture again
    close
    inside knotbook list

    say "a diary file by its name"
    inside cp "$home/.local/share/knotbook/diary.knotbook" "$home/other.knotbook"
    start "$home/other.knotbook"
    titled other
    close
}

kind() {  # FILE HOW
    [[ $(inside gio info -a standard::content-type "$home/$1") == *application/x-knotbook* ]] || fail "a diary is not known $2"
}

clicked() {
    say "a diary file that is double-clicked"
    inside cp "$home/other.knotbook" "$home/without an ending"
    kind "other.knotbook" "by its ending"
    kind "without an ending" "by its first bytes"
    begin inside gio open "$home/other.knotbook"
    titled other
    close
}

stayed() {
    [ -z "$(left)" ] || fail "left behind: $(left)"
    [ -s "$root$home/.local/share/knotbook/diary.knotbook" ] || fail "the diary is gone"
}

if [ -n "$deb" ]; then
    lacking
    as=deb
    say "install the .deb"
    install_deb
    checked
    used_by_root
    used
    like_a_desktop
    clicked
    say "remove the .deb: the diary stays"
    left() { find "$root/usr" -iname '*knotbook*'; }
    remove_deb
    stayed
    rm -r "$root$home/.local/share/knotbook" "$root$home/other.knotbook" "$root$home/without an ending"
fi

as=archive
say "install the archive"
inside sh "$unpacked/install.sh"
checked
used
if [ -n "$deb" ]; then
    like_a_menu
    clicked
fi
say "remove the archive: the diary stays"
left() { find "$root$home/.local" -iname '*knotbook*' -not -path '*/share/knotbook*'; }
inside sh "$home/.local/lib/knotbook/uninstall.sh"
stayed
say "passed"
