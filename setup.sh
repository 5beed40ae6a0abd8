#!/bin/sh
# Brings a bare machine to where every make target works: system packages, then .venv. Quick when nothing is missing.
# `setup.sh build` adds what freezing the program needs.
set -eu
cd "$(dirname "$0")"

find_python() {
    for candidate in python3.11 python3; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "CarePOS needs Python 3.11 or newer." >&2
    return 1
}

wanted_packages() {
    echo libgl1 libegl1 libxkbcommon0 libfontconfig1 libglib2.0-0 libdbus-1-3  # any import of QtGui
    echo libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0  # a window under X
    echo fonts-morisawa-bizud-gothic
    "$python" -c 'import ensurepip' 2>/dev/null || echo python3-venv
    if [ "${1:-}" = build ]; then
        echo binutils icu-devtools xvfb xauth
        "$python" -c 'import sys; print("libpython%d.%d" % sys.version_info[:2])'
    fi
}

missing_packages() {
    for package in $(wanted_packages "$@"); do
        case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) in
            installed) ;;
            *) echo "$package" ;;
        esac
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "Without root or sudo this cannot run: $*" >&2
        return 1
    fi
}

install_packages() {
    if [ ! -e /etc/debian_version ]; then
        echo "Not a Debian system: the system packages are left to you (wanted_packages in setup.sh names them)."
        return
    fi
    missing=$(missing_packages "$@" | xargs)
    if [ -n "$missing" ]; then
        echo "Installing system packages: $missing"
        as_root apt-get update -qq
        # shellcheck disable=SC2086  # one word for each package
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null
    fi
}

install_requirements() {
    if .venv/bin/python -c '' 2>/dev/null && cmp -s requirements/develop.txt .venv/installed.txt; then
        return
    fi
    echo "Installing Python packages into .venv"
    .venv/bin/python -m pip --version >/dev/null 2>&1 || "$python" -m venv --clear .venv
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/develop.txt
    cp requirements/develop.txt .venv/installed.txt
}

python=$(find_python)
install_packages "$@"
install_requirements
