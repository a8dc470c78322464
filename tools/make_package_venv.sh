#!/bin/sh
# Makes or renews the virtual environment $1 from which the packages are built: what Knotbook needs and PyInstaller, each
# by its hash, and nothing else that could find its way into a package.
set -eu

venv=$1
python=${PYTHON:-python3.11}
command -v "$python" >/dev/null 2>&1 || python=python3
if ! "$venv/bin/python" -c 'import pip' 2>/dev/null; then
    echo "Setting up $venv with $("$python" --version). This takes about a minute, once."
    "$python" -m venv --clear "$venv"
fi
if ! cmp -s requirements-package.lock "$venv/.lock"; then
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-package.lock
    cp requirements-package.lock "$venv/.lock"
fi
