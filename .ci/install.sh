# SPDX-FileCopyrightText: 2026 The Assay authors
# SPDX-License-Identifier: Apache-2.0
#
# Sourced by run, test and .ci/run: installs the Debian packages that .ci/packages lists.
# install_packages SECTION...   (run, test, ci)

packages_of() { # SECTION: the names below "# [SECTION]"
    awk -v wanted="# [$1]" '/^# \[/ { on = index($0, wanted) == 1 } !/^#/ && NF && on' .ci/packages
}

install_packages() {
    [ -n "${ASSAY_SKIP_INSTALL:-}" ] && return 0
    local section names=() missing=() name
    for section in "$@"; do
        mapfile -t -O "${#names[@]}" names < <(packages_of "$section")
    done
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        echo "Assay installs its packages on Debian 12 only. On this system, please install what these provide:"
        printf '  %s\n' "${names[@]}"
        echo "Then start again with ASSAY_SKIP_INSTALL=1."
        exit 69
    fi
    for name in "${names[@]}"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
    done
    [ "${#missing[@]}" -eq 0 ] && return 0
    apt_install "${missing[@]}"
}

apt_install() {
    local sudo=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "These packages are missing; please have them installed:  $*"
            exit 69
        fi
        sudo=(sudo)
    fi
    echo "Installing Debian packages: $*"
    "${sudo[@]}" apt-get update -qq
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null
}
