# The part of smoke.sh that root can do: a bare system in a folder, with a person in it. Sourced by smoke.sh.
# shellcheck shell=bash disable=SC2034,SC2154  # variables are shared with smoke.sh

suite=${KNOTBOOK_SUITE:-bookworm}
root=$folder/root home=/home/person base=$folder/base-$suite.tar
unpacked=$home/unpacked

within() {  # USER COMMAND...
    local user=$1; shift
    chroot --userspec="$user:$user" "$root" /usr/bin/env -i PATH="$home/.local/bin:/usr/bin:/bin" HOME="$(home_of "$user")" \
        DISPLAY="${DISPLAY:-}" LC_ALL=C.UTF-8 "$@"
}
home_of() { if [ "$1" = root ]; then echo /root; else echo "$home"; fi; }
inside() { within person "$@"; }
as_root() { within root env PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }

bare_system() {
    [ -f "$base" ] || make_base
    rm -rf "$root"
    mkdir "$root"
    tar -C "$root" -xf "$base"
    mount -t proc proc "$root/proc" && mounted+=("$root/proc")
    mount --bind /dev/shm "$root/dev/shm" && mounted+=("$root/dev/shm")
    cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
    cp -R /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
    mkdir -p /tmp/.X11-unix "$root/tmp/.X11-unix"
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix" && mounted+=("$root/tmp/.X11-unix")
    cp "$deb" "$root/tmp/"
    as_root useradd --create-home person
    mkdir "$root$unpacked"
    tar -C "$root$unpacked" --strip-components=1 -xf "$archive"
    as_root chown -R person:person "$unpacked"
}

make_base() {
    local mirror script=/usr/share/debootstrap/scripts/$suite
    say "a bare $suite (once)"
    mirror=${KNOTBOOK_MIRROR:-$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' |
        awk -v suite="$suite" '$2 == suite { print $1; exit }')}
    [ -e "$script" ] || script=/usr/share/debootstrap/scripts/gutsy  # Ubuntus younger than this debootstrap
    rm -rf "$folder/debootstrap"
    debootstrap --variant=minbase "$suite" "$folder/debootstrap" "$mirror" "$script" >"$folder/debootstrap.log"
    tar -C "$folder/debootstrap" -cf "$base" .
    rm -rf "$folder/debootstrap"
}

lacking() {  # before anything is installed
    local code=0 said
    say "what is missing is named, and ends with 69"
    said=$(DISPLAY=:0 inside "$unpacked/lib/knotbook/knotbook" 2>&1) || code=$?
    [ "$code" = 69 ] && [[ $said == *"sudo apt install "*libegl1* ]] || fail "on a bare system: $code, $said"
    # The line that is told can be typed as it is.
    as_root apt-get update -qq
    # shellcheck disable=SC2046
    as_root apt-get install --simulate $(sed -n 's/^ *sudo apt install //p' <<<"$said") >/dev/null ||
        fail "apt does not know what was told: $said"
}

added() {  # LOG PACKAGE...
    as_root apt-get install -y -qq --no-install-recommends "${@:2}" >"$folder/$1.log" 2>&1 ||
        { tail -20 "$folder/$1.log"; fail "apt did not install ${*:2}"; }
}
install_deb() { added install fonts-dejavu-core "/tmp/$(basename "$deb")"; inside knotbook --version; }
remove_deb() { as_root apt-get remove -y -qq knotbook >"$folder/remove.log" 2>&1; }

used_by_root() {
    say "root can start it too"
    within root knotbook --selftest >"$folder/selftest-root.log" || { cat "$folder/selftest-root.log"; fail "selftest of root"; }
    begin within root knotbook
    close
    rm -rf "$root/root/.local/share/knotbook"
}

like_a_desktop() {  # what every desktop has, and a bare system lacks
    added desktop shared-mime-info desktop-file-utils libglib2.0-bin
}

like_a_menu() {
    local entry=$home/.local/share/applications/knotbook.desktop
    say "the menu entry is whole, and points at what was installed"
    inside desktop-file-validate "$entry"
    grep -qx "Exec=\"$home/.local/bin/knotbook\" %f" "$root$entry" || fail "$(grep ^Exec= "$root$entry")"
    [ -s "$root$home/.local/share/icons/hicolor/48x48/apps/knotbook.png" ] || fail "no icon"
    [[ $(inside gio mime application/x-knotbook) == Default*": knotbook.desktop"* ]] || fail "no program for a diary file"
}
