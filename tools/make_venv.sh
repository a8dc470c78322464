#!/bin/sh
# Makes or renews the virtual environment $1 with all that Knotbook is built and tested with, each package by its hash.
# If this system lacks something, says what to install and exits 69.
set -eu

venv=$1
stop() {
    printf '%s\n' "$@" >&2
    exit 69
}

python=
for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$name
        break
    fi
done
if [ -z "$python" ]; then
    stop "Knotbook needs Python 3.11 or newer, and it was not found here. On Debian 12, Ubuntu 24.04 and newer:" "" \
        "    sudo apt install python3 python3-venv" "" \
        "On Ubuntu 22.04:" "" \
        "    sudo apt install python3.11 python3.11-venv" ""
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    package=$(basename "$python")-venv
    stop "$python cannot make virtual environments yet. Install the missing part, then try again:" "" \
        "    sudo apt install $package" ""
fi
glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null | awk '{ print $2 }') || glibc=
if [ -n "$glibc" ] && ! printf '2.34\n%s\n' "$glibc" | sort -VC; then
    stop "Qt needs glibc 2.34 or newer and this system has $glibc: Debian 12, Ubuntu 22.04 or Fedora 35 are new enough."
fi

if ! "$venv/bin/python" -c 'import pip' 2>/dev/null; then  # otherwise only what the lock has changed is installed
    echo "Setting up $venv with $("$python" --version). This takes about a minute, once."
    "$python" -m venv --clear "$venv"
fi
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
PYTHONWARNINGS=ignore "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps \
    --config-settings editable_mode=compat --editable .
