#!/bin/sh
# Install a package of Debian's for some tests. Run: install_debian.sh PACKAGE TESTS REMEDY, where TESTS need it and
# REMEDY says what a person can do on a machine without apt-get.
set -eu
package="$1" tests="$2" remedy="$3"

if ! command -v apt-get >/dev/null 2>&1; then
    echo "$tests need $package, and this machine has no apt-get to install it with. $remedy" >&2
    exit 1
fi
as_root=""
[ "$(id -u)" -eq 0 ] || as_root="sudo"
echo "Installing Debian's $package: $tests need it"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -q
$as_root apt-get install -y -q --no-install-recommends "$package"
