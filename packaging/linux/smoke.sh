#!/usr/bin/env bash
# Installs a package as a person would, taps the map, starts again and finds the entry, removes it and finds the diary.
#
# smoke.sh DEB ARCHIVE FOLDER. For root the .deb goes into a bare Debian 12 in FOLDER, made by debootstrap; otherwise (or
# with KNOTBOOK_SMOKE=archive) the archive is installed into a home of its own on this system. Needs Xvfb, openbox, xdotool.
set -euo pipefail

deb=$1 archive=$2 folder=$3
suite=${KNOTBOOK_SUITE:-bookworm}
home=/tmp/knotbook-person
shots=$folder/shots
mkdir -p "$shots"
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

# -- two ways to have it installed: `inside` runs a command where Knotbook is

if [ "$(id -u)" = 0 ] && command -v debootstrap >/dev/null && [ "${KNOTBOOK_SMOKE:-deb}" = deb ]; then
    root=$folder/root base=$folder/base-$suite.tar
    if [ ! -f "$base" ]; then
        say "a bare $suite (once)"
        mirror=${KNOTBOOK_MIRROR:-$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' |
            awk -v suite="$suite" '$2 == suite { print $1; exit }')}
        rm -rf "$folder/debootstrap"
        debootstrap --variant=minbase "$suite" "$folder/debootstrap" "$mirror" >"$folder/debootstrap.log"
        tar -C "$folder/debootstrap" -cf "$base" .
        rm -rf "$folder/debootstrap"
    fi
    rm -rf "$root"
    mkdir "$root"
    tar -C "$root" -xf "$base"
    mount -t proc proc "$root/proc" && mounted+=("$root/proc")
    mount --bind /dev/shm "$root/dev/shm" && mounted+=("$root/dev/shm")
    cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
    cp -R /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
    cp "$deb" "$root/tmp/"
    inside() { chroot "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME="$home" DISPLAY="${DISPLAY:-}" LC_ALL=C.UTF-8 "$@"; }
    install_it() {
        inside apt-get update -qq
        inside env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends fonts-dejavu-core "/tmp/$(basename "$deb")" >"$folder/install.log" 2>&1 ||
            { tail -20 "$folder/install.log"; fail "apt did not install it"; }
    }
    remove_it() { inside apt-get remove -y -qq knotbook >"$folder/remove.log" 2>&1; }
    left() { find "$root/usr" -iname '*knotbook*'; }
else
    root="" home=$folder/home
    rm -rf "$folder/unpacked" "$home"
    mkdir -p "$folder/unpacked" "$home"
    inside() { env -i PATH="$home/.local/bin:$PATH" HOME="$home" DISPLAY="${DISPLAY:-}" LC_ALL=C.UTF-8 "$@"; }
    install_it() {
        tar -C "$folder/unpacked" --strip-components=1 -xf "$archive"
        inside sh "$folder/unpacked/install.sh"
    }
    remove_it() { inside sh "$home/.local/lib/knotbook/uninstall.sh"; }
    left() { find "$home/.local" -iname '*knotbook*' -not -path '*/share/knotbook*'; }
fi

say "install"
install_it
inside knotbook --version
inside mkdir -p "$home"

say "no screen is told, and ends with 69"
code=0
said=$(DISPLAY="" inside knotbook 2>&1) || code=$?
[ "$code" = 69 ] && [[ $said == *"needs a screen"* ]] || fail "without a screen: $code, $said"

say "selftest"
inside knotbook --selftest

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
gone() { ! kill -0 "$app" 2>/dev/null; }
start() {
    inside knotbook "$@" >>"$folder/app.log" 2>&1 &
    app=$!
    running+=("$app")
    until_true "the window" shown
    xdotool windowactivate --sync "$window"
}
locked() { [ -e "$root$home/.local/share/knotbook/diary.knotbook.lock" ]; }
close() {
    xdotool windowactivate --sync "$window" key --clearmodifiers alt+F4
    until_true "closing" gone
}
logged() { inside knotbook list --kind pain --json | grep -c '"intensity"' || true; }
picture() { if command -v import >/dev/null; then import -window root "$shots/$1.png"; fi; }

say "start, tap the map, drag, let go"
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

say "a diary file that is double-clicked"
inside cp "$home/.local/share/knotbook/diary.knotbook" "$home/other.knotbook"
start "$home/other.knotbook"
[[ $(xdotool getwindowname "$window") == other* ]] || fail "another diary opened: $(xdotool getwindowname "$window")"
close

say "remove: the diary stays"
remove_it
[ -z "$(left)" ] || fail "left behind: $(left)"
[ -s "$root$home/.local/share/knotbook/diary.knotbook" ] || fail "the diary is gone"
say "passed"
